import type { Check } from '../check';
import { placeInForm } from '../look';
import { readable } from '../../text/normalise';
import { makeFinding } from '../make-finding';

const MORE_IS_BETTER = /满意|合格|达标|优良|完成率|及时率|准确率|覆盖率|受益率/;
const LESS_IS_BETTER = /事故|故障|差错|投诉|违规|违纪|超支|损失|逾期/;
// 投诉处理率: of the bad thing, the more is dealt with the better.
const DEALT_WITH = /处理|处置|排除|修复|办结|整改|回复|响应|化解|下降|降低|减少|控制|防范/;
const AT_MOST = /^(?:≤|<|小于|不超过|不高于|低于)|以下$|以内$/;
const AT_LEAST = /^(?:≥|>|大于|不低于|不少于|高于|超过)|以上$/;

export const operator: Check = {
  id: 'p-operator',
  severity: 'note',
  describes: '指标值的方向与指标的意思相反。例：“宾客满意率”写成≤95%，“事故发生率”写成≥5%。把≤、≥改过来。',
  run({ book }) {
    return book.forms.flatMap((form) =>
      form.indicators
        .filter(({ level3, value }) => {
          const bad = LESS_IS_BETTER.test(level3) && !DEALT_WITH.test(level3);
          return bad
            ? AT_LEAST.test(value)
            : MORE_IS_BETTER.test(level3) && AT_MOST.test(value) && !LESS_IS_BETTER.test(level3);
        })
        .map(({ level3, value, valueCell }) =>
          makeFinding({
            rule: 'p-operator',
            severity: 'note',
            facts: {
              code: 'form-operator',
              place: placeInForm(form, valueCell),
              indicator: readable(level3),
              value: readable(value),
            },
            cells: [valueCell],
            about: [form.declared.id, form.subject?.text ?? '', level3],
            table: form.declared.id,
            sheet: form.frame.sheet,
          }),
        ),
    );
  },
};
