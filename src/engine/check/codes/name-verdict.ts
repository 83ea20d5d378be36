import type { OldName } from '../../classification/catalogue';
import { nameOfRow, type CodeContext, type CodedRow } from './coded-row';

/** What a row's name says about its code: one verdict, so that one wrong row is one finding. */
export type NameVerdict =
  | { readonly kind: 'right' }
  /** No code, no name, a local item, or no published name to compare with. */
  | { readonly kind: 'cannot-tell' }
  /** The name is published under exactly one other code of the same level. */
  | { readonly kind: 'wrong-code'; readonly code: string; readonly name: string; readonly right: string }
  | { readonly kind: 'stale'; readonly code: string; readonly name: string; readonly old: OldName }
  | { readonly kind: 'other-name'; readonly code: string; readonly name: string; readonly published: string };

/** Before this year names and codes changed more than the evidence tells: a difference is a note at most. */
export const WELL_ATTESTED_SINCE = 2020;

/** Three checks ask for the verdict on a row, each of them for its own kind. */
const verdicts = new WeakMap<CodedRow, { readonly context: CodeContext; readonly verdict: NameVerdict }>();

/** Compares a row's name with its code's. Of a class list only names known to be stale are told. */
export function nameVerdict(row: CodedRow, context: CodeContext): NameVerdict {
  const known = verdicts.get(row);
  if (known?.context === context) return known.verdict;
  const verdict = verdictOn(row, context);
  verdicts.set(row, { context, verdict });
  return verdict;
}

function verdictOn(row: CodedRow, { catalogue, year }: CodeContext): NameVerdict {
  const name = nameOfRow(row);
  if (row.code.kind !== 'code' || row.code.local !== undefined || name === undefined) return { kind: 'cannot-tell' };
  const { code } = row.code;
  if (catalogue.accepts(code, name, year)) return { kind: 'right' };

  const old = catalogue.staleName(code, name, year);
  if (row.classList) return old ? { kind: 'stale', code, name, old } : { kind: 'cannot-tell' };

  // A name that lives on under another code is not stale: the code is what is wrong.
  const homes = catalogue.codesNamed(name).filter((home) => home.length === code.length && home[0] === code[0]);
  const [right] = homes;
  if (homes.length === 1 && right !== undefined && right !== code) return { kind: 'wrong-code', code, name, right };
  if (old) return { kind: 'stale', code, name, old };
  const published = catalogue.nameOf(code, year);
  return published === undefined ? { kind: 'cannot-tell' } : { kind: 'other-name', code, name, published };
}
