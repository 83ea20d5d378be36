import type { Block, Edition, Row, Table } from '../edition/edition';
import type { AskedPrior } from '../edition/text';
import { levelOf } from '../classification/code-tree';
import { scopeAt } from '../scope/scope';
import type { Source } from '../source/source';

/** A figure of last year that is asked for. */
export interface PriorLine {
  readonly table: string;
  /** '' of a row without one. */
  readonly code: string;
  readonly name: string;
  /** Header of the column. */
  readonly column: string;
}

/**
 * The figures of last year that an edition's text compares with; of rows of codes those at which there is money this year.
 * None where the edition has no text.
 */
export function priorLines(
  edition: Edition,
  now: Source | undefined,
  nameOf: (code: string) => string | undefined,
): readonly PriorLine[] {
  return (edition.text?.prior ?? []).flatMap((asked) => {
    const table = edition.tables.find(({ id }) => id === asked.table);
    const block = table?.blocks.find(({ columns }) => columns.some(({ header }) => asked.columns.includes(header)));
    if (!table || !block) return [];
    const rows =
      asked.rows === 'labels' || asked.rows === 'total' ? named(asked.rows, block) : codes(asked, table, block);
    return rows.flatMap(([code, name]) => asked.columns.map((column) => ({ table: table.id, code, name, column })));
  });

  function codes(asked: AskedPrior, table: Table, block: Block): readonly (readonly [string, string])[] {
    const tree = block.rows.find((row) => 'tree' in row)?.tree;
    if (tree === undefined || !now) return [];
    return now
      .points(scopeAt(table.scope, block.scope ?? {}).at, [tree])
      .flatMap((point) => point[tree] ?? [])
      .filter((code) => levelOf(code) === asked.rows)
      .map((code) => [code, nameOf(code) ?? '']);
  }
}

function named(which: 'labels' | 'total', block: Block): readonly (readonly [string, string])[] {
  return block.rows.flatMap((row: Row): readonly (readonly [string, string])[] => {
    if ('tree' in row) return [];
    if ('total' in row) return [['', row.total[0] ?? '']];
    if ('ordinal' in row) return which === 'labels' || row.ordinal === 1 ? [['', row.name]] : [];
    return which === 'labels' ? [['', row.label]] : [];
  });
}
