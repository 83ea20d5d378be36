import { compileWorkbook } from '../../src/commands/compile';
import type { Patch, Receipt } from '../../src/engine/snapshot/patch';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';
import type { OpenedSession } from './open-session';
import { openSession } from './open-session';

/** Writes a patch into the workbook of a session. */
export const write = (
  { session }: OpenedSession,
  patch: (snapshot: Snapshot) => Promise<Patch | undefined>,
): Promise<Receipt | undefined> =>
  session.write({ name: 'compile', waits: true, patch, wrote: () => ({ what: 'compile', tables: 9 }) });

/** The sample's ledger, with the tables made from it and the sheets in which people answer. */
export async function compiled(options: Parameters<typeof openSession>[1] = {}): Promise<OpenedSession> {
  const open = openSession(ledgerWorkbook(rowsOf(sampleLines)), options);
  await open.session.check();
  const receipt = await write(open, async (snapshot) => {
    const result = await compileWorkbook(snapshot, { department: '云溪市文化馆', year: 2021 });
    return result.ok ? result.patch : undefined;
  });
  expect(receipt?.refused).toEqual([]);
  return open;
}
