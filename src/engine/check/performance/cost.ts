import { Decimal } from 'decimal.js';
import { convertMoney } from '../../amount/money-unit';
import type { Indicator, RecognisedForm } from '../../book/book';
import { plainAmount } from '../../finding/quote';
import type { Check } from '../check';
import { placeInForm } from '../look';
import { readable } from '../../text/normalise';
import { makeFinding } from '../make-finding';
import { indicatorsOfKind } from './forms';

// What one of something costs says nothing about the whole.
const UNIT_COST = /[每/]|单价|标准|人均|户均|次均|日均|1[人天日次个件户]|元\(/;
const AMOUNT = /([0-9]+(?:\.[0-9]+)?)(亿元|万元|元)/;

export const cost: Check = {
  id: 'p-cost',
  severity: 'warning',
  describes:
    '成本指标是总额的，不应大于项目资金。例：项目资金60万元，“全年租金”写着≤80万元。核对金额和单位；每人每天之类的单位成本不比。',
  run({ book }) {
    return book.forms.flatMap((form) => {
      const funds = fundsOf(form);
      if (!funds) return [];
      return indicatorsOfKind(form, form.declared.indicators.cost).flatMap((indicator) => {
        const amount = totalIn(indicator);
        if (!amount || !amount.greaterThan(funds)) return [];
        return [
          makeFinding({
            rule: 'p-cost',
            severity: 'warning',
            facts: {
              code: 'form-cost',
              place: placeInForm(form, indicator.valueCell),
              indicator: readable(indicator.level3),
              amount: plainAmount(amount, form.frame.moneyUnit, form.declared.decimals),
              funds: plainAmount(funds, form.frame.moneyUnit, form.declared.decimals),
              moneyUnit: form.frame.moneyUnit,
            },
            cells: [indicator.valueCell],
            about: [form.declared.id, form.subject?.text ?? '', indicator.level3],
            table: form.declared.id,
            sheet: form.frame.sheet,
          }),
        ];
      });
    });
  },
};

/** The largest of a form's amounts in 万元; undefined where none is filled in. */
function fundsOf(form: RecognisedForm): Decimal | undefined {
  const values = form.amounts.flatMap(({ figure }) => (figure.value && !figure.value.isZero() ? [figure.value] : []));
  return values.length === 0 ? undefined : Decimal.max(...values);
}

/** The total that a cost indicator states, in 万元; undefined for unit costs and words. */
function totalIn({ level3, value }: Indicator): Decimal | undefined {
  if (UNIT_COST.test(level3) || UNIT_COST.test(value)) return undefined;
  const match = AMOUNT.exec(value);
  if (!match) return undefined;
  const number = new Decimal(match[1] ?? '0');
  if (match[2] === '亿元') return number.times(10000);
  return match[2] === '元' ? convertMoney(number, '元', '万元') : number;
}
