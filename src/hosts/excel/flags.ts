import type { Area } from '../../engine/snapshot/address';
import { a1OfArea } from '../../engine/snapshot/address';
import type { CellFlag, FlagSeverity } from '../../engine/snapshot/snapshot';

interface FlagLook {
  readonly fill: string;
  readonly bold?: true;
  readonly fontColor?: string;
  readonly border?: { readonly color: string; readonly style: 'Continuous' | 'Dash' };
}

/**
 * Chosen so that the three stay apart for three kinds of colour blindness and in print. No dotted border: in a ruled table
 * it looks as if the line had been rubbed out.
 */
const LOOKS: Readonly<Record<FlagSeverity, FlagLook>> = {
  error: { fill: '#F1AEB5', bold: true, fontColor: '#000000', border: { color: '#A4262C', style: 'Continuous' } },
  warning: { fill: '#FFE9B8', border: { color: '#7A4B00', style: 'Dash' } },
  note: { fill: '#EDEDED' },
};

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const SEVERITIES: readonly FlagSeverity[] = ['error', 'warning', 'note'];

/** Longer addresses are cut by Excel without an error (at 8192 characters). */
const ADDRESS_LIMIT = 8000;

/**
 * A rule that is always true and says whose it is. It points at no cell: rules that do may not refresh, and the marker
 * must not change when rows move.
 */
export function flagFormula(severity: FlagSeverity): string {
  return `=LEN("budget-flag:${severity}")>0`;
}

/** The severity of a rule of ours; undefined for a rule of anybody else. */
export function severityOfFormula(formula: string): FlagSeverity | undefined {
  const severity = /"budget-flag:([a-z]+)"/.exec(formula)?.[1];
  return SEVERITIES.find((known) => known === severity);
}

/** `A1,B2:C3 …`: the addresses of areas in as few lists as Excel's limit allows. */
export function addressLists(
  areas: readonly Area[],
  limit: number = ADDRESS_LIMIT,
): readonly { readonly addresses: string; readonly areas: readonly Area[] }[] {
  const lists: { addresses: string; areas: Area[] }[] = [];
  for (const area of areas) {
    const address = a1OfArea(area);
    const last = lists.at(-1);
    if (last && last.addresses.length + 1 + address.length <= limit) {
      last.addresses += `,${address}`;
      last.areas.push(area);
    } else {
      lists.push({ addresses: address, areas: [area] });
    }
  }
  return lists;
}

/** Adds the rules of flags to a sheet; the loaded ids belong to the areas beside them after the next sync. */
export function addFlags(
  sheet: Excel.Worksheet,
  flags: readonly CellFlag[],
): readonly { readonly format: Excel.ConditionalFormat; readonly flag: CellFlag }[] {
  return flags.flatMap(({ severity, areas }) =>
    addressLists(areas).map((list) => {
      const format = sheet.getRanges(list.addresses).conditionalFormats.add('Custom');
      format.custom.rule.formula = flagFormula(severity);
      dress(format.custom.format, LOOKS[severity]);
      format.load('id');
      return { format, flag: { severity, areas: list.areas } };
    }),
  );
}

function dress(format: Excel.ConditionalRangeFormat, look: FlagLook): void {
  format.fill.color = look.fill;
  if (look.bold) format.font.bold = true;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (!look.border) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = look.border.style;
    border.color = look.border.color;
  }
}

/** One flag a severity, where several rules stand for it. Areas keep their order. */
export function joinFlags(flags: readonly CellFlag[]): readonly CellFlag[] {
  return SEVERITIES.flatMap((severity) => {
    const areas = flags.filter((flag) => flag.severity === severity).flatMap((flag) => flag.areas);
    return areas.length === 0 ? [] : [{ severity, areas }];
  });
}

/** Which of a sheet's rules are ours. The collection must be loaded by `loadRules`. */
export function rulesOfOurs(
  formats: Excel.ConditionalFormatCollection,
): readonly { readonly id: string; readonly severity: FlagSeverity; readonly format: Excel.ConditionalFormat }[] {
  return formats.items.flatMap((format) => {
    if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return [];
    const severity = severityOfFormula(format.customOrNullObject.rule.formula);
    return severity === undefined ? [] : [{ id: format.id, severity, format }];
  });
}

/** Asks for what `rulesOfOurs` needs of a sheet. */
export function loadRules(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}
