import type { Area } from '../../../engine/snapshot/address';
import { rangeOf } from '../api/areas';
import { BATCH_BYTES } from '../api/bytes';
import type { CellsRead } from './cell-request';
import { CellsWithheld, NO_CELLS, requestCells } from './cell-request';
import { isTooBig } from '../problem';
import { cellCount } from '../api/sheet-cells';
import type { SheetRequest } from './sheet-request';

export interface BlockRequest {
  readonly sheet: Excel.Worksheet;
  /** What holds something; undefined of an empty sheet. */
  readonly area: Area | undefined;
  /** What a cell of it takes in an answer, as far as that is known. */
  readonly bytesACell?: number | undefined;
}

/** A block of whole rows of one of the sheets. */
export interface Piece {
  readonly sheet: number;
  readonly area: Area;
}

/** What a cell takes in an answer (value, formula, format), before any has been read. */
const BYTES_A_CELL = 60;
/** An empty cell takes no less. */
const LEAST_BYTES_A_CELL = 16;

/** Enough of a sheet to tell what its cells take. */
const SAMPLE: Area = { top: 0, left: 0, bottom: 59, right: 19 };

/** Asks for the upper left corner of a sheet, and gives what a cell of its used range takes there; after the sync. */
export function requestSample(sheet: Excel.Worksheet, request: SheetRequest): () => number | undefined {
  const cells = requestCells(rangeOf(sheet, SAMPLE));
  return () => {
    const used = request.facts()?.used;
    if (!used || used.top > SAMPLE.bottom || used.left > SAMPLE.right) return undefined;
    const inside = cellCount({
      ...used,
      bottom: Math.min(used.bottom, SAMPLE.bottom),
      right: Math.min(used.right, SAMPLE.right),
    });
    const outside = cellCount(SAMPLE) - inside;
    return Math.max(LEAST_BYTES_A_CELL, (cells().bytes - outside * LEAST_BYTES_A_CELL) / inside);
  };
}

/**
 * Reads the cells of sheets in blocks of rows, as many blocks in one batch as the answer is expected to hold. What a cell takes is
 * learnt on the way; an answer that was too big all the same is asked for again in halves.
 */
export async function readBlocks(
  context: Excel.RequestContext,
  requests: readonly BlockRequest[],
  limit: number = BATCH_BYTES,
): Promise<readonly CellsRead[]> {
  const reader = new BlockReader(context, requests, limit);
  await reader.run();
  return reader.read;
}

class BlockReader {
  readonly read: CellsRead[];
  private readonly bytesACell: number[];
  private queue: Piece[];

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly requests: readonly BlockRequest[],
    private readonly limit: number,
  ) {
    this.read = requests.map(() => NO_CELLS);
    this.bytesACell = requests.map(({ bytesACell }) => bytesACell ?? BYTES_A_CELL);
    this.queue = requests.flatMap(({ area }, sheet) => (area ? [{ sheet, area }] : []));
  }

  async run(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.nextBatch();
      await this.readBatch(batch);
    }
  }

  /** As much as one answer is expected to hold; the rest stays in the queue. A single row always goes. */
  private nextBatch(): Piece[] {
    const batch: Piece[] = [];
    let room = this.limit;
    for (let piece = this.queue[0]; piece; piece = this.queue[0]) {
      const { top, bottom, left, right } = piece.area;
      const bytesARow = (right - left + 1) * (this.bytesACell[piece.sheet] ?? BYTES_A_CELL);
      const rows = Math.min(bottom - top + 1, Math.max(Math.floor(room / bytesARow), batch.length === 0 ? 1 : 0));
      if (rows === 0) break;
      batch.push({ ...piece, area: { ...piece.area, bottom: top + rows - 1 } });
      room -= rows * bytesARow;
      this.queue.shift();
      if (top + rows <= bottom) {
        this.queue.unshift({ ...piece, area: { ...piece.area, top: top + rows } });
        break;
      }
    }
    return batch;
  }

  private async readBatch(batch: readonly Piece[]): Promise<void> {
    const asked = batch.flatMap((piece) => {
      const sheet = this.requests[piece.sheet]?.sheet;
      return sheet ? [{ piece, cells: requestCells(rangeOf(sheet, piece.area)) }] : [];
    });
    try {
      await this.context.sync();
      const read = asked.map(({ piece, cells }) => ({ piece, cells: cells() }));
      for (const { piece, cells } of read) this.keep(piece, cells);
    } catch (error) {
      if (!isTooBig(error) && !(error instanceof CellsWithheld)) throw error;
      const halves = halved(batch);
      if (!halves) throw error;
      for (const half of halves) await this.readBatch(half);
    }
  }

  private keep({ sheet, area }: Piece, cells: CellsRead): void {
    const before = this.read[sheet] ?? NO_CELLS;
    this.read[sheet] = {
      rows: [...before.rows, ...cells.rows],
      hiddenRows: [...before.hiddenRows, ...cells.hiddenRows],
      hiddenColumns: cells.hiddenColumns,
      ...(cells.widths ? { widths: cells.widths } : {}),
      bytes: before.bytes + cells.bytes,
    };
    this.bytesACell[sheet] = Math.max(LEAST_BYTES_A_CELL, cells.bytes / cellCount(area));
  }
}

/** The first and the second half of what a batch asked for, in order; undefined of a single row. */
export function halved(batch: readonly Piece[]): readonly (readonly Piece[])[] | undefined {
  if (batch.length > 1) {
    const middle = batch.length >> 1;
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  const [piece] = batch;
  if (!piece || piece.area.top === piece.area.bottom) return undefined;
  const middle = (piece.area.top + piece.area.bottom) >> 1;
  return [
    [{ ...piece, area: { ...piece.area, bottom: middle } }],
    [{ ...piece, area: { ...piece.area, top: middle + 1 } }],
  ];
}
