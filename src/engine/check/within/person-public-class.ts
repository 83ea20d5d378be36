import type { Figure, RecognisedBlock } from '../../book/book';
import type { Placement } from '../../edition/edition';
import type { Check } from '../check';
import { isNonZero } from '../look';
import { makeFinding } from '../make-finding';

interface Misplaced {
  readonly figure: Figure;
  readonly printed: string;
  readonly found: string;
  readonly wanted: string;
}

export const personPublicClass: Check = {
  id: 'b-person-public-class',
  severity: 'warning',
  describes:
    '工资福利支出（301）、对个人和家庭的补助（303）应列人员经费，商品和服务支出（302）、资本性支出（310）应列公用经费。例：30101“基本工资”列在“公用经费”。移到对应的列；各地做法不一的科目不提示。',
  run({ book }) {
    const placements = book.edition.declared.placements ?? [];
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) =>
        misplacedIn(block, placements).map(({ figure, printed, found, wanted }) =>
          makeFinding({
            rule: 'b-person-public-class',
            severity: 'warning',
            facts: {
              code: 'class-column',
              table: table.declared.id,
              printed,
              name: figure.rowName ?? printed,
              found,
              wanted,
            },
            cells: [figure.cell],
            about: [table.declared.id, printed, found],
            table: table.declared.id,
          }),
        ),
      ),
    );
  },
};

function misplacedIn(block: RecognisedBlock, placements: readonly Placement[]): readonly Misplaced[] {
  return block.rows.nodes.flatMap((row, r) =>
    placements.flatMap((placement) => {
      const code = row.members[placement.along];
      if (code === undefined || !covers(placement.codes, code) || covers(placement.except ?? [], code)) return [];
      const rivals = placements
        .filter((other) => other.dimension === placement.dimension && other.member !== placement.member)
        .map((other) => other.member);
      return block.columns.nodes.flatMap((column, c): readonly Misplaced[] => {
        const found = column.members[placement.dimension];
        const figure = block.figures[r]?.[c];
        if (found === undefined || !rivals.includes(found) || !figure || !isNonZero(figure)) return [];
        return [{ figure, printed: code, found, wanted: placement.member }];
      });
    }),
  );
}

const covers = (codes: readonly string[], code: string): boolean => codes.some((prefix) => code.startsWith(prefix));
