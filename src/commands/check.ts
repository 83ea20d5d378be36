import { editions } from '../editions/index';
import { resolveEdition, type ResolvedEdition } from '../engine/edition/resolve';
import { nothingRecognised, reportOn } from '../engine/check/report';
import type { CheckReport } from '../engine/finding/report';
import { loadLedgerEvidence } from '../engine/ledger-evidence/loaded';
import { recogniseInSteps, titleShare, type Recognition } from '../engine/recognise/recognise';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { Steps } from '../engine/steps/steps';
import { runSteps } from '../engine/steps/steps';
import { catalogue, catalogueOf } from './catalogue';
import { withExplanations } from './explanations';

export interface CheckOptions {
  /** A wish: the edition to check against. Without it the one that fits best is taken and named. */
  readonly edition?: string | undefined;
}

/** Ids of all editions, for messages and for `--edition`. */
export const editionIds: readonly string[] = Object.keys(editions);

/** Checks a workbook; what people have explained in it does not count. A report without an edition says that nothing was recognised, and what each sheet came nearest to. */
export async function checkSnapshot(snapshot: Snapshot, options: CheckOptions = {}): Promise<CheckReport> {
  const best = await recogniseBest(snapshot, options.edition);
  if (!best || isNothing(best)) return nothingRecognised(best?.sheets ?? [], best?.book);
  const { book, sheets } = best;
  const year = book.year ?? book.edition.declared.year;
  return withExplanations(reportOn(best, { snapshot, book, sheets, catalogue: catalogueOf(snapshot), year }), snapshot);
}

const recognised = new WeakMap<Snapshot, Map<string, Promise<Recognition | undefined>>>();

/**
 * A workbook as the wished edition sees it; without a wish, or with an unknown one, as the edition that fits best. Checking, filling and
 * writing the text of one snapshot ask for the same: it is recognised once.
 */
export function recogniseBest(snapshot: Snapshot, wish = ''): Promise<Recognition | undefined> {
  const known = recognised.get(snapshot) ?? new Map<string, Promise<Recognition | undefined>>();
  recognised.set(snapshot, known);
  const recognition = known.get(wish) ?? recogniseAnew(snapshot, wish);
  known.set(wish, recognition);
  return recognition;
}

async function recogniseAnew(snapshot: Snapshot, wish: string): Promise<Recognition | undefined> {
  return runSteps(recogniseBestInSteps(snapshot, await editionsFor(snapshot, wish)));
}

/** The editions by which a workbook is worth recognising: the wished one, or those that its titles speak for. */
export async function editionsFor(snapshot: Snapshot, wish?: string): Promise<readonly ResolvedEdition[]> {
  await loadLedgerEvidence(snapshot);
  return likely(snapshot, wish !== undefined && wish in editions ? [wish] : editionIds);
}

/** A workbook as the edition sees it that fits best, the first of several; undefined where there is none. */
export function* recogniseBestInSteps(
  snapshot: Snapshot,
  candidates: readonly ResolvedEdition[],
): Steps<Recognition | undefined> {
  let best: Recognition | undefined;
  for (const edition of candidates) {
    const recognition = yield* recogniseInSteps(snapshot, edition, catalogue());
    if (!best || recognition.fit > best.fit) best = recognition;
  }
  return best;
}

/** Whether not one table or form was found. */
export const isNothing = ({ book }: Recognition): boolean => book.tables.length === 0 && book.forms.length === 0;

/** Titles of at least this share of an edition's tables leave no doubt about it. */
const CLEAR_SHARE = 0.6;

/** The editions worth trying: the one whose titles most of the workbook's tables bear, or all where that is not clear. */
async function likely(snapshot: Snapshot, ids: readonly string[]): Promise<readonly ResolvedEdition[]> {
  const candidates = await Promise.all(ids.map(editionById));
  if (candidates.length === 1) return candidates;
  const shares = candidates
    .map((edition) => ({ edition, share: titleShare(snapshot, edition) }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return first && first.share >= CLEAR_SHARE && first.share > 2 * (second?.share ?? 0) ? [first.edition] : candidates;
}

const resolved = new Map<string, Promise<ResolvedEdition>>();

/** An edition, resolved once. A declaration that does not resolve is our own mistake and throws. */
export function editionById(id: string): Promise<ResolvedEdition> {
  const known = resolved.get(id);
  if (known) return known;
  const load = editions[id];
  if (!load) throw new Error(`no edition ${id}`);
  const loading = load().then((edition) => {
    const resolution = resolveEdition(edition);
    if (!resolution.ok) throw new Error(`edition ${id}: ${resolution.problems.join('; ')}`);
    return resolution.edition;
  });
  resolved.set(id, loading);
  return loading;
}
