import type { RecognisedForm } from '../../book/book';
import { groupBy } from '../../lists/group-by';
import { cellKey, type CellRef } from '../../snapshot/address';
import type { Check } from '../check';
import { formCell, placeInForm } from '../look';
import { makeFinding } from '../make-finding';
import { hasWords, isOfKind, isOpenForm } from './forms';

export const kinds: Check = {
  id: 'p-kinds',
  severity: 'warning',
  describes:
    '绩效目标表应有数量、质量、时效、成本、效益、满意度各类指标。例：没有“质量指标”，或列了名称却没有内容；一项都没有填的，只说待填。补上这一类指标；效益指标有一项即可。',
  run({ book }) {
    const lacking = book.forms.flatMap((form) => lackingKinds(form) ?? []);
    // Nobody has begun with them: of a department with many projects that is one thing to do.
    const together = groupBy(lacking, ({ form, blank, cell }) => (blank ? form.declared.id : cellKey(cell)));
    return together.map((group) => {
      const [{ form, cell, blank, missing }] = group;
      return makeFinding({
        rule: 'p-kinds',
        severity: 'warning',
        facts: {
          code: 'form-kinds',
          place: placeInForm(form, cell),
          kinds: missing,
          blank,
          ...(group.length > 1 ? { forms: group.length } : {}),
        },
        cells: group.map((one) => one.cell),
        about: [form.declared.id, form.subject?.text ?? '', ...missing],
        table: form.declared.id,
        sheet: form.frame.sheet,
      });
    });
  },
};

interface LackingKinds {
  readonly form: RecognisedForm;
  readonly cell: CellRef;
  /** Names of the kinds of indicators that the form has none of. */
  readonly missing: readonly string[];
  /** It has none at all. */
  readonly blank: boolean;
}

function lackingKinds(form: RecognisedForm): LackingKinds | undefined {
  if (form.indicators.length === 0) return undefined;
  const missing = form.declared.indicators.required.filter(
    (kind) => !form.indicators.some((indicator) => isOfKind(indicator.level2, kind) && hasWords(indicator)),
  );
  if (missing.length === 0) return undefined;
  const first = form.indicators.find((indicator) => missing.some((kind) => isOfKind(indicator.level2, kind)));
  return { form, cell: first?.level2Cell ?? formCell(form), missing: missing.map(nameOf), blank: isOpenForm(form) };
}

/** Several kinds of which one will do are named by what their names have in common: 效益指标. */
function nameOf(kind: readonly string[]): string {
  const [first = '', ...rest] = kind;
  if (rest.length === 0) return first;
  for (let at = 0; at < first.length; at++) {
    const ending = first.slice(at);
    if (rest.filter((name) => name.endsWith(ending)).length * 2 >= rest.length && ending !== '指标') return ending;
  }
  return first;
}
