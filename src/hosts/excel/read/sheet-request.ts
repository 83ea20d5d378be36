import type { Area } from '../../../engine/snapshot/address';
import type { CellFlag, SheetSnapshot } from '../../../engine/snapshot/snapshot';
import { areaOf, areasOf, loadPlace, loadPlaces } from '../api/areas';
import type { OurRule } from '../write/flags';
import { loadRules, rulesOfOurs, unsaidRules } from '../write/flags';
import type { SheetName } from '../api/own-marker';
import { markIn } from '../api/own-marker';

/** What is known of a sheet besides its cells. */
export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly isProtected: boolean;
  readonly merges: readonly Area[];
  readonly names: readonly SheetName[];
  /** What the tool made it for; undefined for a user's sheet. */
  readonly mark: string | undefined;
  readonly rules: readonly OurRule[];
  /** Ids of rules that say nothing yet. */
  readonly unsaidRules: readonly string[];
  /** Where the rules stand that were asked for by their ids. */
  readonly flags: ReadonlyMap<string, CellFlag>;
  readonly used: Area | undefined;
  readonly formatted: Area | undefined;
}

export interface SheetRequest {
  readonly sheet: Excel.Worksheet;
  /** The cells that hold something. */
  readonly used: Excel.Range;
  /** After the sync; undefined where there is no such sheet. */
  readonly facts: () => SheetFacts | undefined;
}

const VISIBILITY: Readonly<Record<string, SheetSnapshot['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/**
 * Asks for all but the cells of a sheet, which may be a null object. `rules` are ids of conditional formats to be asked for their
 * places at once: only for clients that do not fail where such a rule is gone.
 */
export function requestSheet(sheet: Excel.Worksheet, rules: readonly string[] = []): SheetRequest {
  sheet.load('id,name,visibility');
  sheet.names.load('items/name,items/formula,items/visible');
  sheet.protection.load('protected');
  // Values only: a format can stretch the used range to a million rows.
  const used = loadPlace(sheet.getUsedRangeOrNullObject(true));
  const formatted = loadPlace(sheet.getUsedRangeOrNullObject(false));
  const merges = loadPlaces(used.getMergedAreasOrNullObject());
  const formats = loadRules(sheet);
  const places = rules.map((id) => {
    const rule = formats.getItemOrNullObject(id);
    return { id, rule, ranges: loadPlaces(rule.getRanges()) };
  });
  return {
    sheet,
    used,
    facts: () => {
      if (sheet.isNullObject) return undefined;
      const names = sheet.names.items.map(({ name, formula, visible }) => ({
        name,
        formula: String(formula),
        visible,
      }));
      const ours = rulesOfOurs(formats);
      return {
        id: sheet.id,
        name: sheet.name,
        visibility: VISIBILITY[sheet.visibility] ?? 'visible',
        isProtected: sheet.protection.protected,
        merges: areasOf(merges),
        names,
        mark: markIn(names),
        rules: ours,
        unsaidRules: unsaidRules(formats),
        flags: new Map(
          places.flatMap(({ id, rule, ranges }) => {
            const severity = rule.isNullObject ? undefined : ours.find((one) => one.id === id)?.severity;
            return severity ? [[id, { severity, areas: areasOf(ranges) }] as const] : [];
          }),
        ),
        used: used.isNullObject ? undefined : areaOf(used),
        formatted: formatted.isNullObject ? undefined : areaOf(formatted),
      };
    },
  };
}
