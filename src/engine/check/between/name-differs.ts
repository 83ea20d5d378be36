import { groupBy } from '../../lists/group-by';
import { sameButForEnding, spellingsOf } from '../../classification/names';
import type { Check } from '../check';
import { codedBlocks, type CodedBlock } from '../coded-rows';
import { fullWidthBrackets, nameOfRow, type CodedRow } from '../codes/coded-row';
import { nameVerdict } from '../codes/name-verdict';
import { makeFinding } from '../make-finding';

interface NamedRow {
  readonly row: CodedRow;
  readonly code: string;
  readonly name: string;
  /** The checks of codes say what is wrong with this name. */
  readonly told: boolean;
}

export const nameDiffers: Check = {
  id: 'c-name',
  severity: 'warning',
  describes:
    '同一编码在几张表里名称不同，必有一处写错或没有更新。例：222在收支总表称“粮油物资管理支出”，在财政拨款收支总表称“粮油物资储备支出”。统一为科目表的名称。',
  run(context) {
    return groupBy(codedBlocks(context).flatMap(namedRows), ({ code }) => code).flatMap((rows) => {
      const groups = [...groupBy(rows, ({ name }) => name)].sort((a, b) => b.length - a.length);
      if (groups.length < 2 || rows.some(({ told }) => told) || new Set(rows.map(({ row }) => row.table)).size < 2)
        return [];
      const [{ code, name }] = rows;
      return [
        makeFinding({
          rule: 'c-name',
          severity: groups.every((group) => sameButForEnding(group[0].name, name)) ? 'note' : 'warning',
          facts: {
            code: 'name-differs',
            printed: code,
            names: groups.map((group) => ({
              name: fullWidthBrackets(group[0].name),
              tables: [...new Set(group.map(({ row }) => row.table))],
            })),
          },
          // The rarer spelling is the likelier slip.
          cells: [...groups].reverse().flatMap((group) => group.map(({ row }) => row.nameCell ?? row.cell)),
          about: [code, ...groups.map((group) => group[0].name).sort()],
          table: groups[groups.length - 1]?.[0].row.table,
        }),
      ];
    });
  },
};

function namedRows({ rows, context }: CodedBlock): readonly NamedRow[] {
  return rows.flatMap((row): readonly NamedRow[] => {
    const printed = nameOfRow(row);
    if (row.code.kind !== 'code' || row.code.local !== undefined || printed === undefined) return [];
    const name = spellingsOf(printed).at(-1) ?? printed;
    const verdict = nameVerdict(row, context).kind;
    return [
      {
        row,
        code: row.code.code,
        name,
        told: verdict === 'stale' || verdict === 'wrong-code' || verdict === 'other-name',
      },
    ];
  });
}
