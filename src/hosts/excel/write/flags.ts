import type { CellFlag, FlagKind, FlagSeverity } from '../../../engine/snapshot/snapshot';
import { addressLists } from '../api/address-lists';
import { bytesOfText } from '../api/bytes';
import { BLACK, FILLS } from '../sheets/looks';
import type { Memory } from '../memory';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';
import { isTickRule, setTickRule, TICK_ATTRIBUTES } from './tick-rule';

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
  error: {
    fill: FILLS.error,
    bold: true,
    fontColor: BLACK,
    border: { color: '#A4262C', style: 'Continuous' },
  },
  warning: { fill: FILLS.warning, border: { color: '#7A4B00', style: 'Dash' } },
  note: { fill: FILLS.note },
};

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const SEVERITIES: readonly FlagSeverity[] = ['error', 'warning', 'note'];
const KINDS: readonly FlagKind[] = [...SEVERITIES, 'agreed'];

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

/** Takes the given rules of ours off a sheet and puts one a severity on the flagged cells. Nobody else's rule is touched. */
export function flagSteps(
  sheet: string,
  standing: readonly { readonly id: string }[],
  flags: readonly CellFlag[],
  memory: Memory,
): readonly Step[] {
  const gone: Step = {
    bytes: 3 * BYTES_A_CALL * standing.length,
    write: (context) => {
      const formats = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
      for (const { id } of standing) formats.getItem(id).delete();
    },
  };
  const added = flags.flatMap(({ severity, areas }) =>
    addressLists(areas).map((list): Step => {
      let format: Excel.ConditionalFormat | undefined;
      return {
        bytes: bytesOfText(list.addresses) + 20 * BYTES_A_CALL,
        write: (context) => {
          const ranges = context.workbook.worksheets.getItem(sheet).getRanges(list.addresses);
          if (severity === 'agreed') {
            format = ranges.conditionalFormats.add('IconSet');
            setTickRule(format.iconSet);
          } else {
            format = ranges.conditionalFormats.add('Custom');
            format.custom.rule.formula = flagFormula(severity);
            dress(format.custom.format, LOOKS[severity]);
          }
          format.load('id');
        },
        afterwards: () => {
          if (format) memory.rememberFlag(format.id, { severity, areas: list.areas });
        },
      };
    }),
  );
  return standing.length > 0 ? [gone, ...added] : added;
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

/** One flag of a kind, where several rules stand for it. Areas keep their order. */
export function joinFlags(flags: readonly CellFlag[]): readonly CellFlag[] {
  return KINDS.flatMap((severity) => {
    const areas = flags.filter((flag) => flag.severity === severity).flatMap((flag) => flag.areas);
    return areas.length === 0 ? [] : [{ severity, areas }];
  });
}

/** A rule of ours as it stands in a sheet. */
export interface OurRule {
  readonly id: string;
  readonly severity: FlagKind;
  readonly format: Excel.ConditionalFormat;
}

/** Which of a sheet's rules are ours. The collection must be loaded by `loadRules`. */
export function rulesOfOurs(formats: Excel.ConditionalFormatCollection): readonly OurRule[] {
  return formats.items.flatMap((format) => {
    const severity = kindOf(format);
    return severity === undefined ? [] : [{ id: format.id, severity, format }];
  });
}

function kindOf(format: Excel.ConditionalFormat): FlagKind | undefined {
  if (format.type === 'IconSet') return isTickRule(format.iconSetOrNullObject) ? 'agreed' : undefined;
  if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return undefined;
  return severityOfFormula(format.customOrNullObject.rule.formula);
}

/**
 * Rules that were made and never given what they say: by an application that stopped just then, since nobody else can make a rule
 * without a formula.
 */
export function unsaidRules(formats: Excel.ConditionalFormatCollection): readonly string[] {
  return formats.items.flatMap((format) => {
    if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return [];
    const { formula } = format.customOrNullObject.rule;
    return formula === '' || formula === '=' ? [format.id] : [];
  });
}

/** Asks for what `rulesOfOurs` needs of a sheet. */
export function loadRules(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load(`items/id,items/type,items/customOrNullObject/rule/formula,${TICK_ATTRIBUTES}`);
  return formats;
}
