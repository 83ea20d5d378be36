import { parseRelationships, relationshipsOf, relationshipsPath, xmlUnusable } from './parts';
import type { Parts } from './parts';
import { unusable } from './unusable';
import type { Outcome } from './unusable';
import { Token, XmlScanner } from './xml-scanner';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Place among all sheets, charts included: what `localSheetId` counts. */
  readonly index: number;
  readonly relationshipId: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly path: string;
  /** False for chart, dialog and macro sheets. */
  readonly hasCells: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** Index of the sheet it belongs to, undefined for the whole workbook. */
  readonly localSheet: number | undefined;
  readonly text: string;
}

/** What the workbook part says. */
export interface WorkbookContent {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  /** Dates count from 1904. */
  readonly from1904: boolean;
  /** Values are meant as displayed, not as stored: such a workbook's formulas cannot be recomputed from stored values. */
  readonly asDisplayed: boolean;
  readonly stylesPath: string | undefined;
  readonly stringsPath: string | undefined;
}

const truthy = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Finds and reads the workbook part of a package. */
export function readWorkbook(parts: Parts): Outcome<WorkbookContent> {
  if (!parts.entry('_rels/.rels')) return unusable('not-a-workbook');
  const root = parts.read('_rels/.rels');
  if (!root.ok) return root;
  const roots = parseRelationships(root.value, '');
  if ('ok' in roots) return roots;
  const main = roots.find(({ type, external }) => type === 'officeDocument' && !external);
  if (!main) return unusable('not-a-workbook');
  if (main.target.toLowerCase().endsWith('.bin')) return unusable('binary-workbook');
  const bytes = parts.read(main.target);
  if (!bytes.ok) return bytes;
  const relationships = relationshipsOf(parts, main.target);
  if (!relationships.ok) return relationships;
  const byId = new Map(relationships.value.map((relationship) => [relationship.id, relationship]));
  const byType = (type: string): string | undefined =>
    relationships.value.find((r) => r.type === type && !r.external)?.target;

  const scan = new XmlScanner(bytes.value);
  if (scan.next() !== Token.open || scan.name() !== 'workbook') {
    return scan.problem ? xmlUnusable(scan.problem, main.target) : unusable('not-a-workbook');
  }
  if (main.strict || isStrict(scan)) return unusable('strict-namespace');
  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let from1904 = false;
  let asDisplayed = false;
  let index = 0;
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('workbookPr')) from1904 = truthy(scan.attribute('date1904'));
    else if (scan.is('calcPr')) {
      const precision = scan.attribute('fullPrecision');
      asDisplayed = precision !== undefined && !truthy(precision);
    } else if (scan.is('sheet')) {
      const name = scan.attribute('name');
      const relationshipId = scan.attributeOfAnyPrefix('id') ?? '';
      const relationship = byId.get(relationshipId);
      if (name === undefined || !relationship) return unusable('corrupt-part', name ?? main.target);
      const state = scan.attribute('state');
      sheets.push({
        name,
        index: index++,
        relationshipId,
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        path: relationship.target,
        hasCells: relationship.type === 'worksheet',
      });
    } else if (scan.is('definedName')) {
      const name = scan.attribute('name') ?? '';
      const local = scan.attribute('localSheetId');
      names.push({ name, localSheet: local === undefined ? undefined : Number(local), text: scan.textContent() });
    }
  }
  if (scan.problem) return xmlUnusable(scan.problem, main.target);
  if (!sheets.some(({ hasCells }) => hasCells)) return unusable('no-sheets');
  // Two sheets of one name cannot be told apart by a cell's address; Excel refuses such a file too.
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const key = name.toUpperCase();
    if (seen.has(key)) return unusable('corrupt-part', `${main.target}: ${name}`);
    seen.add(key);
  }
  return {
    ok: true,
    value: {
      path: main.target,
      sheets,
      names,
      from1904,
      asDisplayed,
      stylesPath: byType('styles'),
      stringsPath: byType('sharedStrings'),
    },
  };
}

/** The path of the workbook's relationships. */
export function workbookRelationshipsPath(workbook: WorkbookContent): string {
  return relationshipsPath(workbook.path);
}

function isStrict(scan: XmlScanner): boolean {
  const prefix = scan.prefix();
  const namespace = scan.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`);
  return namespace?.startsWith('http://purl.oclc.org/ooxml/') ?? false;
}
