import type { Check } from '../check';
import { cellOf, placeInForm } from '../look';
import { readable } from '../../text/normalise';
import { makeFinding } from '../make-finding';
import { datesIn } from './forms';

export const value: Check = {
  id: 'p-value',
  severity: 'warning',
  describes:
    '写了指标名称，没有填指标值，年末无法评价。例：“印发政务信息”的指标值空着。补填指标值；日期直接写在名称格里的不提示。',
  run({ book, snapshot }) {
    return book.forms.flatMap((form) => {
      // `=100%` is a value that somebody typed with its sign of equality; what it comes to does not matter here.
      const lacking = form.indicators.filter(
        ({ level3, value: said, valueCell }) =>
          level3 !== '' &&
          said === '' &&
          datesIn(level3).length === 0 &&
          cellOf(snapshot, valueCell)?.formula === undefined,
      );
      const [first] = lacking;
      if (!first) return [];
      return [
        makeFinding({
          rule: 'p-value',
          severity: 'warning',
          facts: {
            code: 'form-value',
            place: placeInForm(form, first.valueCell),
            indicators: lacking.map(({ level3 }) => readable(level3)),
          },
          cells: lacking.map(({ valueCell }) => valueCell),
          about: [form.declared.id, form.subject?.text ?? '', ...lacking.map(({ level3 }) => level3)],
          table: form.declared.id,
          sheet: form.frame.sheet,
        }),
      ];
    });
  },
};
