import { compileWorkbook, ledgerIn, type Compiled, type NotCompiled } from '../../commands/compile';
import { compilingEditionIds } from '../../commands/editions';
import { newEdits } from '../../commands/new';
import type { Edit, Patch } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Language } from '../../i18n/language';

export type LedgerFound = NonNullable<Awaited<ReturnType<typeof ledgerIn>>>;

/** The ledger of a workbook; null where it has none, which is an answer too. */
export async function findLedger(snapshot: Snapshot): Promise<LedgerFound | null> {
  return (await ledgerIn(snapshot)) ?? null;
}

/** What compiling would write, with the workbook it was worked out from. */
export interface CompiledPreview {
  readonly snapshot: Snapshot;
  readonly result: Compiled | NotCompiled;
}

export async function previewCompiled(snapshot: Snapshot, language: Language): Promise<CompiledPreview> {
  return { snapshot, result: await compileWorkbook(snapshot, { language }) };
}

/** The sheets that a patch draws: those that the tool drew before, and new ones. */
export function sheetsDrawn(
  { edits }: Patch,
  snapshot: Snapshot,
): { readonly anew: readonly string[]; readonly added: readonly string[] } {
  const present = new Set(snapshot.sheets.map(({ name }) => name));
  const names = edits.flatMap((edit) => (edit.do === 'drawSheet' ? [edit.sheet.name] : []));
  return { anew: names.filter((name) => present.has(name)), added: names.filter((name) => !present.has(name)) };
}

/** The patch that adds the sheets of an empty standard workbook. */
export async function newPatch(
  snapshot: Snapshot,
  about: { readonly department: string; readonly year: number },
  language: Language,
): Promise<Patch> {
  const [edition = ''] = await compilingEditionIds();
  return { for: snapshot.stamp, command: 'new', edits: await newEdits({ ...about, edition, language }) };
}

/** How many sheets were drawn, those that were refused left out. */
export function drawnCount({ edits }: Patch, refused: readonly Edit[]): number {
  return edits.filter((edit) => edit.do === 'drawSheet' && !refused.includes(edit)).length;
}

const YEAR = /^(?:19|20)[0-9]{2}$/;

/** A budget year as it is typed, full width or with 年 behind it; undefined for anything else. */
export function yearTyped(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/年度?$/, '');
  return YEAR.test(plain) ? parseInt(plain, 10) : undefined;
}
