import { classification } from '../../../src/editions/shared/classification/classification';
import { edition as declared } from '../../../src/editions/xinjiang-2021/edition';
import { checks, runChecks } from '../../../src/engine/check/checks';
import type { CheckContext } from '../../../src/engine/check/check';
import { createCatalogue } from '../../../src/engine/classification/catalogue';
import type { Edition } from '../../../src/engine/edition/edition';
import { resolveEdition } from '../../../src/engine/edition/resolve';
import type { Finding } from '../../../src/engine/finding/finding';
import { recognise } from '../../../src/engine/recognise/recognise';
import { addressOf } from '../../../src/engine/snapshot/address';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../../src/i18n/catalogue';

const catalogue = createCatalogue(classification);

export function contextOf(snapshot: Snapshot, edition: Edition = declared): CheckContext {
  const resolution = resolveEdition(edition);
  if (!resolution.ok) throw new Error(resolution.problems.join('\n'));
  const { book, sheets } = recognise(snapshot, resolution.edition, catalogue);
  return { snapshot, book, sheets, catalogue, year: book.year ?? edition.year };
}

/** All findings of all checks. */
export const findingsIn = (snapshot: Snapshot): readonly Finding[] => runChecks(contextOf(snapshot));

/** What one check says: severity, cells, sentence. */
export function says(rule: string, snapshot: Snapshot, edition?: Edition): readonly string[] {
  const check = checks.find(({ id }) => id === rule);
  if (!check) throw new Error(`no check ${rule}`);
  return check.run(contextOf(snapshot, edition)).map(lineOf);
}

export function lineOf({ severity, cells, facts }: Finding): string {
  return [severity, cells.map(addressOf).join(' '), findingSentence(facts, 'zh-CN')]
    .filter((part) => part !== '')
    .join(' ');
}
