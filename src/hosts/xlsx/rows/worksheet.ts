import { a1OfArea, parseA1Area } from '../../../engine/snapshot/address';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import { PartUnreadable } from '../draft';
import { Token } from '../xml-scanner';
import type { XmlScanner } from '../xml-scanner';
import { moveMerges } from './merged-cells';
import { firstRowFrom, movedArea } from './row-change';
import type { RowChange, SheetRowChange } from './row-change';
import { Rewriter } from './rewriter';
import { SheetData } from './sheet-data';

/** Attributes that say cells of the sheet itself, by element: one area, or several parted by blanks. */
const AREAS: Readonly<Record<string, string>> = {
  dimension: 'ref',
  autoFilter: 'ref',
  sortState: 'ref',
  sortCondition: 'ref',
  conditionalFormatting: 'sqref',
  dataValidation: 'sqref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  inputCells: 'r',
  cellWatch: 'r',
  cellSmartTags: 'r',
};

/** Elements whose text is a formula; `f` is what the extensions call theirs. */
const FORMULAS: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f']);

/** A worksheet part after rows have moved, on it or on others; the very bytes that were given where that does not concern it. */
export function movedWorksheet(bytes: Uint8Array, sheet: string, change: RowChange): Uint8Array {
  return new WorksheetMover(bytes, sheet, change).write();
}

class WorksheetMover {
  private readonly part: Rewriter;
  private readonly scan: XmlScanner;
  private readonly own: SheetRowChange | undefined;
  private breaks: 'rowBreaks' | 'colBreaks' = 'rowBreaks';
  private isInAnchor = false;
  private firstInView = 0;

  constructor(
    bytes: Uint8Array,
    private readonly sheet: string,
    private readonly change: RowChange,
  ) {
    this.part = new Rewriter(bytes);
    this.scan = this.part.scan;
    this.own = change.of(sheet);
  }

  write(): Uint8Array {
    const { scan } = this;
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token === Token.text) continue;
      const name = scan.name();
      if (name === 'from' || name === 'to') this.isInAnchor = token === Token.open;
      if (token === Token.open) this.element(name);
    }
    if (scan.problem) throw new PartUnreadable(this.sheet);
    return this.part.writer.finish();
  }

  private element(name: string): void {
    const { scan, own } = this;
    if (scan.depth === 2 && scan.is('sheetData'))
      return new SheetData(this.part.bytes, this.sheet, this.change, this.part.writer).write(scan);
    if (FORMULAS.has(name)) return this.part.text((formula) => this.change.formula(formula, this.sheet));
    if (name === 'hyperlink') {
      // Excel lets a link into the workbook point at the old place; here it goes on pointing at its cell.
      return this.part.attributes({
        ref: (text) => this.areas(text),
        location: (text) => this.change.formula(text, this.sheet),
      });
    }
    if (name === 'cfvo' && scan.attribute('type') === 'formula')
      return this.part.attributes({ val: (text) => this.change.formula(text, this.sheet) });
    if (name === 'dataRef') return this.dataRef();
    if (own) this.ownElement(name, own);
  }

  /** What speaks of the sheet's own rows. */
  private ownElement(name: string, own: SheetRowChange): void {
    const { moves } = own;
    const area = AREAS[name];
    if (area !== undefined) return this.part.attributes({ [area]: (text) => this.areas(text) });
    switch (name) {
      case 'mergeCells':
        return moveMerges(this.scan, own, this.part.writer);
      case 'sqref':
        return this.part.text((text) => this.areas(text));
      case 'sheetView':
        this.firstInView = parseA1Area(this.scan.attribute('topLeftCell') ?? '')?.top ?? 0;
        return;
      case 'pane':
        return this.pane(moves);
      case 'rowBreaks':
      case 'colBreaks':
        this.breaks = name;
        return;
      case 'brk':
        return this.pageBreak(moves);
      case 'row':
        if (this.isInAnchor) this.part.text((text) => String(firstRowFrom(Number(text), moves)));
        return;
    }
  }

  /** `A1:B2 C3`, moved. What would lose all of its cells stands on rows that somebody else has used meanwhile: those stay. */
  private areas(text: string): string {
    const moves = this.own?.moves;
    if (!moves) return text;
    const areas = text.split(/\s+/).filter((one) => one !== '');
    const moved = areas.flatMap((one) => {
      const area = parseA1Area(one);
      if (!area) return [one];
      const there = movedArea(area, moves);
      return there ? [there.top === area.top && there.bottom === area.bottom ? one : a1OfArea(there)] : [];
    });
    if (moved.length === 0 && areas.length > 0) throw new PartUnreadable(`${this.sheet}: nothing is left of ${text}`);
    return moved.length === areas.length && moved.every((one, index) => one === areas[index]) ? text : moved.join(' ');
  }

  /** What a consolidation takes in, of whichever sheet. */
  private dataRef(): void {
    const sheet = this.scan.attribute('sheet');
    const moves = sheet === undefined ? undefined : this.change.of(sheet)?.moves;
    if (!moves) return;
    this.part.attributes({
      ref: (text) => {
        const area = parseA1Area(text);
        const moved = area && movedArea(area, moves);
        return moved ? a1OfArea(moved) : text;
      },
    });
  }

  /** Rows put in among frozen ones are frozen too, and what scrolls goes on beginning with the same row. */
  private pane(moves: RowMoves): void {
    const state = this.scan.attribute('state');
    const rows = Number(this.scan.attribute('ySplit') ?? '0');
    if ((state !== 'frozen' && state !== 'frozenSplit') || !(rows > 0)) return;
    // Rows put in right below them are not among them.
    const frozen = moves.span(this.firstInView, this.firstInView + rows - 1);
    const more = frozen ? frozen.to + 1 - this.firstInView - rows : 0;
    if (more === 0) return;
    this.part.attributes({
      ySplit: () => String(rows + more),
      topLeftCell: (text) => {
        const cell = parseA1Area(text);
        return cell ? a1OfArea({ ...cell, top: cell.top + more, bottom: cell.bottom + more }) : text;
      },
    });
  }

  /** A break stands above the row that its number counts from 0; one between columns reaches from row to row. */
  private pageBreak(moves: RowMoves): void {
    if (this.breaks === 'rowBreaks') {
      this.part.attributes({ id: (text) => String(firstRowFrom(Number(text), moves)) });
      return;
    }
    const rows = moves.span(Number(this.scan.attribute('min') ?? '0'), Number(this.scan.attribute('max') ?? '0'));
    if (rows) this.part.attributes({ min: () => String(rows.from), max: () => String(rows.to) });
  }
}
