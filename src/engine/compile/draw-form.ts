import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import type { Form } from '../edition/edition';
import type { FormPrint } from '../edition/print';
import { Canvas } from '../layout/canvas';
import { membersAt, type Member } from '../scope/scope';
import { a1 } from '../snapshot/address';
import type { Area } from '../snapshot/address';
import type { DrawnSheet } from '../snapshot/drawn';
import type { CellValue } from '../snapshot/snapshot';
import type { Source } from '../source/source';
import { spelledBy } from '../source/spelled';
import { normaliseText } from '../text/normalise';

/** A form that was drawn for one project: its amounts are known, its goal and indicators are for people to fill in. */
export interface DrawnForm {
  readonly sheet: DrawnSheet;
  readonly form: string;
  /** As it is printed. */
  readonly project: string;
  /** What was written into the project's form elsewhere stands in it. */
  readonly isFilled: boolean;
  /** Cells to be filled in: the goal, and an indicator with its value for each kind. */
  readonly open: { readonly goal: Area; readonly indicators: Area };
}

/** What people have written into a form: taken over as it stands. */
export interface FormContent {
  readonly goal: CellValue;
  readonly indicators: readonly IndicatorLine[];
  /** Another unit than the department that the budget was of. */
  readonly budgetUnit?: string;
}

export interface IndicatorLine {
  /** The kind of the second level: 数量指标. */
  readonly level2: string;
  readonly level3: CellValue;
  readonly value: CellValue;
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
  options: {
    readonly isBlank?: boolean;
    /** Amounts instead of formulas. */
    readonly values?: boolean;
    readonly projectsWithForm?: ReadonlySet<Member>;
    readonly formContents?: ReadonlyMap<Member, FormContent>;
    readonly projectUnits?: ReadonlyMap<Member, string>;
  },
): readonly DrawnForm[] {
  const { isBlank, values = false, projectsWithForm, formContents, projectUnits } = options;
  const aboutOf = (project: Member): FormAbout => ({
    department: formContents?.get(project)?.budgetUnit ?? projectUnits?.get(project) ?? about.department,
    year: about.year,
    nextFormSheet: (id) => about.nextFormSheet(id),
  });
  return forms.flatMap((form) => {
    const { print } = form;
    if (!print) return [];
    const projects = isBlank ? [''] : projectsWithMoney(form, source);
    return projects
      .filter((project) => projectsWithForm?.has(project) !== true)
      .map((project) => drawForm(form, print, project, source, aboutOf(project), formContents?.get(project), values));
  });
}

/** The projects for which a form is due. */
export function projectsWithMoney(form: Form, source: Source): readonly Member[] {
  const { dimension } = form.subject;
  const projects = source.points(form.scope, [dimension]).flatMap((point) => point[dimension] ?? []);
  return [...new Set(projects)].filter((project) => {
    const told = source.told(membersAt(form.scope, { [dimension]: project }));
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
  about: FormAbout,
  content: FormContent | undefined,
  values: boolean,
): DrawnForm {
  const { department, year } = about;
  const name = about.nextFormSheet(form.id);
  const projectName = spelledBy(source, project);
  const canvas = new Canvas();
  const across = (row: number, left = 0, right = LAST): Area => ({ top: row, left, bottom: row, right });
  const down = (top: number, bottom: number, column: number): Area => ({ top, left: column, bottom, right: column });
  canvas.span(across(0), 'title', form.title);
  canvas.span(across(1), 'frameCentred', print.year.replace('{year}', String(year ?? '')));
  canvas.span(across(2, 0, 0), 'header', form.subject.labels[0] ?? '');
  canvas.span(across(2, 1), 'nameCentred', project === '' ? null : projectName);
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
    const formula = index === 0 && project !== '' && !values ? sumOfOthers(amounts, firstAmount) : undefined;
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
  canvas.span(goal, 'name1', content?.goal ?? null);

  const headers = goalRow + 2;
  const { level1, level2, level3, value } = form.indicators.headers;
  [level1, level2, level3, value].forEach((text, index) => {
    canvas.put(headers, { column: index + 1, look: 'header', value: text });
  });
  let row = headers + 1;
  for (const { level1: name1, kinds } of groupsOfLines(print, content?.indicators ?? [])) {
    const lines = kinds.reduce((sum, kind) => sum + kind.lines.length, 0);
    canvas.span(down(row, row + lines - 1, 1), 'nameCentred', name1);
    for (const { level2: name2, lines: own } of kinds) {
      canvas.span(down(row, row + own.length - 1, 2), 'nameCentred', name2);
      for (const line of own) {
        canvas.put(row, { column: 3, look: 'name1', value: line?.level3 ?? null });
        canvas.put(row, { column: 4, look: 'name1', value: line?.value ?? null });
        row += 1;
      }
    }
  }
  canvas.span(down(headers, row - 1, 0), 'header', print.indicators);
  return {
    form: form.id,
    project: projectName,
    isFilled: content !== undefined && (content.goal !== null || content.indicators.length > 0),
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

interface Kind {
  readonly level2: string;
  /** At least one; undefined where nothing is filled in. */
  readonly lines: readonly (IndicatorLine | undefined)[];
}

/** The lines of a form: those that are printed, each with what was filled in of its kind; last what is of no such kind. */
function groupsOfLines(
  print: FormPrint,
  filled: readonly IndicatorLine[],
): readonly { readonly level1: string; readonly kinds: readonly Kind[] }[] {
  const ofKind = (level2: string): readonly IndicatorLine[] =>
    filled.filter((line) => normaliseText(line.level2) === normaliseText(level2));
  const known = new Set(print.kinds.flatMap(({ level2 }) => level2.map(normaliseText)));
  const others = [...new Set(filled.map(({ level2 }) => level2))].filter((level2) => !known.has(normaliseText(level2)));
  const kindOf = (level2: string): Kind => {
    const lines = ofKind(level2);
    return { level2, lines: lines.length === 0 ? [undefined] : lines };
  };
  return [
    ...print.kinds.map(({ level1, level2 }) => ({ level1, kinds: level2.map(kindOf) })),
    ...(others.length === 0 ? [] : [{ level1: '', kinds: others.map(kindOf) }]),
  ];
}

/** In the form's money unit; undefined where the source does not tell. */
function amountOf(
  form: Form,
  scope: Form['amounts'][number]['scope'],
  project: Member,
  source: Source,
): Decimal | undefined {
  const told = source.told(membersAt(form.scope, { [form.subject.dimension]: project }, scope));
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
