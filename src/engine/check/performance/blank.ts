import type { RecognisedForm } from '../../book/book';
import { groupBy } from '../../lists/group-by';
import { cellKey, type CellRef } from '../../snapshot/address';
import type { Check } from '../check';
import { formCell, placeInForm } from '../look';
import { makeFinding } from '../make-finding';

export const blank: Check = {
  id: 'p-blank',
  severity: 'error',
  describes:
    '绩效目标表的项目名称、预算单位、项目资金都要填。例：“业务活动经费”的预算单位和年度资金总额空着。补填；确实没有的资金填0。',
  run({ book }) {
    const blanks = book.forms.flatMap((form) => blankFields(form).map((blank) => ({ form, ...blank })));
    // One department, and nobody said its name: of projects and amounts each form lacks its own.
    const together = groupBy(blanks, (blank) =>
      blank.isSame ? `${blank.form.declared.id}|${blank.field}` : cellKey(blank.cell),
    );
    return together.map((group) => {
      const [{ form, field, cell }] = group;
      return makeFinding({
        rule: 'p-blank',
        severity: 'error',
        facts: {
          code: 'form-blank',
          place: placeInForm(form, cell, field),
          ...(group.length > 1 ? { forms: group.length } : {}),
        },
        cells: group.map((one) => one.cell),
        about: [form.declared.id, form.subject?.text ?? '', field],
        table: form.declared.id,
        sheet: form.frame.sheet,
      });
    });
  },
};

interface BlankField {
  readonly field: string;
  readonly cell: CellRef;
  /** The forms of a department mostly say the same there. */
  readonly isSame?: true;
}

function blankFields(form: RecognisedForm): readonly BlankField[] {
  const { declared, subject, budgetUnit, amounts } = form;
  const texts = [
    { field: declared.subject.labels[0] ?? '', found: subject, label: form.subjectLabel },
    {
      field: declared.budgetUnit.labels[0] ?? '',
      found: budgetUnit,
      label: form.budgetUnitLabel,
      isSame: true as const,
    },
  ].flatMap(({ field, found, label, isSame }): readonly BlankField[] =>
    found && found.text !== ''
      ? []
      : [{ field, cell: found?.cell ?? label ?? formCell(form), ...(isSame ? { isSame } : {}) }],
  );
  const total = declared.amounts[0];
  const filled = amounts.some(({ figure }) => figure.reading.kind !== 'blank');
  if (!total || filled) return texts;
  const first = amounts.find(({ name }) => name === total.name) ?? amounts[0];
  return [...texts, { field: total.name, cell: first?.figure.cell ?? formCell(form) }];
}
