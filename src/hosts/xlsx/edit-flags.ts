import { a1OfArea } from '../../engine/snapshot/address';
import type { Area } from '../../engine/snapshot/address';
import type { CellFlag, FlagSeverity } from '../../engine/snapshot/snapshot';
import type { Draft } from './draft';
import { FLAG_KINDS, flagFormula, isTickIconSet, severityOfRule, tickIconSet } from './flag-rules';
import { spliceBytes } from './splice';
import type { Splice } from './splice';
import { BEFORE_CONDITIONAL_FORMATS } from './worksheet-order';
import { locate, placeAfter, prefixed } from './xml-edit';
import { Token, XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

// Excel reads long lists, yet other programs cut an attribute at 8 or 32 kB: several rules of the same look are the safe form.
const AREAS_PER_RULE = 400;

/** One rule of a conditional format as it stands in the part. */
interface Rule {
  readonly priority: { readonly from: number; readonly to: number; readonly value: number } | undefined;
  readonly ours: boolean;
}

/** Makes the sheet carry exactly these flags of ours. `dxf` gives the number of a severity's look, adding it to the styles when first asked. */
export function writeFlags(
  draft: Draft,
  sheetPath: string,
  flags: readonly CellFlag[],
  dxf: (severity: FlagSeverity) => number,
): void {
  const without = withoutFlags(draft.read(sheetPath));
  draft.write(sheetPath, withFlags(without, flags, dxf));
}

function withoutFlags(bytes: Uint8Array): Uint8Array {
  const { rules, ourElements } = readRules(bytes);
  const ours = rules.filter((rule) => rule.ours);
  if (ours.length === 0) return bytes;
  const theirs = rules.flatMap(({ ours: isOurs, priority }) => (isOurs || !priority ? [] : [priority]));
  // Ours stand first and theirs were moved behind them: move them back. Where another program has renumbered, its order stays.
  const lead = ours.length;
  const isAsWritten =
    ours.every(({ priority }) => priority && priority.value >= 1 && priority.value <= lead) &&
    theirs.every(({ value }) => value > lead);
  const moved = isAsWritten ? renumbered(theirs, -lead) : [];
  return spliceBytes(bytes, [...ourElements.map(({ from, to }) => ({ from, to, text: '' })), ...moved]);
}

function withFlags(bytes: Uint8Array, flags: readonly CellFlag[], dxf: (severity: FlagSeverity) => number): Uint8Array {
  const chunks = FLAG_KINDS.flatMap((severity) => {
    const areas = flags.filter((flag) => flag.severity === severity).flatMap((flag) => flag.areas);
    return chunked(areas, AREAS_PER_RULE).map((part) => ({ severity, areas: part }));
  });
  if (chunks.length === 0) return bytes;
  const theirs = readRules(bytes).rules.flatMap(({ priority }) => (priority ? [priority] : []));
  // Rules that start at 0 or below cannot be preceded; they keep their numbers and ours come beside them.
  const moved = theirs.every(({ value }) => value >= 1) ? renumbered(theirs, chunks.length) : [];
  const xml = chunks.map(({ severity, areas }, i) => {
    const sqref = areas.map(a1OfArea).join(' ');
    const rule =
      severity === 'agreed'
        ? `<cfRule type="iconSet" priority="${i + 1}">${tickIconSet()}</cfRule>`
        : `<cfRule type="expression" dxfId="${dxf(severity)}" priority="${i + 1}"><formula>${escapeXml(flagFormula(severity))}</formula></cfRule>`;
    return `<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`;
  });
  const { offset, prefix } = placeAfter(bytes, 'worksheet', BEFORE_CONDITIONAL_FORMATS);
  return spliceBytes(bytes, [{ from: offset, to: offset, text: prefixed(xml.join(''), prefix) }, ...moved]);
}

// Those of the x14 extension share one numbering with the plain ones, hence any prefix.
function readRules(bytes: Uint8Array): {
  readonly rules: readonly Rule[];
  readonly ourElements: readonly { readonly from: number; readonly to: number }[];
} {
  const rules: Rule[] = [];
  const ourElements: { from: number; to: number }[] = [];
  const data = locate(bytes, ['worksheet', 'sheetData']);
  const scan = new XmlScanner(bytes);
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (data && scan.start === data.start) scan.skip();
    else if (scan.name() === 'conditionalFormatting') {
      const from = scan.start;
      const found = rulesOf(scan);
      rules.push(...found);
      if (found.length > 0 && found.every(({ ours }) => ours)) ourElements.push({ from, to: scan.after });
    }
  }
  return { rules, ourElements };
}

function rulesOf(scan: XmlScanner): Rule[] {
  const outside = scan.depth - 1;
  const rules: Rule[] = [];
  let priority: Rule['priority'];
  let ours = false;
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    const isRule = scan.name() === 'cfRule';
    if (token === Token.open && isRule) {
      ours = false;
      const text = scan.attribute('priority');
      priority = text === undefined ? undefined : { from: scan.valueStart, to: scan.valueEnd, value: Number(text) };
    } else if (token === Token.open && (scan.name() === 'formula' || scan.name() === 'f')) {
      ours ||= severityOfRule(scan.textContent()) !== undefined;
    } else if (token === Token.open && scan.name() === 'iconSet') {
      ours ||= isTickIconSet(scan);
    } else if (token === Token.close && isRule) rules.push({ priority, ours });
  }
  return rules;
}

function renumbered(priorities: readonly NonNullable<Rule['priority']>[], by: number): Splice[] {
  return priorities.map(({ from, to, value }) => ({ from, to, text: String(value + by) }));
}

function chunked(areas: readonly Area[], size: number): (readonly Area[])[] {
  const chunks: (readonly Area[])[] = [];
  for (let at = 0; at < areas.length; at += size) chunks.push(areas.slice(at, at + size));
  return chunks;
}

const EDGES = ['left', 'right', 'top', 'bottom'] as const;

function border(style: string, rgb: string): string {
  return `<border>${EDGES.map((edge) => `<${edge} style="${style}"><color rgb="FF${rgb}"/></${edge}>`).join('')}</border>`;
}

function fill(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor rgb="FF${rgb}"/></patternFill></fill>`;
}

/** The look of a flag as a differential format. Shape and darkness carry it too: it has to survive a black-and-white printer. */
export const FLAG_LOOK: Readonly<Record<FlagSeverity, string>> = {
  error: `<dxf><font><b/><color rgb="FF000000"/></font>${fill('F1AEB5')}${border('thin', 'A4262C')}</dxf>`,
  warning: `<dxf>${fill('FFE9B8')}${border('dashed', '7A4B00')}</dxf>`,
  note: `<dxf>${fill('EDEDED')}</dxf>`,
};
