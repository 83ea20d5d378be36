import { readAmount } from '../../amount/read-amount';
import { convertMoney } from '../../amount/money-unit';
import type { RecognisedForm } from '../../book/book';
import { plainAmount } from '../../finding/quote';
import type { CellRef } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import { normaliseText } from '../../text/normalise';
import type { Check } from '../check';
import { cellsWithin, placeInForm } from '../look';
import { makeFinding } from '../make-finding';
import { datesIn } from './forms';

// What the project costs over all its years, beside the year's funds.
const LIFE_TOTAL = /^(?:实施期|中期|项目周期|全周期|三年)(?:资金|预算)?(?:总额|总资金|总投资)(?:\([^)]*\))?:?(.*)$/;

export const life: Check = {
  id: 'p-life',
  severity: 'warning',
  describes:
    '跨年项目的年度资金只填本年度安排，不是项目总额。例：2021—2023年的项目，实施期资金总额180万元，年度资金也填180万元。改为本年度的数；一年期项目不提示。',
  run({ book, snapshot }) {
    return book.forms.flatMap((form) => {
      const [declared] = form.declared.amounts;
      const year = form.amounts.find(({ name }) => name === declared?.name)?.figure;
      const total = lifeTotal(form, snapshot);
      if (
        !total ||
        !year?.value ||
        year.value.isZero() ||
        !year.value.equals(total.value) ||
        !spansYears(form, snapshot)
      )
        return [];
      return [
        makeFinding({
          rule: 'p-life',
          severity: 'warning',
          facts: {
            code: 'form-life',
            place: placeInForm(form, year.cell),
            amount: plainAmount(year.value, form.frame.moneyUnit, form.declared.decimals),
            moneyUnit: form.frame.moneyUnit,
          },
          cells: [year.cell, total.cell],
          about: [form.declared.id, form.subject?.text ?? ''],
          table: form.declared.id,
          sheet: form.frame.sheet,
        }),
      ];
    });
  },
};

/** The amount for all years, in 万元, behind its label or in the next cell. */
function lifeTotal(form: RecognisedForm, snapshot: Snapshot) {
  const cells = cellsWithin(snapshot, form.frame);
  for (const [index, { ref, cell }] of cells.entries()) {
    const match = typeof cell.value === 'string' ? LIFE_TOTAL.exec(normaliseText(cell.value)) : null;
    if (!match) continue;
    const next = cells[index + 1];
    const inside = match[1] ?? '';
    const reading = readAmount(inside !== '' ? inside : next?.ref.row === ref.row ? next.cell.value : null);
    if (reading.kind !== 'amount') continue;
    const at: CellRef = inside !== '' ? ref : (next?.ref ?? ref);
    return { value: convertMoney(reading.value, reading.suffix ?? form.frame.moneyUnit, '万元'), cell: at };
  }
  return undefined;
}

function spansYears(form: RecognisedForm, snapshot: Snapshot): boolean {
  const years = new Set(
    cellsWithin(snapshot, form.frame).flatMap(({ cell }) =>
      typeof cell.value === 'string' ? datesIn(normaliseText(cell.value)).map(({ year }) => year) : [],
    ),
  );
  return years.size > 1;
}
