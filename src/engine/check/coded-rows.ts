import type { RecognisedBlock } from '../book/book';
import { systemOf, type CodeSystem } from '../classification/code-tree';
import type { Snapshot } from '../snapshot/snapshot';
import type { CheckContext } from './check';
import type { CodeContext, CodedRow } from './codes/coded-row';
import { cellOf, figuresOfRow, isNonZero } from './look';

/** One block of a table as the checks of codes look at it. */
export interface CodedBlock {
  readonly rows: readonly CodedRow[];
  readonly context: CodeContext;
}

/** The blocks of all tables whose rows are classification codes, in table order. */
export function codedBlocks(context: CheckContext): readonly CodedBlock[] {
  return context.book.tables.flatMap((table) =>
    table.blocks.flatMap((block) => {
      const rows = codedRows(block, context.snapshot);
      return rows.length === 0 ? [] : [{ rows, context: codeContext(block, context) }];
    }),
  );
}

/** The rows of a block that have a place for a code; none where its rows are told by labels or by their order. */
export function codedRows(block: RecognisedBlock, snapshot: Snapshot): readonly CodedRow[] {
  const key = block.declared.keys.find((candidate) => candidate.key === 'code');
  const list = block.declared.rows.some((row) => 'tree' in row && row.list !== undefined);
  return block.rows.nodes.flatMap((row): readonly CodedRow[] => {
    if (row.role !== 'tree' || !row.code || !row.keyCell) return [];
    const name = row.nameCell && nameAt(snapshot, row.nameCell);
    return [
      {
        system: key?.key === 'code' ? key.system : systemByCode(row.code.kind === 'code' ? row.code.code : ''),
        code: row.code,
        ...(name === undefined || name === '' ? {} : { name }),
        cell: row.keyCell,
        ...(row.nameCell ? { nameCell: row.nameCell } : {}),
        table: block.table,
        hasAmounts: figuresOfRow(block, row).some(isNonZero),
        ...(list ? { classList: true as const } : {}),
      },
    ];
  });
}

function codeContext(block: RecognisedBlock, { catalogue, year }: CheckContext): CodeContext {
  const { deepestCode } = block;
  const context = { catalogue, year };
  return deepestCode === 3 || deepestCode === 5 || deepestCode === 7
    ? { ...context, leafLength: deepestCode }
    : context;
}

const systemByCode = (code: string): CodeSystem => systemOf(code) ?? 'functional';

/** A name as it stands, without the white space that broke it into lines or padded it. */
function nameAt(snapshot: Snapshot, cell: Parameters<typeof cellOf>[1]): string {
  const value = cellOf(snapshot, cell)?.value ?? null;
  return value === null ? '' : String(value).replace(/[\s\u3000]+/g, '');
}
