import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import type { Form } from '../edition/edition';
import type { FormPrint } from '../edition/print';
import { Canvas } from '../layout/canvas';
import { scopeAt, type Member } from '../scope/scope';
import { a1 } from '../snapshot/address';
import type { Area } from '../snapshot/address';
import type { DrawnSheet } from '../snapshot/drawn';
import type { Source } from '../source/source';

/** A form that was drawn for one project: its amounts are known, its goal and indicators are for people to fill in. */
export interface DrawnForm {
  readonly sheet: DrawnSheet;
  readonly form: string;
  readonly project: Member;
  /** Cells to be filled in: the goal, and an indicator with its value for each kind. */
  readonly open: { readonly goal: Area; readonly indicators: Area };
}

interface FormAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
  nextFormSheet(id: string): string;
}

/**
 * One form for each project that has money and has none yet, in the order of the source; a single one without a project where all is
 * blank. None where the edition does not say how they are printed.
 */
export function drawForms(
  forms: readonly Form[],
  source: Source,
  about: FormAbout,
  { isBlank, projectsWithForm }: { readonly isBlank?: boolean; readonly projectsWithForm?: ReadonlySet<Member> },
): readonly DrawnForm[] {
  return forms.flatMap((form) => {
    const { print } = form;
    if (!print) return [];
    const projects = isBlank ? [''] : projectsWithMoney(form, source);
    return projects
      .filter((project) => projectsWithForm?.has(project) !== true)
      .map((project) => drawForm(form, print, project, source, about, about.nextFormSheet(form.id)));
  });
}

/** The projects for which a form is due. */
export function projectsWithMoney(form: Form, source: Source): readonly Member[] {
  const { dimension } = form.subject;
  const projects = source.points(form.scope, [dimension]).flatMap((point) => point[dimension] ?? []);
  return [...new Set(projects)].filter((project) => {
    const told = source.told(scopeAt(form.scope, { [dimension]: project }).at);
    return told !== undefined && !told.value.isZero();
  });
}

const WIDTHS = [14, 20, 18, 36, 36];
const LAST = WIDTHS.length - 1;
const GOAL_HEIGHT = 96;

function drawForm(
  form: Form,
  print: FormPrint,
  project: Member,
  source: Source,
  { department, year }: FormAbout,
  name: string,
): DrawnForm {
  const canvas = new Canvas();
  const across = (row: number, left = 0, right = LAST): Area => ({ top: row, left, bottom: row, right });
  const down = (top: number, bottom: number, column: number): Area => ({ top, left: column, bottom, right: column });
  canvas.span(across(0), 'title', form.title);
  canvas.span(across(1), 'frameCentred', print.year.replace('{year}', String(year ?? '')));
  canvas.span(across(2, 0, 0), 'header', form.subject.labels[0] ?? '');
  canvas.span(across(2, 1), 'nameCentred', project === '' ? null : project);
  canvas.span(across(3, 0, 0), 'header', form.budgetUnit.labels[0] ?? '');
  canvas.span(across(3, 1), 'nameCentred', department ?? null);

  const firstAmount = 4;
  const goalRow = firstAmount + form.amounts.length;
  canvas.span(down(firstAmount, goalRow - 1, 0), 'header', print.funds);
  const amounts = form.amounts.map(({ scope }) => amountOf(form, scope, project, source));
  form.amounts.forEach(({ labels }, index) => {
    const row = firstAmount + index;
    canvas.put(row, { column: 1, look: 'name1', value: `${labels[0] ?? ''}：` });
    const area = across(row, 2);
    canvas.span(area, 'amount', null);
    const amount = amounts[index];
    const formula = index === 0 && project !== '' ? sumOfOthers(amounts, firstAmount) : undefined;
    canvas.put(row, {
      column: 2,
      look: 'amount',
      value: amount === undefined || amount.isZero() ? null : amount.toNumber(),
      decimals: form.decimals,
      ...(formula === undefined ? {} : { formula }),
    });
  });

  canvas.span(down(goalRow, goalRow + 1, 0), 'header', print.goal);
  canvas.span(across(goalRow, 1), 'header', print.goalHeader);
  const goal = across(goalRow + 1, 1);
  canvas.span(goal, 'name1', null);

  const headers = goalRow + 2;
  const { level1, level2, level3, value } = form.indicators.headers;
  [level1, level2, level3, value].forEach((text, index) => {
    canvas.put(headers, { column: index + 1, look: 'header', value: text });
  });
  let row = headers + 1;
  for (const kind of print.kinds) {
    canvas.span(down(row, row + kind.level2.length - 1, 1), 'nameCentred', kind.level1);
    for (const name2 of kind.level2) {
      canvas.put(row, { column: 2, look: 'nameCentred', value: name2 });
      canvas.fill(across(row, 3), 'name1');
      row += 1;
    }
  }
  canvas.span(down(headers, row - 1, 0), 'header', print.indicators);
  return {
    form: form.id,
    project,
    open: { goal, indicators: { top: headers + 1, left: 3, bottom: row - 1, right: LAST } },
    sheet: {
      name,
      kind: 'table',
      columns: WIDTHS.map((width) => ({ width })),
      rows: canvas.rows(WIDTHS, { 0: 36, [goalRow + 1]: GOAL_HEIGHT }),
      merges: canvas.merges,
      frozen: { rows: 0, columns: 0 },
      page: { landscape: false, centred: true },
      lists: [],
    },
  };
}

/** In the form's money unit; undefined where the source does not tell. */
function amountOf(
  form: Form,
  scope: Form['amounts'][number]['scope'],
  project: Member,
  source: Source,
): Decimal | undefined {
  const told = source.told(scopeAt(form.scope, { [form.subject.dimension]: project }, scope).at);
  return told && convertMoney(told.value, '万元', form.moneyUnit);
}

/** The first amount is the sum of those below it, where all are known and it is. */
function sumOfOthers([whole, ...parts]: readonly (Decimal | undefined)[], first: number): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (whole === undefined || known.length !== parts.length || parts.length === 0) return undefined;
  const sum = known.reduce((total, part) => total.plus(part), new Decimal(0));
  if (!sum.equals(whole)) return undefined;
  return `SUM(${a1({ row: first + 1, column: 2 })}:${a1({ row: first + parts.length, column: 2 })})`;
}
