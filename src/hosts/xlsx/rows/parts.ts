import { a1OfArea, parseA1Area } from '../../../engine/snapshot/address';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import type { Draft } from '../draft';
import { PartUnreadable } from '../draft';
import { movedShapes } from './note-shapes';
import { firstRowFrom, movedArea } from './row-change';
import type { RowChange } from './row-change';
import { rewriteElements } from './rewriter';
import type { Rewriter } from './rewriter';

/** The formulas that other parts than the worksheets hold, and what is anchored to rows there. */
export class PartMover {
  constructor(
    private readonly draft: Draft,
    private readonly change: RowChange,
  ) {}

  /** Names and what pivot tables take in. A name's formula without a fixed row is meant from wherever it is used. */
  workbook(path: string): void {
    this.rewrite(path, (name, at) => {
      if (name !== 'definedName') return;
      // Print areas, titles and filters mean their cells, whether or not another program wrote the dollar signs.
      const isPlace = at.scan.attribute('name')?.startsWith('_xlnm.') === true;
      at.text((text) => this.change.formula(text, undefined, isPlace ? {} : { fixedOnly: true }));
    });
    for (const cache of this.targets(path, ['pivotCacheDefinition']))
      this.rewrite(cache, (name, at) => {
        if (name === 'worksheetSource') this.pivotSource(at);
      });
  }

  /** What belongs to one worksheet, or to a chart sheet: notes, drawings with their charts, controls, formulas of tables. */
  sheet(path: string, sheet: string): void {
    const moves = this.change.of(sheet)?.moves;
    const formula = (text: string): string => this.change.formula(text, sheet);
    if (moves) {
      for (const part of this.targets(path, ['comments', 'threadedComment']))
        this.rewrite(part, (name, at) => {
          if (name === 'comment' || name === 'threadedComment')
            at.attributes({ ref: (text) => movedReference(text, moves, part) });
        });
    }
    for (const part of this.targets(path, ['vmlDrawing']))
      this.put(part, (bytes) => movedShapes(bytes, moves, formula));
    for (const part of this.targets(path, ['ctrlProp']))
      this.rewrite(part, (_name, at) => {
        at.attributes({ fmlaLink: formula, fmlaRange: formula, fmlaGroup: formula, fmlaTxbx: formula });
      });
    for (const part of this.targets(path, ['table']))
      this.rewrite(part, (name, at) => {
        if (name === 'calculatedColumnFormula' || name === 'totalsRowFormula') at.text(formula);
      });
    for (const part of this.targets(path, ['drawing'])) this.drawing(part, moves, formula);
  }

  private drawing(path: string, moves: RowMoves | undefined, formula: (text: string) => string): void {
    let anchor: 'moves' | 'keepsSize' | 'stays' = 'moves';
    let shift: number | undefined;
    let end: 'from' | 'to' | undefined;
    this.rewrite(path, (name, at) => {
      if (name === 'twoCellAnchor' || name === 'oneCellAnchor') {
        const kind = at.scan.attribute('editAs');
        anchor = kind === 'absolute' ? 'stays' : kind === 'oneCell' ? 'keepsSize' : 'moves';
        shift = undefined;
      } else if (name === 'from' || name === 'to') end = name;
      else if (name === 'row' && end !== undefined && moves && anchor !== 'stays')
        at.text((text) => {
          const row = Number(text);
          // A picture that keeps its size goes by as much as its upper edge.
          const by = end === 'to' && anchor === 'keepsSize' ? shift : undefined;
          const moved = by === undefined ? firstRowFrom(row, moves) : row + by;
          if (end === 'from') shift = moved - row;
          return String(moved);
        });
      else if (name === 'sp') at.attributes({ textlink: formula });
      if (!IN_ANCHOR.has(name)) end = undefined;
    });
    for (const chart of this.targets(path, ['chart', 'chartEx']))
      this.rewrite(chart, (name, at) => {
        if (name === 'f') at.text(formula);
      });
  }

  private pivotSource(at: Rewriter): void {
    const sheet = at.scan.attribute('sheet');
    const moves = sheet === undefined ? undefined : this.change.of(sheet)?.moves;
    // With a relationship it is another workbook's.
    if (!moves || at.scan.attributeOfAnyPrefix('id') !== undefined) return;
    at.attributes({ ref: (text) => movedReference(text, moves, 'pivotCacheDefinition') });
  }

  private targets(part: string, types: readonly string[]): readonly string[] {
    const found = this.draft
      .relationships(part)
      .filter(({ type, external, target }) => types.includes(type) && !external && this.draft.has(target))
      .map(({ target }) => target);
    return [...new Set(found)];
  }

  private rewrite(path: string, visit: (name: string, at: Rewriter) => void): void {
    this.put(path, (bytes) => rewriteElements(bytes, path, visit));
  }

  private put(path: string, rewrite: (bytes: Uint8Array) => Uint8Array): void {
    const before = this.draft.read(path);
    const after = rewrite(before);
    if (after !== before) this.draft.write(path, after);
  }
}

const IN_ANCHOR: ReadonlySet<string> = new Set(['from', 'to', 'col', 'colOff', 'row', 'rowOff']);

function movedReference(text: string, moves: RowMoves, part: string): string {
  const area = parseA1Area(text);
  const moved = area && movedArea(area, moves);
  // A note on a row that is taken out: somebody has used the row meanwhile.
  if (area && !moved) throw new PartUnreadable(`${part}: ${text} is gone`);
  return !area || !moved || (moved.top === area.top && moved.bottom === area.bottom) ? text : a1OfArea(moved);
}
