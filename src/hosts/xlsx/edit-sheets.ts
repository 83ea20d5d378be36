import { quoteSheetName } from '../../engine/snapshot/address';
import type { OwnSheet } from '../../engine/snapshot/patch';
import type { Draft } from './draft';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import { a1OfArea } from '../../engine/snapshot/address';
import { BLANK_MARK, OWN_MARKER, TABLE_MARK } from './own-marker';
import { filterArea, ownSheetXml } from './own-sheet-xml';
import type { OwnStyles } from './own-styles';
import type { Splice } from './splice';
import { addElement, addToOrMake, childrenOf, locate, placeAfter, removeElements } from './xml-edit';
import { Token, XmlScanner } from './xml-scanner';
import { encode, escapeAttribute, escapeXml } from './xml-text';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** What the schema puts before the defined names of a workbook. */
export const BEFORE_NAMES = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
];
const BEFORE_CALC = [...BEFORE_NAMES, 'definedNames'];

const DRAWN_MARKS: Readonly<Record<DrawnSheet['kind'], string>> = {
  table: TABLE_MARK,
  input: 'drawn-input',
  made: 'drawn-made',
};

/** A drawn sheet as it was, to be brought back. */
export interface KeptSheet {
  readonly part: string;
  readonly names: readonly { readonly name: string; readonly hidden: boolean; readonly text: string }[];
}

const definedName = (name: string, index: number, text: string, hidden: boolean): string =>
  `<definedName name="${name}" localSheetId="${index}"${hidden ? ' hidden="1"' : ''}>${escapeXml(text)}</definedName>`;

const absolute = (area: string): string => area.replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2');

function drawnNames(sheet: DrawnSheet, index: number): string {
  const quoted = quoteSheetName(sheet.name);
  const { titleRows } = sheet.page;
  return [
    definedName(OWN_MARKER, index, `"${DRAWN_MARKS[sheet.kind]}"`, true),
    sheet.filter
      ? definedName('_xlnm._FilterDatabase', index, `${quoted}!${absolute(a1OfArea(sheet.filter))}`, true)
      : '',
    titleRows
      ? definedName('_xlnm.Print_Titles', index, `${quoted}!$${titleRows.from + 1}:$${titleRows.to + 1}`, false)
      : '',
  ].join('');
}

const localSheet = (scan: XmlScanner): number => Number(scan.attribute('localSheetId') ?? '-1');

/** A sheet as the workbook part lists it now, while it is edited. */
export interface ListedSheet {
  readonly name: string;
  readonly index: number;
  readonly relationshipId: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** What one state of the workbook part says of its sheets. */
interface Listed {
  readonly bytes: Uint8Array;
  readonly sheets: readonly ListedSheet[];
  /** The names that belong to a sheet, by its index. */
  readonly names: ReadonlyMap<number, KeptSheet['names']>;
  readonly highestId: number;
}

/** The workbook part while sheets of ours come and go. */
export class SheetList {
  private known: Listed | undefined;
  /** Drawn sheets that stand where others stood, and have still the names of those. */
  private readonly replaced = new Map<number, DrawnSheet>();

  constructor(
    private readonly draft: Draft,
    private readonly path: string,
  ) {}

  sheets(): readonly ListedSheet[] {
    return this.listed().sheets;
  }

