import type { RecognisedBlock } from '../../book/book';
import { parentOf } from '../../classification/code-tree';
import type { Check } from '../check';
import { codedRows } from '../coded-rows';
import { parentCheck } from '../codes/k-parent';
import { groupBy } from '../look';
import { makeFinding } from '../make-finding';

export const orphan: Check = {
  id: 'b-orphan',
  severity: 'note',
  describes:
    '别的科目都列了上级，这一项没有，读者看不到它归在哪里，合计也可能漏加。例：有2080505，没有20805一行。补上级科目行；通篇只列末级的不提示。',
  run({ book, snapshot, catalogue, year }) {
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) => {
        const told = new Set(
          parentCheck(codedRows(block, snapshot), { catalogue, year }).flatMap((finding) =>
            finding.facts.code === 'code-parent' ? [finding.facts.printed] : [],
          ),
        );
        return groupBy(
          orphansIn(block).filter(({ printed }) => !told.has(printed)),
          ({ parent }) => parent,
        ).map((group) => {
          const [{ printed, parent, index }] = group;
          const row = block.rows.nodes[index];
          return makeFinding({
            rule: 'b-orphan',
            severity: 'note',
            facts: { code: 'row-orphan', table: table.declared.id, printed, name: row?.name ?? printed, parent },
            cells: group.flatMap((one) => block.rows.nodes[one.index]?.keyCell ?? []),
            about: [table.declared.id, parent],
            table: table.declared.id,
          });
        });
      }),
    );
  },
};

interface Orphan {
  readonly printed: string;
  readonly parent: string;
  readonly index: number;
}

function orphansIn(block: RecognisedBlock): readonly Orphan[] {
  const coded = block.rows.nodes.flatMap((row, index) =>
    row.code?.kind === 'code' ? [{ printed: row.code.code, index }] : [],
  );
  const printed = new Set(coded.map((row) => row.printed));
  const lacking = coded.flatMap((row): readonly Orphan[] => {
    const parent = parentOf(row.printed);
    return parent === undefined || printed.has(parent) ? [] : [{ ...row, parent }];
  });
  return lacking.filter((row) =>
    coded.some(
      (other) =>
        other.printed.length === row.printed.length &&
        other.printed !== row.printed &&
        printed.has(parentOf(other.printed) ?? ''),
    ),
  );
}
