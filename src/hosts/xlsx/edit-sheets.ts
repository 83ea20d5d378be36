import { quoteSheetName } from '../../engine/snapshot/address';
import type { OwnSheet } from '../../engine/snapshot/patch';
import type { Draft } from './draft';
import { OWN_MARKER } from './own-marker';
import { filterArea, ownSheetXml } from './own-sheet-xml';
import type { OwnStyles } from './own-styles';
import type { Splice } from './splice';
import { addElement, addToOrMake, childrenOf, locate, placeAfter, removeElements } from './xml-edit';
import { Token, XmlScanner } from './xml-scanner';
import { escapeAttribute, escapeXml } from './xml-text';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const BEFORE_NAMES = [
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

/** A sheet as the workbook part lists it now, while it is edited. */
export interface ListedSheet {
  readonly name: string;
  readonly index: number;
  readonly relationshipId: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** The workbook part while sheets of ours come and go. */
export class SheetList {
  constructor(
    private readonly draft: Draft,
    private readonly path: string,
  ) {}

  sheets(): ListedSheet[] {
    const targets = new Map(this.draft.relationships(this.path).map(({ id, target }) => [id, target]));
    const scan = new XmlScanner(this.draft.read(this.path));
    const found: ListedSheet[] = [];
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open || !scan.is('sheet')) continue;
      const relationshipId = scan.attributeOfAnyPrefix('id') ?? '';
      const state = scan.attribute('state') ?? 'visible';
      const name = scan.attribute('name') ?? '';
      found.push({
        name,
        index: found.length,
        relationshipId,
        path: targets.get(relationshipId) ?? '',
        hidden: state !== 'visible',
      });
    }
    return found;
  }

  named(name: string): ListedSheet | undefined {
    return this.sheets().find((sheet) => sheet.name.toUpperCase() === name.toUpperCase());
  }

  /** The kind of one of our own sheets; undefined for a sheet of the user's. */
  ownKind(sheet: ListedSheet): OwnSheet['kind'] | undefined {
    const scan = new XmlScanner(this.draft.read(this.path));
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open || !scan.is('definedName')) continue;
      if (scan.attribute('name') !== OWN_MARKER || Number(scan.attribute('localSheetId') ?? '-1') !== sheet.index)
        continue;
      const kind = scan.textContent().replaceAll('"', '');
      return kind === 'input' || kind === 'hidden' ? kind : 'made';
    }
    return undefined;
  }

  /** Adds a sheet of ours behind all others. */
  add(sheet: OwnSheet, styles: OwnStyles, fontSize: number): void {
    const sheets = this.sheets();
    const path = this.draft.freePath('xl/worksheets/sheet', '.xml');
    this.draft.write(path, ownSheetXml(sheet, styles, fontSize));
    this.draft.declare(path, WORKSHEET_TYPE);
    const id = this.draft.relate(this.path, 'worksheet', path);
    const state = sheet.kind === 'hidden' ? ' state="veryHidden"' : '';
    const element = `<sheet xmlns:r="${OFFICE_RELATIONSHIPS}" name="${escapeAttribute(sheet.name)}" sheetId="${this.freeSheetId()}"${state} r:id="${id}"/>`;
    this.draft.edit(this.path, addElement(this.draft.read(this.path), ['workbook', 'sheets'], element));
    this.addNames(sheet, sheets.length);
  }

  /** Draws a sheet of ours anew in its place. */
  replace(there: ListedSheet, sheet: OwnSheet, styles: OwnStyles, fontSize: number): void {
    this.draft.discard(there.path);
    this.draft.write(there.path, ownSheetXml(sheet, styles, fontSize));
    this.draft.declare(there.path, WORKSHEET_TYPE);
    this.removeNames(there.index, false);
    this.addNames(sheet, there.index);
  }

  /** Takes a sheet out, with the names that belong to it; indexes behind it move up. */
  remove(there: ListedSheet): void {
    const bytes = this.draft.read(this.path);
    const isIt = (scan: XmlScanner): boolean => scan.attributeOfAnyPrefix('id') === there.relationshipId;
    this.draft.edit(this.path, removeElements(bytes, ['workbook', 'sheets', 'sheet'], isIt));
    this.removeNames(there.index, true);
    this.moveViews(there.index);
    this.draft.unrelate(this.path, there.relationshipId);
    this.draft.discard(there.path);
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

  private freeSheetId(): number {
    const scan = new XmlScanner(this.draft.read(this.path));
    let highest = 0;
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token === Token.open && scan.is('sheet')) highest = Math.max(highest, Number(scan.attribute('sheetId')) || 0);
    }
    return highest + 1;
  }

  private addNames(sheet: OwnSheet, index: number): void {
    const quoted = escapeXml(quoteSheetName(sheet.name));
    const filter = filterArea(sheet).replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2');
    const xml =
      `<definedName name="${OWN_MARKER}" localSheetId="${index}" hidden="1">"${sheet.kind}"</definedName>` +
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${filter}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$2</definedName>`;
    this.draft.edit(
      this.path,
      addToOrMake(this.draft.read(this.path), 'workbook', 'definedNames', BEFORE_NAMES, xml, undefined),
    );
  }

  private removeNames(index: number, moveUp: boolean): void {
    const local = (scan: XmlScanner): number => Number(scan.attribute('localSheetId') ?? '-1');
    this.draft.edit(
      this.path,
      removeElements(
        this.draft.read(this.path),
        ['workbook', 'definedNames', 'definedName'],
        (scan) => local(scan) === index,
      ),
    );
    if (!moveUp) return;
    const scan = new XmlScanner(this.draft.read(this.path));
    const splices: Splice[] = [];
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open || !scan.is('definedName') || local(scan) <= index) continue;
      const text = String(local(scan) - 1);
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