  // Asked for at every sheet that comes: read once for each state of the part.
  private listed(): Listed {
    const bytes = this.draft.readOften(this.path);
    if (this.known?.bytes === bytes) return this.known;
    const targets = new Map(this.draft.relationships(this.path).map(({ id, target }) => [id, target]));
    const sheets: ListedSheet[] = [];
    const names = new Map<number, KeptSheet['names'][number][]>();
    let highestId = 0;
    const scan = new XmlScanner(bytes);
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open) continue;
      if (scan.is('sheet')) {
        const relationshipId = scan.attributeOfAnyPrefix('id') ?? '';
        highestId = Math.max(highestId, Number(scan.attribute('sheetId')) || 0);
        sheets.push({
          name: scan.attribute('name') ?? '',
          index: sheets.length,
          relationshipId,
          path: targets.get(relationshipId) ?? '',
          hidden: (scan.attribute('state') ?? 'visible') !== 'visible',
        });
      } else if (scan.is('definedName')) {
        const index = localSheet(scan);
        const name = scan.attribute('name') ?? '';
        const hidden = scan.attribute('hidden') === '1';
        const ofSheet = names.get(index);
        const one = { name, hidden, text: scan.textContent() };
        if (ofSheet) ofSheet.push(one);
        else names.set(index, [one]);
      }
    }
    return (this.known = { bytes, sheets, names, highestId });
  }

  named(name: string): ListedSheet | undefined {
    return this.sheets().find((sheet) => sheet.name.toUpperCase() === name.toUpperCase());
  }

  /** The kind of one of our own sheets; undefined for a sheet of the user's, and for one that was drawn. */
  ownKind(sheet: ListedSheet): OwnSheet['kind'] | undefined {
    const mark = this.markOf(sheet);
    return mark === 'input' || mark === 'hidden' || mark === 'made' ? mark : undefined;
  }

  /** Whether it was drawn by the tool, as a table or as a sheet of its own. */
  isDrawn(sheet: ListedSheet): boolean {
    return Object.values(DRAWN_MARKS).some((mark) => mark === this.markOf(sheet));
  }

  /** The sheet that a blank workbook comes with, as long as it is there. */
  placeholder(): ListedSheet | undefined {
    return this.sheets().find((sheet) => this.markOf(sheet) === BLANK_MARK);
  }

  private markOf(sheet: ListedSheet): string | undefined {
    const mark = this.listed()
      .names.get(sheet.index)
      ?.find(({ name }) => name === OWN_MARKER);
    return mark?.text.replaceAll('"', '');
  }

  /** Adds a sheet of ours behind all others. */
  add(sheet: OwnSheet, styles: OwnStyles, fontSize: number): void {
    const state = sheet.kind === 'hidden' ? ' state="veryHidden"' : '';
    const index = this.addParts([{ name: sheet.name, xml: ownSheetXml(sheet, styles, fontSize) }], state);
    this.addNames(sheet, index);
  }

  /**
   * Adds drawn sheets behind all others, and names those that were put in the place of others, in one go: each step reads and writes the
   * parts that list them. Gives all of these sheets.
   */
  addDrawn(added: readonly { readonly sheet: DrawnSheet; readonly xml: Uint8Array }[]): readonly DrawnSheet[] {
    const replaced = [...this.replaced];
    this.replaced.clear();
    if (replaced.length > 0) this.removeNames(new Set(replaced.map(([index]) => index)));
    const first =
      added.length === 0
        ? 0
        : this.addParts(
            added.map(({ sheet, xml }) => ({ name: sheet.name, xml })),
            '',
          );
    const names = [
      ...replaced.map(([index, sheet]) => drawnNames(sheet, index)),
      ...added.map(({ sheet }, i) => drawnNames(sheet, first + i)),
    ];
    if (names.length > 0) this.addDefinedNames(names.join(''));
    return [...replaced.map(([, sheet]) => sheet), ...added.map(({ sheet }) => sheet)];
  }

  /** Puts a drawn sheet in the place of another; it has its names once `addDrawn` is called. */
  replaceDrawn(there: ListedSheet, sheet: DrawnSheet, xml: Uint8Array): void {
    this.writePart(there, xml);
    this.replaced.set(there.index, sheet);
  }

  /** What brings a drawn sheet back: its part as it stands, and the names that belong to it. */
  kept(there: ListedSheet): KeptSheet {
    const names = this.listed().names.get(there.index) ?? [];
    return { part: new TextDecoder().decode(this.draft.read(there.path)), names };
  }

  /** Brings a kept sheet back, in the place of the one of its name or behind all others. */
  restore(name: string, { part, names }: KeptSheet): void {
    const there = this.named(name);
    const xml = encode(part);
    const index = there?.index ?? this.addParts([{ name, xml }], '');
    if (there) this.replacePart(there, xml);
    this.addDefinedNames(names.map((one) => definedName(one.name, index, one.text, one.hidden)).join(''));
  }

  private replacePart(there: ListedSheet, xml: Uint8Array): void {
    this.writePart(there, xml);
    this.removeNames(new Set([there.index]));
  }

  private writePart(there: ListedSheet, xml: Uint8Array): void {
    this.draft.discardTargets(there.path);
    this.draft.write(there.path, xml);
  }

  /** Adds sheets behind all others; gives the index of the first. */
  private addParts(sheets: readonly { readonly name: string; readonly xml: Uint8Array }[], state: string): number {
    const { sheets: before, highestId } = this.listed();
    const paths = this.draft.freePaths(sheets.length, 'xl/worksheets/sheet', '.xml');
    sheets.forEach(({ xml }, i) => this.draft.write(paths[i] as string, xml));
    this.draft.declareAll(paths, WORKSHEET_TYPE);
    const ids = this.draft.relateAll(this.path, 'worksheet', paths);
    const elements = sheets.map(
      ({ name }, i) =>
        `<sheet xmlns:r="${OFFICE_RELATIONSHIPS}" name="${escapeAttribute(name)}" sheetId="${highestId + 1 + i}"${state} r:id="${ids[i] ?? ''}"/>`,
    );
    this.draft.edit(
      this.path,
      addElement(this.draft.read(this.path), ['workbook', 'sheets'], elements.join(''), sheets.length),
    );
    return before.length;
  }

  private addDefinedNames(xml: string): void {
    this.draft.edit(
      this.path,
      addToOrMake(this.draft.read(this.path), 'workbook', 'definedNames', BEFORE_NAMES, xml, undefined),
    );
  }

  /** Draws a sheet of ours anew in its place. */
  replace(there: ListedSheet, sheet: OwnSheet, styles: OwnStyles, fontSize: number): void {
    this.replacePart(there, ownSheetXml(sheet, styles, fontSize));
    this.addNames(sheet, there.index);
  }

  /** Takes a sheet out, with the names that belong to it; indexes behind it move up. */
  remove(there: ListedSheet): void {
    const bytes = this.draft.read(this.path);
    const isIt = (scan: XmlScanner): boolean => scan.attributeOfAnyPrefix('id') === there.relationshipId;
    this.draft.edit(this.path, removeElements(bytes, ['workbook', 'sheets', 'sheet'], isIt));
    this.removeNames(new Set([there.index]));
    this.moveNamesUp(there.index);
    this.moveViews(there.index);
    this.draft.unrelate(this.path, there.relationshipId);
    this.draft.discard(there.path);
  }

  /** Takes away the order in which Excel computed the formulas: it makes itself a new one, and finds a file damaged by one that does not fit. */
  dropCalculationChain(): void {
    const chain = this.draft.relationships(this.path).find(({ type, external }) => type === 'calcChain' && !external);
    if (!chain) return;
    this.draft.unrelate(this.path, chain.id);
    if (this.draft.has(chain.target)) this.draft.discard(chain.target);
  }

  /** Has Excel compute all formulas when it opens the file. */
  recalculateOnLoad(): void {
    const bytes = this.draft.read(this.path);
    const calc = locate(bytes, ['workbook', 'calcPr']);
    if (!calc) {
      const there = placeAfter(bytes, 'workbook', BEFORE_CALC);
      this.draft.edit(this.path, [
        { from: there.offset, to: there.offset, text: `<${there.prefix}calcPr fullCalcOnLoad="1"/>` },
      ]);
      return;
    }
    const scan = new XmlScanner(bytes, calc.start);
    scan.next();
    const at: Splice = scan.findAttribute('fullCalcOnLoad')
      ? { from: scan.valueStart, to: scan.valueEnd, text: '1' }
      : { from: calc.endOfAttributes, to: calc.endOfAttributes, text: ' fullCalcOnLoad="1"' };
    this.draft.edit(this.path, [at]);
  }

  private addNames(sheet: OwnSheet, index: number): void {
    const quoted = quoteSheetName(sheet.name);
    const filter = absolute(filterArea(sheet));
    this.addDefinedNames(
      definedName(OWN_MARKER, index, `"${sheet.kind}"`, true) +
        definedName('_xlnm._FilterDatabase', index, `${quoted}!${filter}`, true) +
        definedName('_xlnm.Print_Titles', index, `${quoted}!$1:$2`, false),
    );
  }

  private removeNames(indexes: ReadonlySet<number>): void {
    const path = ['workbook', 'definedNames', 'definedName'];
    this.draft.edit(
      this.path,
      removeElements(this.draft.read(this.path), path, (scan) => indexes.has(localSheet(scan))),
    );
  }

  private moveNamesUp(removed: number): void {
    const scan = new XmlScanner(this.draft.read(this.path));
    const splices: Splice[] = [];
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open || !scan.is('definedName') || localSheet(scan) <= removed) continue;
      const text = String(localSheet(scan) - 1);
      scan.findAttribute('localSheetId');
      splices.push({ from: scan.valueStart, to: scan.valueEnd, text });
    }
    this.draft.edit(this.path, splices);
  }

  // The sheet shown when the file is opened must be one that exists and is visible.
  private moveViews(removed: number): void {
    const left = this.sheets();
    const firstVisible = Math.max(
      0,
      left.findIndex(({ hidden }) => !hidden),
    );
    const bytes = this.draft.read(this.path);
    const splices: Splice[] = [];
    for (const view of childrenOf(bytes, ['workbook', 'bookViews'])) {
      const scan = new XmlScanner(bytes, view.start);
      scan.next();
      for (const attribute of ['activeTab', 'firstSheet']) {
        const index = Number(scan.attribute(attribute) ?? '0');
        const moved = index > removed ? index - 1 : index === removed ? firstVisible : index;
        if (moved !== index && scan.findAttribute(attribute))
          splices.push({ from: scan.valueStart, to: scan.valueEnd, text: String(moved) });
      }
    }
    this.draft.edit(this.path, splices);
  }
}
