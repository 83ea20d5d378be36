import type { FactsByCode } from '../../engine/finding/facts';
import type { LedgerProblem } from '../../engine/ledger/problem';
import type { Sentences } from './sentences';

type Runs = FactsByCode['ledger']['rows'];

/** More rows of a ledger than these, or runs of rows, are not listed one by one. */
export const MOST_ROWS = 8;

/** How many rows there are in runs. */
export function countOf(runs: Runs): number {
  return runs.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** Whether something is said of one row alone. */
export function isOneRow(runs: Runs): boolean {
  return countOf(runs) === 1;
}

/** Rows as people count them, runs of three and more as one, and how many are not shown. */
export function rowsShown(
  runs: Runs,
  run: (first: number, last: number) => string,
): { readonly shown: readonly string[]; readonly more: number } {
  const listed = runs.slice(0, MOST_ROWS);
  const shown = listed.flatMap(([first, last]) => {
    if (last - first > 1) return [run(first + 1, last + 1)];
    return last === first ? [`${first + 1}`] : [`${first + 1}`, `${last + 1}`];
  });
  return { shown, more: countOf(runs) - countOf(listed) };
}

/** More names than these nobody reads in a sentence. */
const MOST_NAMES = 6;

/** The first of many names, and how many there are where some are left out. */
export function namesShown(joined: string): { readonly shown: string; readonly all: number | undefined } {
  const names = joined.split('、');
  const isMany = names.length > MOST_NAMES + 1;
  return { shown: (isMany ? names.slice(0, MOST_NAMES) : names).join('、'), all: isMany ? names.length : undefined };
}

/** The sentences of a check about a ledger, where it has words for these problems alone. Throws for any other: compiling says those. */
export const ledgerInChecks = (
  said: Readonly<Partial<Record<LedgerProblem, Sentences['ledger']>>>,
): Pick<Sentences, 'ledger'> => ({
  ledger(facts) {
    const say = said[facts.problem];
    if (!say) throw new Error(`no sentence of a check: ${facts.problem}`);
    return say(facts);
  },
});
