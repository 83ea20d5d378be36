import { Decimal } from 'decimal.js';
import { groupBy } from '../../lists/group-by';
import type { Figure, RecognisedForm } from '../../book/book';
import type { Finding } from '../../finding/finding';
import type { Members } from '../../scope/scope';
import type { CellRef } from '../../snapshot/address';
import { normaliseText, readable } from '../../text/normalise';
import { sameProject } from '../../text/project-name';
import type { Check, CheckContext } from '../check';
import { besideLedger } from '../ledger/beside';
import { figuresOfRow, formCell, isNonZero } from '../look';
import { makeFinding } from '../make-finding';
import { isOutside, payableByOthers } from './paid-by-others';
import { renamedAmong, renamedFinding, type NamedRow } from './renamed';

interface ProjectRow extends NamedRow {
  /** What its table covers. */
  readonly within: Members;
  readonly cell: CellRef;
}

export const project: Check = {
  id: 'c-performance-project',
  severity: 'warning',
  describes:
    '项目支出表与绩效目标表的项目要一一对应。例：绩效目标表有“机场设施租用费”，项目支出表没有这一行。补列项目行或绩效目标表；两边各有一个对不上、金额相同的，像是改了名，只列一条，写明各叫什么，有台账的写明哪个对：统一名称。名称只是简写的视为同一项目，提示统一名称；涉密项目不必公开。',
  run(context) {
    return groupBy(context.book.forms, (form) => form.declared.id).flatMap((forms) => projectsOf(forms, context));
  },
};

/** Something is written there, though nobody can tell how much. */
const isUnread = ({ reading }: Figure): boolean => reading.kind === 'unreadable';

function projectsOf(forms: readonly [RecognisedForm, ...RecognisedForm[]], context: CheckContext): readonly Finding[] {
  const { book } = context;
  const { dimension } = forms[0].declared.subject;
  const rows = book.tables.flatMap(({ declared, blocks }) =>
    blocks.flatMap((block) =>
      block.rows.nodes.flatMap((row): readonly ProjectRow[] => {
        const name = row.members[dimension];
        const cell = row.nameCell ?? row.keyCell;
        if (name === undefined || !cell) return [];
        // It points to the amount, since the name of the project may stand in a column of its own.
        const amount = figuresOfRow(block, row).find((figure) => isNonZero(figure) || isUnread(figure));
        if (!amount) return [];
        const nameCell = row.detailCell ?? row.nameCell ?? cell;
        const value = amount.value ?? new Decimal(0);
        const written = row.detailName ?? readable(name);
        const table = declared.id;
        return [{ name, written, nameCell, within: block.fixed, cell: amount.cell, table, amount: value }];
      }),
    ),
  );
  if (rows.length === 0) return [];
  const named = forms.flatMap((form) =>
    form.subject && form.subject.text !== '' ? [{ form, name: form.subject.text, written: form.subject.written }] : [],
  );
  const isOf = (row: string, form: string): boolean => {
    const same = sameProject(row, form);
    // Who has one of the very name has no need of one that is called alike.
    return (
      same === 'exact' ||
      (same === 'short' &&
        !named.some(({ name }) => sameProject(row, name) === 'exact') &&
        !rows.some(({ name }) => sameProject(name, form) === 'exact'))
    );
  };
  const withins = [...new Set(rows.map(({ within }) => within))];
  const rowless = named.filter(
    ({ form, name }) =>
      !rows.some((row) => isOf(row.name, name)) && !withins.every((within) => isOutside(form, within, book)),
  );
  const paidByOthers = payableByOthers(
    rowless.map(({ form }) => form),
    withins,
    book,
  );
  const unlisted = rowless.filter(({ form }) => !paidByOthers.has(form));
  const formless = groupBy(rows, ({ name }) => normaliseText(name)).filter(
    ([row]) => !named.some(({ name }) => isOf(row.name, name)),
  );
  const tables = [...new Set(rows.map((row) => row.table))];
  const about = { rule: 'c-performance-project', severity: 'warning' as const };

  const [only] = rows;
  const isOneRow = new Set(rows.map((row) => normaliseText(row.name))).size === 1 && unlisted.length > 1;
  const renamed = isOneRow ? [] : renamedAmong(unlisted, formless);
  const noRow = unlisted.filter((one) => !renamed.some(({ form }) => form === one));
  const noForm = formless.filter((one) => !renamed.some(({ rows: own }) => own === one));
  const withoutRow =
    only && isOneRow
      ? [
          makeFinding({
            ...about,
            facts: {
              code: 'projects-one-row',
              project: only.written,
              tables,
              others: noRow.map(({ written }) => written),
            },
            cells: [only.cell, ...noRow.map(({ form }) => formCell(form))],
            about: [only.name, 'one row'],
            table: only.table,
          }),
        ]
      : noRow.map(({ form, name, written }) =>
          makeFinding({
            ...about,
            facts: { code: 'project-no-row', project: written, tables },
            cells: [formCell(form)],
            about: [name, 'no row'],
            table: form.declared.id,
            sheet: form.frame.sheet,
          }),
        );
  const withoutForm = noForm.map(([row]) =>
    makeFinding({
      ...about,
      facts: { code: 'project-no-form', project: row.written, table: row.table },
      cells: [row.cell],
      about: [row.name, 'no form'],
      table: row.table,
    }),
  );
  const { ledger } = renamed.length === 0 ? {} : besideLedger(context).evidence;
  const shortened = named.flatMap(({ form, name, written }): readonly Finding[] => {
    const row = rows.find((one) => isOf(one.name, name));
    if (!row || sameProject(row.name, name) === 'exact') return [];
    return [
      makeFinding({
        ...about,
        severity: 'note',
        facts: {
          code: 'project-shortened',
          form: { cell: formCell(form), table: form.declared.id, row: written },
          row: { cell: row.nameCell, table: row.table, row: row.written },
        },
        cells: [formCell(form), row.nameCell],
        about: [name, row.name, 'shortened'],
        table: form.declared.id,
        sheet: form.frame.sheet,
      }),
    ];
  });
  return [...shortened, ...renamed.map((one) => renamedFinding(one, about, ledger)), ...withoutRow, ...withoutForm];
}
