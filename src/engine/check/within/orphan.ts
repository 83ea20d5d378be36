import type { Figure } from '../../book/book';
import type { Finding } from '../../finding/finding';
import { plainAmount } from '../../finding/quote';
import type { Check } from '../check';
import { figuresOfRow } from '../look';
import { makeFinding } from '../make-finding';
import { amountIn, lackingIn, type MissingCodes } from './missing-codes';

export const orphan: Check = {
  id: 'b-orphan',
  severity: 'warning',
  describes:
    '别的科目都列了上级，这一项没有，读者看不到它归在哪里，合计也可能漏加。例：有2080505，没有20805一行。补上级科目行（fill会补上，合计漏加的另改）；版式不要这一级的只作提示，通篇只列末级的不提示。',
  run(context) {
    return [...lackingIn(context)].flatMap(([block, { missing, orphans }]) => [
      ...missing.map(findingOf),
      ...orphans.map(({ parent, rows }) =>
        makeFinding({
          rule: 'b-orphan',
          severity: 'note',
          facts: {
            code: 'row-orphan',
            table: block.table,
            printed: rows[0]?.code?.kind === 'code' ? rows[0].code.code : '',
            name: rows[0]?.name ?? '',
            parent,
          },
          cells: rows.flatMap(({ keyCell }) => keyCell ?? []),
          about: [block.table, parent],
          table: block.table,
        }),
      ),
    ]);
  },
};

function findingOf(one: MissingCodes): Finding {
  const { block, rows, children, fillable } = one;
  const figures = children.flatMap((child) => figuresOfRow(block, child));
  const columns = block.columns.nodes.map(({ column }) => column);
  const column = columns.find((candidate) => amountIn(one, candidate) !== undefined);
  const amount = column === undefined ? undefined : amountIn(one, column);
  const like: Figure | undefined = figures.find(({ cell }) => cell.column === column) ?? figures[0];
  const { moneyUnit, decimals } = like ?? { moneyUnit: '万元' as const, decimals: 2 };
  return makeFinding({
    rule: 'b-orphan',
    severity: amount === undefined ? 'note' : 'warning',
    facts: {
      code: 'row-absent',
      table: block.table,
      rows,
      children: children.length,
      ...(amount === undefined ? {} : { amount: plainAmount(amount, moneyUnit, decimals) }),
      moneyUnit,
      fillable,
    },
    cells: children.flatMap(({ keyCell }) => keyCell ?? []),
    about: [block.table, rows[0]?.code ?? ''],
    table: block.table,
  });
}
