import type { FlagKind, FlagSeverity } from '../../engine/snapshot/snapshot';
import { areTickThresholds, TICK_THRESHOLDS } from '../../engine/snapshot/tick-rule';
import { Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';

/** All severities, gravest first: the order in which our rules are written. */
export const SEVERITIES: readonly FlagSeverity[] = ['error', 'warning', 'note'];

/** All kinds of flags, in the order in which their rules are written. */
export const FLAG_KINDS: readonly FlagKind[] = [...SEVERITIES, 'agreed'];

/**
 * The formula of our conditional formats. Always true; the text in it is how a rule is known as ours again,
 * because Excel and LibreOffice keep a rule's formula when they save, but neither its id nor its place.
 */
export function flagFormula(severity: FlagSeverity): string {
  return `LEN("budget-flag:${severity}")>0`;
}

/** The severity of a rule of ours by its formula; undefined for anybody else's. */
export function severityOfRule(formula: string): FlagSeverity | undefined {
  const severity = /"budget-flag:([a-z]+)"/.exec(formula)?.[1];
  return SEVERITIES.find((known) => known === severity);
}

/** Excel's name of the icons ×, !, √ without circles. */
const TICK_ICONS = '3Symbols2';

/** The icon set of the √: the number stays beside it. */
export function tickIconSet(): string {
  const [lower, upper] = TICK_THRESHOLDS.map((value) => `<cfvo type="num" val="${thresholdText(value)}"/>`);
  return `<iconSet iconSet="${TICK_ICONS}"><cfvo type="percent" val="0"/>${lower}${upper}</iconSet>`;
}

/** As Excel writes it: `-1E+307`. */
function thresholdText(value: number): string {
  return String(value).toUpperCase();
}

/** Whether the icon set at which the scanner stands is that of our √; reads it to its end. */
export function isTickIconSet(scan: XmlScanner): boolean {
  const isOurs = scan.attribute('iconSet') === TICK_ICONS;
  const outside = scan.depth - 1;
  const thresholds: number[] = [];
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token !== Token.open || scan.name() !== 'cfvo') continue;
    thresholds.push(scan.attribute('type') === 'num' ? Number(scan.attribute('val')) : NaN);
  }
  const [, second = NaN, third = NaN] = thresholds;
  return isOurs && thresholds.length === 3 && areTickThresholds(second, third);
}
