import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook, type Compiled } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import { newEdits } from '../../src/commands/new';
import type { LedgerLine } from '../../src/commands/sheets/ledger';
import type { DrawnSheet } from '../../src/engine/snapshot/drawn';
import type { Edit } from '../../src/engine/snapshot/patch';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { blankWorkbook } from '../../src/hosts/xlsx/blank-workbook';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { withFacts, withReasons } from '../fixtures/answered';
import { sampleFacts } from '../fixtures/sample-answers';
import { sampleLines } from '../fixtures/sample-ledger';

const FILE = join(__dirname, '../../assets/sample/云州市人民政府办公室2021年台账.xlsx');

/** The ledger as an officer fills it in: a new workbook, its line items, the facts, the reasons that follow from both. */
async function filledIn(): Promise<Uint8Array> {
  const lines = sampleLines.map(
    ([functional, kind, economic, project, fund, now, before, remark = '']): LedgerLine => ({
      functional,
      kind,
      economic,
      project: project || null,
      fund,
      now,
      before: before === '' ? null : before,
      remark: remark || null,
    }),
  );
  const department = String(sampleFacts.department);
  const blank = edited(blankWorkbook(), await newEdits({ edition: 'xinjiang-2021', department, year: 2021, lines }));
  const facts = withFacts(drawnSheet(await compiled(opened(blank).snapshot), '单位情况'));
  const known = edited(blank, [{ do: 'drawSheet', sheet: facts }]);
  // Some reasons are asked only once the facts are known.
  const reasons = withReasons(drawnSheet(await compiled(opened(known).snapshot), '增减原因'));
  return edited(known, [{ do: 'drawSheet', sheet: reasons }]);
}

function opened(bytes: Uint8Array) {
  const file = openXlsx(bytes);
  if (!file.ok) throw new Error(file.because);
  return file.workbook;
}

function edited(file: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const workbook = opened(file);
  const { bytes, receipt } = workbook.apply({ for: workbook.snapshot.stamp, command: 'new', edits });
  if (receipt.refused.length > 0) throw new Error(receipt.refused.map(({ because }) => because).join());
  return bytes;
}

async function compiled(snapshot: Snapshot): Promise<Compiled> {
  const result = await compileWorkbook(snapshot);
  if (!result.ok) throw new Error(result.because);
  return result;
}

function drawnSheet({ patch }: Compiled, name: string): DrawnSheet {
  for (const edit of patch.edits) if (edit.do === 'drawSheet' && edit.sheet.name === name) return edit.sheet;
  throw new Error(`no sheet ${name}`);
}

describe('the shipped ledger', () => {
  test('is what the tool makes of its line items and answers', async () => {
    const made = await filledIn();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, made);
    expect(opened(readFileSync(FILE)).snapshot.sheets).toEqual(opened(made).snapshot.sheets);
  });

  test('compiles to tables that reconcile; last year’s figures come out of it; one reason is left to be told', async () => {
    const ledger = opened(readFileSync(FILE));
    const result = await compiled(ledger.snapshot);
    expect(result.findings).toEqual([]);
    expect(result.from).toEqual({
      kind: 'ledger',
      sheet: '台账',
      rows: sampleLines.length,
      amounts: sampleLines.length,
      inPart: 0,
      leftOut: 0,
      onlyBefore: 0,
    });
    const written = ledger.apply({ ...result.patch, for: ledger.snapshot.stamp });
    const { snapshot } = written.workbook;
    expect(snapshot).toEqual(opened(written.bytes).snapshot);
    expect((await checkSnapshot(snapshot)).summary.error).toBe(0);
    const { narration } = await narrateWorkbook(snapshot);
    expect(narration?.missing.map(({ what, section, about }) => [what, section, about])).toEqual([
      ['reason', 'three-public', '公务用车运行费'],
    ]);
    expect(result.open.missing.map(({ text }) => text)).toEqual(narration?.missing.map(({ text }) => text));
  });
});
