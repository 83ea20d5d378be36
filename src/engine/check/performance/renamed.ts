import { Decimal } from 'decimal.js';
import type { RecognisedForm } from '../../book/book';
import type { Finding } from '../../finding/finding';
import { plainAmount } from '../../finding/quote';
import type { StandingLedger } from '../../ledger-evidence/standing-ledger';
import type { CellRef } from '../../snapshot/address';
import { normaliseText } from '../../text/normalise';
import { isLikeProject } from '../../text/project-name';
import { formCell, isNonZero } from '../look';
import { makeFinding } from '../make-finding';

/** A form of a project that no table lists by this name. */
export interface NamedForm {
  readonly form: RecognisedForm;
  readonly name: string;
  /** As it stands in the form. */
  readonly written: string;
}

/** The rows of a project that has no form by this name. */
export type NamedRows = readonly [NamedRow, ...NamedRow[]];

export interface NamedRow {
  readonly name: string;
  /** As it stands in the table. */
  readonly written: string;
  readonly nameCell: CellRef;
  readonly table: string;
  /** What its project has in it, in 万元. */
  readonly amount: Decimal;
}

/** A form and a project that are most likely one, renamed on one side. */
export interface Renamed<Rows extends NamedRows = NamedRows> {
  readonly form: NamedForm;
  readonly rows: Rows;
}

/**
 * Forms and projects of the same amount of which neither has a counterpart by its name. Where several have it, those whose names are alike;
 * where several are, none: nobody can tell which is which.
 */
export function renamedAmong<Rows extends NamedRows>(
  forms: readonly NamedForm[],
  projects: readonly Rows[],
): readonly Renamed<Rows>[] {
  const pairs = forms.flatMap((form) =>
    projects.flatMap((rows) => (hasAmount(form, amountOf(rows)) ? [{ form, rows }] : [])),
  );
  const only = (among: readonly Renamed<Rows>[]): readonly Renamed<Rows>[] =>
    among.filter(({ form, rows }) => among.filter((other) => other.form === form || other.rows === rows).length === 1);
  const found = only(pairs);
  const rest = pairs.filter(
    ({ form, rows }) =>
      !found.some((one) => one.form === form || one.rows === rows) && isLikeProject(form.name, rows[0].name),
  );
  return [...found, ...only(rest)];
}

const amountOf = (rows: NamedRows): Decimal => Decimal.sum(...rows.map(({ amount }) => amount));

const hasAmount = ({ form }: NamedForm, amount: Decimal): boolean =>
  form.amounts.some(({ figure }) => isNonZero(figure) && figure.value?.equals(amount) === true);

/** That a form and a project are called otherwise; whose name is right is known where the ledger has one of the two. */
export function renamedFinding(
  { form: { form, name, written }, rows }: Renamed,
  about: Pick<Finding, 'rule' | 'severity'>,
  ledger: StandingLedger | undefined,
): Finding {
  const [row] = rows;
  const right = ledger && rightOf(name, row.name, namesIn(ledger, form.declared.subject.dimension));
  const formPlace = { cell: formCell(form), table: form.declared.id, row: written };
  const rowPlace = { cell: row.nameCell, table: row.table, row: row.written };
  const { moneyUnit } = form.frame;
  return makeFinding({
    ...about,
    facts: {
      code: 'project-renamed',
      form: formPlace,
      row: rowPlace,
      amount: plainAmount(amountOf(rows), moneyUnit, form.declared.decimals),
      moneyUnit,
      ...(right === undefined ? {} : { right, ledger: ledger?.sheet ?? '' }),
    },
    cells: [...(right === 'row' ? [] : [rowPlace.cell]), ...(right === 'form' ? [] : [formPlace.cell])],
    about: [name, row.name, 'renamed'],
    table: right === 'row' ? form.declared.id : row.table,
    ...(right === 'row' ? { sheet: form.frame.sheet } : {}),
  });
}

const namesIn = ({ source }: StandingLedger, dimension: string): ReadonlySet<string> =>
  new Set(source.points({}, [dimension]).map((point) => normaliseText(point[dimension] ?? '')));

function rightOf(form: string, row: string, names: ReadonlySet<string>): 'form' | 'row' | undefined {
  const [isForm, isRow] = [form, row].map((name) => names.has(normaliseText(name)));
  if (isForm === isRow) return undefined;
  return isForm === true ? 'form' : 'row';
}
