import { rowOf } from '../engine/asked/answers';
import { wordsOf } from '../engine/asked/own-columns';
import { readFacts } from '../engine/asked/read-facts';
import type { ResolvedEdition } from '../engine/edition/resolve';
import type { MissingPiece } from '../engine/narrate/narration';
import { mayHoldLastYear } from '../engine/ledger/unknown-columns';
import { addressOf } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { narrateWords } from '../i18n/narrate/catalogue';
import type { Language } from '../i18n/language';

/**
 * Where all figures of last year are missing there may have been no last year: how to say so, instead of filling in each. Nothing where
 * the question is answered, nothing is compared, or the ledger has numbers that it does not use and that may be last year's.
 */
export function newDepartmentWords(
  edition: ResolvedEdition | undefined,
  snapshot: Snapshot,
  missing: readonly MissingPiece[],
  hasLastYear: boolean,
  language: Language,
): string | undefined {
  const fact = edition?.text?.asks.get(edition.text.declared.newDepartment);
  if (!edition || !fact || hasLastYear || !missing.some(({ what }) => what === 'prior')) return undefined;
  const row = rowOf(readFacts(snapshot), fact);
  if (row && wordsOf(row.value) !== '') return undefined;
  if (mayHoldLastYear(snapshot, edition)) return undefined;
  return narrateWords(language).perhapsNew(row && addressOf(row.cell), fact.label);
}
