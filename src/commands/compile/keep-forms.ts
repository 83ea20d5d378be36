import { convertMoney } from '../../engine/amount/money-unit';
import type { Book, RecognisedForm } from '../../engine/book/book';
import { isOpenForm } from '../../engine/check/performance/forms';
import type { DrawnForm } from '../../engine/compile/draw-form';
import { scopeAt, type Member } from '../../engine/scope/scope';
import type { CellRef } from '../../engine/snapshot/address';
import type { Edit } from '../../engine/snapshot/patch';
import { cellAt, sheetNamed, type Snapshot } from '../../engine/snapshot/snapshot';
import type { Source } from '../../engine/source/source';
import { spelledBy } from '../../engine/source/spelled';
import { normaliseText } from '../../engine/text/normalise';
import { isLikeProject } from '../../engine/text/project-name';
import { rewritten } from '../rewrite';

/** A performance table that was there before. */
export interface KeptForm {
  readonly project: Member;
  /** As its form writes it. */
  readonly written: string;
  readonly sheet: string;
  /** The project has no money any more: the form is left to whoever filled it in. */
  readonly isGone: boolean;
  /** Amounts that change, old and new as plain decimals in the form's money unit. */
  readonly changes: readonly { readonly cell: CellRef; readonly before: string | undefined; readonly now: string }[];
  readonly edits: readonly Edit[];
  /** Its department or its year was that of the tables, and follows them. */
  readonly isRenamed: boolean;
  /** None of its indicators says anything yet. */
  readonly isOpen: boolean;
}

/** Forms that name a project stay as people filled them in; only the numbers of their amounts are rewritten. */
export function keepForms(
  book: Book | undefined,
  snapshot: Snapshot,
  source: Source,
  about: FormAbout,
): readonly KeptForm[] {
  return (book?.forms ?? []).flatMap((form): readonly KeptForm[] => {
    const project = form.subject?.text;
    if (project === undefined || project === '') return [];
    const { scope, subject } = form.declared;
    const whole = source.told(scopeAt(scope, { [subject.dimension]: project }).at);
    const isGone = whole?.value.isZero() === true;
    const changes = isGone ? [] : changesOf(form, project, snapshot, source);
    const named = isGone ? [] : namedEdits(form, spelledBy(source, project), snapshot);
    const renamed = book ? renamedEdits(form, book, snapshot, about) : [];
    return [
      {
        project,
        written: form.subject?.written ?? project,
        sheet: form.frame.sheet,
        isGone,
        changes: changes.map(({ cell, before, now }) => ({ cell, before, now })),
        edits: [...changes.map(({ cell, to }): Edit => ({ do: 'setValue', at: cell, to })), ...renamed, ...named],
        isRenamed: renamed.length > 0,
        isOpen: isOpenForm(form),
      },
    ];
  });
}

/** A form whose project has no money any more; projects as they are written. */
export interface GoneForm {
  readonly project: string;
  readonly sheet: string;
  /** A new project that is called alike: perhaps the same one, renamed. */
  readonly alike: { readonly project: string; readonly sheet: string } | undefined;
}

/** The forms whose projects are gone, with the project among those whose forms are new, or still open, which each may have been renamed to. */
export function goneForms(kept: readonly KeptForm[], made: readonly DrawnForm[]): readonly GoneForm[] {
  const open = [
    ...made.map(({ project, sheet }) => ({ project, sheet: sheet.name })),
    ...kept.flatMap(({ isGone, isOpen, written, sheet }) => (isOpen && !isGone ? [{ project: written, sheet }] : [])),
  ];
  return kept
    .filter(({ isGone }) => isGone)
    .map(({ written: project, sheet }) => {
      const [alike, another] = open.filter((form) => isLikeProject(form.project, project));
      return { project, sheet, alike: another ? undefined : alike };
    });
}

/** The sheets of the forms that are still to be filled in: those that were there before and those that are new. */
export const openForms = (kept: readonly KeptForm[], made: readonly DrawnForm[]): readonly string[] => [
  ...kept.filter(({ isOpen }) => isOpen).map(({ sheet }) => sheet),
  ...made.filter(({ isFilled }) => !isFilled).map(({ sheet }) => sheet.name),
];

/** Who and when, as it is printed. */
export interface FormAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
}

/** In a form that the tool drew, department and year follow those of the tables, as long as they were the same; others are somebody's own. */
function renamedEdits(
  { frame, budgetUnit }: RecognisedForm,
  before: Book,
  snapshot: Snapshot,
  { department, year }: FormAbout,
): readonly Edit[] {
  const sheet = sheetNamed(snapshot, frame.sheet);
  if (sheet?.drawnTable !== true) return [];
  const edits: Edit[] = [];
  const wasOurs = budgetUnit && normaliseText(budgetUnit.text) === normaliseText(before.department ?? '');
  if (wasOurs && department !== undefined && normaliseText(department) !== normaliseText(budgetUnit.text))
    edits.push({ do: 'setValue', at: budgetUnit.cell, to: department });
  if (frame.year && year !== undefined && frame.year.year === before.year && year !== before.year) {
    const { row, column } = frame.year.cell;
    const text = cellAt(sheet, row, column)?.value;
    if (typeof text === 'string')
      edits.push({ do: 'setValue', at: frame.year.cell, to: text.replace(String(before.year), String(year)) });
  }
  return edits;
}

/** In a form that the tool drew, the name of the project is written as it is in the tables. */
function namedEdits({ frame, subject }: RecognisedForm, name: string, snapshot: Snapshot): readonly Edit[] {
  const sheet = sheetNamed(snapshot, frame.sheet);
  if (sheet?.drawnTable !== true || !subject || subject.written === name) return [];
  const held = cellAt(sheet, subject.cell.row, subject.cell.column);
  const isItsOwn = held?.formula === undefined && normaliseText(String(held?.value ?? '')) === subject.text;
  return isItsOwn ? [{ do: 'setValue', at: subject.cell, to: name }] : [];
}

/** Sheets of the tool's whose form names no project: nobody has filled it in, and it is no longer needed. */
export function blankForms(book: Book | undefined, snapshot: Snapshot): readonly string[] {
  const forms = book?.forms ?? [];
  return forms
    .filter(({ subject }) => subject === undefined || subject.text === '')
    .map(({ frame }) => frame.sheet)
    .filter((sheet) => sheetNamed(snapshot, sheet)?.drawnTable === true);
}

function changesOf(form: RecognisedForm, project: Member, snapshot: Snapshot, source: Source) {
  const { scope, subject, amounts } = form.declared;
  return form.amounts.flatMap(({ name, figure }) => {
    const { cell, moneyUnit, formula } = figure;
    const declared = amounts.find((amount) => amount.name === name);
    const told = declared && source.told(scopeAt(scope, { [subject.dimension]: project }, declared.scope).at);
    if (!told || formula !== undefined) return [];
    const amount = convertMoney(told.value, '万元', moneyUnit);
    const present = figure.value && convertMoney(figure.value, '万元', moneyUnit);
    if (present?.equals(amount)) return [];
    const sheet = sheetNamed(snapshot, cell.sheet);
    const value = (sheet && cellAt(sheet, cell.row, cell.column)?.value) ?? null;
    const rewriting = rewritten(value, amount.toFixed(), moneyUnit);
    return rewriting ? [{ cell, before: rewriting.before, now: amount.toFixed(), to: rewriting.to }] : [];
  });
}
