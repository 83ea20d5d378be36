import { leftAnswers, type LeftAnswers } from '../../engine/asked/left-answers';
import { projectsAsked } from '../../engine/asked/projects';
import { readFacts } from '../../engine/asked/read-facts';
import { readReasons, staleReasons, type StaleReason } from '../../engine/asked/read-reasons';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import type { Ledger } from '../../engine/ledger/ledger';
import { ledgerSource } from '../../engine/ledger/ledger-source';
import type { LineItems } from '../../engine/ledger/line-items';
import type { Missing, MissingPiece } from '../../engine/narrate/narration';
import type { Edit } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Source } from '../../engine/source/source';
import { spelledBy } from '../../engine/source/spelled';
import type { Language } from '../../i18n/language';
import { narrateFrom, typedYearBefore, type YearBefore } from '../narrate';
import { askSheets } from '../sheets/ask';
import type { OverwrittenPrior } from '../sheets/prior-rows';

/** What only people know, asked in sheets of the compiled workbook. */
export interface OpenQuestions {
  /** Everything that the text cannot say yet. */
  readonly missing: readonly MissingPiece[];
  /** Any figure of last year is known. */
  readonly hasLastYear: boolean;
  /** The sheet in which each kind of it is answered. */
  readonly sheets: Readonly<Partial<Record<Missing, string>>>;
  readonly edits: readonly Edit[];
  /** Reasons that were given for other figures, with their cells in the workbook that was compiled. */
  readonly stale: readonly StaleReason[];
  /** Last year's figures that said they come from the ledger and were others than it gives: they follow it. */
  readonly overwritten: readonly OverwrittenPrior[];
  /** Answers about projects that are not asked of any more, perhaps since they were renamed. */
  readonly left: readonly LeftAnswers[];
}

export const NOTHING_OPEN: OpenQuestions = {
  missing: [],
  hasLastYear: false,
  sheets: {},
  edits: [],
  stale: [],
  overwritten: [],
  left: [],
};

/** The amounts that the tables are made from, and whose they are. */
export interface CompiledAmounts {
  readonly source: Source;
  /** Names of codes as the source prints them. */
  readonly names: ReadonlyMap<string, string>;
  readonly about: { readonly department: string | undefined; readonly year: number | undefined };
  /** Last year's amounts in the ledger, and the name of its sheet. */
  readonly before: { readonly source: Source; readonly sheet: string } | undefined;
}

/**
 * Asks at once what the text will need: reasons of changes, facts, last year's figures where the ledger has none. `snapshot` is the
 * workbook that was compiled, with the answers that it holds already; none is lost. Nothing is asked where an edition has no text.
 */
export function openQuestions(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  { source, names, about, before }: CompiledAmounts,
  language: Language,
): OpenQuestions {
  const years: readonly YearBefore[] = [
    ...(before ? [{ source: withoutCells(before.source), year: undefined, printed: names }] : []),
    ...typedYearBefore(snapshot, edition),
  ];
  const { narration, before: met } = narrateFrom({
    edition,
    now: withoutCells(source),
    printed: names,
    before: years,
    about,
    answers: snapshot,
  });
  const [first] = met;
  const prior = before && first ? { source: first } : undefined;
  const asked = askSheets(
    snapshot,
    { edition, narration, now: source, prior, about, names },
    { language, ...(before ? { priorName: before.sheet, priorIsOwn: true as const } : {}) },
  );
  if (!narration || !asked) return NOTHING_OPEN;
  const { facts, reasons, prior: last } = asked.sheets;
  return {
    missing: narration.missing,
    hasLastYear: years.length > 0,
    sheets: { fact: facts, reason: reasons, prior: last },
    edits: asked.patch.edits,
    stale: staleReasons(readReasons(snapshot), narration.reasons),
    overwritten: asked.overwritten,
    left: leftAnswers(
      readFacts(snapshot),
      edition.declared.text?.asksOfProjects ?? [],
      projectsAsked(edition, source).map((project) => spelledBy(source, project)),
    ),
  };
}

/** What is asked does not name the rows of a ledger that it comes from: of a large one they are many. */
function withoutCells(source: Source): Source {
  return {
    told(scope) {
      const told = source.told(scope);
      return told && { value: told.value, blank: told.blank, cells: [] };
    },
    points: (within, dimensions) => source.points(within, dimensions),
    spelled: (member) => source.spelled?.(member),
  };
}

/** Last year's amounts of a ledger, and the sheet they stand in; undefined where it has none: it says nothing of last year. */
export function yearBeforeOf(
  { sheet, lastYear, projectSpellings }: Pick<Ledger, 'sheet' | 'lastYear' | 'projectSpellings'>,
  { items }: LineItems,
  edition: ResolvedEdition,
): CompiledAmounts['before'] {
  return items.length === 0
    ? undefined
    : { source: ledgerSource(items, edition, projectSpellings), sheet: lastYear?.sheet ?? sheet };
}
