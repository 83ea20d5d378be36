import type { Book, Figure, RecognisedForm } from '../../book/book';
import type { Finding } from '../../finding/finding';
import type { Members } from '../../scope/scope';
import type { CellRef } from '../../snapshot/address';
import { normaliseText, readable } from '../../text/normalise';
import type { Check, CheckContext } from '../check';
import { figuresOfRow, formCell, groupBy, isNonZero } from '../look';
import { makeFinding } from '../make-finding';

interface ProjectRow {
  readonly name: string;
  /** What its table covers. */
  readonly within: Members;
  readonly cell: CellRef;
  readonly table: string;
}

export const project: Check = {
  id: 'c-performance-project',
  severity: 'warning',
  describes:
    '项目支出表与绩效目标表的项目要一一对应。例：绩效目标表有“机场设施租用费”，项目支出表没有这一行。补列项目行或绩效目标表；名称只是简写的视为同一项目，涉密项目不必公开。',
  run(context) {
    return groupBy(context.book.forms, (form) => form.declared.id).flatMap((forms) => projectsOf(forms, context));
  },
};

/** Something is written there, though nobody can tell how much. */
const isUnread = ({ reading }: Figure): boolean => reading.kind === 'unreadable';

function projectsOf(forms: readonly [RecognisedForm, ...RecognisedForm[]], { book }: CheckContext): readonly Finding[] {
  const { dimension } = forms[0].declared.subject;
  const rows = book.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.nodes.flatMap((row): readonly ProjectRow[] => {
        const name = row.members[dimension];
        const cell = row.nameCell ?? row.keyCell;
        if (name === undefined || !cell) return [];
        // It points to the amount, since the name of the project may stand in a column of its own.
        const amount = figuresOfRow(block, row).find((figure) => isNonZero(figure) || isUnread(figure));
        return amount ? [{ name, within: block.fixed, cell: amount.cell, table: table.declared.id }] : [];
      }),
    ),
  );
  if (rows.length === 0) return [];
  const named = forms.flatMap((form) =>
    form.subject && form.subject.text !== '' ? [{ form, name: form.subject.text }] : [],
  );
  const noRow = named.filter(
    ({ form, name }) =>
      !rows.some((row) => isSameProject(row.name, name)) &&
      !rows.every(({ within }) => isOutside(form, within, book) || othersPay(form, within, book)),
  );
  const noForm = groupBy(rows, ({ name }) => normaliseText(name)).filter(
    ([row]) => !named.some(({ name }) => isSameProject(row.name, name)),
  );
  const tables = [...new Set(rows.map((row) => row.table))];
  const about = { rule: 'c-performance-project', severity: 'warning' as const };

  const [only] = rows;
  const oneRow = new Set(rows.map((row) => normaliseText(row.name))).size === 1;
  const withoutRow =
    only && oneRow && noRow.length > 1
      ? [
          makeFinding({
            ...about,
            facts: {
              code: 'projects-one-row',
              project: readable(only.name),
              tables,
              others: noRow.map(({ name }) => readable(name)),
            },
            cells: [only.cell, ...noRow.map(({ form }) => formCell(form))],
            about: [only.name, 'one row'],
            table: only.table,
          }),
        ]
      : noRow.map(({ form, name }) =>
          makeFinding({
            ...about,
            facts: { code: 'project-no-row', project: readable(name), tables },
            cells: [formCell(form)],
            about: [name, 'no row'],
            table: form.declared.id,
            sheet: form.frame.sheet,
          }),
        );
  const withoutForm = noForm.map(([row]) =>
    makeFinding({
      ...about,
      facts: { code: 'project-no-form', project: readable(row.name), table: row.table },
      cells: [row.cell],
      about: [row.name, 'no form'],
      table: row.table,
    }),
  );
  return [...withoutRow, ...withoutForm];
}

/**
 * True where none of a form's money is what a table covers: a project that is paid for by other means is not listed among those of the
 * general public budget. Said by an amount of the form for that fund, or for one that it is a part of, that is zero or blank beside others.
 */
function isOutside(form: RecognisedForm, within: Members, { edition }: Book): boolean {
  const figures = form.amounts.map(({ figure }) => figure);
  if (!figures.some(isNonZero)) return false;
  return figures.some(
    (figure) =>
      !isNonZero(figure) &&
      figure.reading.kind !== 'unreadable' &&
      Object.entries(figure.scope.at).some(([dimension, member]) => {
        let at: string | undefined = within[dimension];
        const isOwn = form.declared.scope[dimension] !== undefined;
        while (at !== undefined && at !== '' && at !== member) at = edition.dimensions.parentOf(dimension, at);
        return !isOwn && at === member;
      }),
  );
}

/**
 * True where a form's amounts are of a whole (财政拨款) of which a table covers one part (一般公共预算) and other parts have money too: the
 * form does not say which of them pays for its project.
 */
function othersPay(form: RecognisedForm, within: Members, { edition, tables }: Book): boolean {
  const { dimensions } = edition;
  const stated = form.amounts.flatMap(({ figure }) => (isNonZero(figure) ? [figure.scope.at] : []));
  return Object.entries(within).some(([dimension, member]) => {
    const whole = dimensions.parentOf(dimension, member);
    if (whole === undefined || !stated.some((at) => at[dimension] === whole)) return false;
    const isOther = (other: string | undefined): boolean =>
      other !== undefined && other !== member && dimensions.parentOf(dimension, other) === whole;
    const isOfForm = (at: Members): boolean =>
      Object.entries(form.declared.scope).every(([own, value]) => at[own] === undefined || at[own] === value);
    return tables.some((table) =>
      table.blocks.some(({ figures }) =>
        figures.some((row) =>
          row.some((figure) => isNonZero(figure) && isOther(figure.scope.at[dimension]) && isOfForm(figure.scope.at)),
        ),
      ),
    );
  });
}

const SHORTEST_SHORT_NAME = 4;

/** One name, or one of them a shortened form of the other. */
function isSameProject(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)];
  if (first === second) return true;
  return (
    Math.min(first.length, second.length) >= SHORTEST_SHORT_NAME && (first.includes(second) || second.includes(first))
  );
}

const plain = (name: string): string => normaliseText(name).replace(/[()"·、,。-]/g, '');
