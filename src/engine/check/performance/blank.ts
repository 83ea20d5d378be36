import type { RecognisedForm } from '../../book/book';
import type { CellRef } from '../../snapshot/address';
import type { Check } from '../check';
import { formCell, placeInForm } from '../look';
import { makeFinding } from '../make-finding';

export const blank: Check = {
  id: 'p-blank',
  severity: 'error',
  describes:
    '绩效目标表的项目名称、预算单位、项目资金都要填。例：“业务活动经费”的预算单位和年度资金总额空着。补填；确实没有的资金填0。',
  run({ book }) {
    return book.forms.flatMap((form) =>
      blankFields(form).map(({ field, cell }) =>
        makeFinding({
          rule: 'p-blank',
          severity: 'error',
          facts: { code: 'form-blank', place: placeInForm(form, cell, field) },
          cells: [cell],
          about: [form.declared.id, form.subject?.text ?? '', field],
          table: form.declared.id,
          sheet: form.frame.sheet,
        }),
      ),
    );
  },
};

function blankFields(form: RecognisedForm): readonly { readonly field: string; readonly cell: CellRef }[] {
  const { declared, subject, budgetUnit, amounts } = form;
  const texts = [
    { field: declared.subject.labels[0] ?? '', found: subject, label: form.subjectLabel },
    { field: declared.budgetUnit.labels[0] ?? '', found: budgetUnit, label: form.budgetUnitLabel },
  ].flatMap(({ field, found, label }) =>
    found && found.text !== '' ? [] : [{ field, cell: found?.cell ?? label ?? formCell(form) }],
  );
  const total = declared.amounts[0];
  const filled = amounts.some(({ figure }) => figure.reading.kind !== 'blank');
  if (!total || filled) return texts;
  const first = amounts.find(({ name }) => name === total.name) ?? amounts[0];
  return [...texts, { field: total.name, cell: first?.figure.cell ?? formCell(form) }];
}
