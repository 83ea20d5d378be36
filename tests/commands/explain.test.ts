import fc from 'fast-check';
import { annotationPatch } from '../../src/commands/annotate';
import { removalPatch } from '../../src/commands/remove-marks';
import { checkSnapshot } from '../../src/commands/check';
import type { Entry } from '../../src/commands/entries';
import { entriesOf, openEntriesOf, standingOf } from '../../src/commands/entries';
import { entrySentence } from '../../src/commands/entry-words';
import { explainPatch, withdrawPatch } from '../../src/commands/explain';
import { figuresCode } from '../../src/commands/explanations';
import { fixPatch } from '../../src/commands/fix';
import { createLiveCheck } from '../../src/commands/live-check';
import { marksOf } from '../../src/commands/flags';
import type { Patch } from '../../src/engine/snapshot/patch';
import type { CheckReport } from '../../src/engine/finding/report';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { budget } from '../cli/terminal';
import { placeOf, valueAt, withValues } from '../fixtures/edit';
import { openFile, sampleFile } from '../fixtures/sample-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const REASON = { reason: '住房公积金由上级单位代列', name: '张三', date: '2026-11-26' };

const applied = (bytes: Uint8Array, patch: Patch | undefined): Uint8Array => {
  if (!patch) throw new Error('nothing to write');
  const written = openFile(bytes).apply(patch);
  expect(written.receipt.refused).toEqual([]);
  return written.bytes;
};
const snapshotOf = (bytes: Uint8Array): Snapshot => openFile(bytes).snapshot;

/** The entry about a cell and no other. */
const about = (report: CheckReport, address: string): Entry => {
  const entry = entriesOf(report).find(({ cells }) => cells.map(addressOf).join() === address);
  if (!entry) throw new Error(`nothing about ${address}`);
  return entry;
};

/** The file in which the entry about a cell is explained. */
async function explained(bytes: Uint8Array, address = '表三!E9', wish = REASON): Promise<Uint8Array> {
  const snapshot = snapshotOf(bytes);
  const report = await checkSnapshot(snapshot);
  const entry = about(report, address);
  const code = figuresCode(entry, snapshot);
  return applied(bytes, explainPatch(snapshot, report, { id: entry.id, code, ...wish }, 'zh-CN'));
}

/** What a sheet says, row by row. */
const rowsOf = (snapshot: Snapshot, name: string): readonly (readonly CellValue[])[] =>
  snapshot.sheets.find((sheet) => sheet.name === name)?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];

describe('an explanation', () => {
  it('stands in a sheet of the workbook, with what it is about and the figures of that time', async () => {
    const rows = rowsOf(snapshotOf(await explained(sampleFile)), '审核说明');
    expect(rows[1]).toEqual(['编号', '位置', '问题', '说明时数值', '说明', '姓名', '日期', '状态', '核对码']);
    expect(rows[2]?.slice(1, 8)).toEqual([
      '表三!E9',
      expect.stringContaining('1,249.62'),
      '现为1,249.92；应为1,249.62；差额+0.30',
      '住房公积金由上级单位代列',
      '张三',
      '2026-11-26',
      '已说明',
    ]);
  });

  it('takes what it is about out of the count, and nothing else', async () => {
    const before = await checkSnapshot(snapshotOf(sampleFile));
    const after = await checkSnapshot(snapshotOf(await explained(sampleFile)));
    expect([after.summary, after.explained]).toEqual([{ ...before.summary, error: before.summary.error - 1 }, 1]);
    const plain = (report: CheckReport): unknown => ({
      ...report,
      summary: undefined,
      explained: undefined,
      findings: report.findings.map((finding) => ({ ...finding, explained: undefined })),
      causes: report.causes.map((cause) => ({ ...cause, explanation: undefined })),
    });
    // The own sheet is never input.
    expect(plain(after)).toEqual(plain(before));
    const entry = about(after, '表三!E9');
    expect([standingOf(entry), entriesOf(after).at(-1)]).toEqual(['explained', entry]);
    expect(entrySentence(entry, 'zh-CN')).toMatch(/已说明：住房公积金由上级单位代列（张三，2026-11-26）。$/);
  });

  it('takes its marks and its suggestion away', async () => {
    const snapshot = snapshotOf(await explained(sampleFile));
    const report = await checkSnapshot(snapshot);
    const errors = marksOf(report, 'zh-CN').filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cell }) => addressOf(cell))).not.toContain('表三!E9');
    const { changes, left } = fixPatch(snapshot, report, { language: 'zh-CN' });
    expect(changes.map(({ cell }) => addressOf(cell))).not.toContain('表三!E9');
    expect(left.filter(({ because }) => because === 'explained').length).toBe(1);
  });

  it('holds when rows move and numbers are only written otherwise', async () => {
    const bytes = await explained(sampleFile);
    const workbook = openFile(bytes);
    const moved = workbook.apply({
      for: workbook.snapshot.stamp,
      command: 'fill',
      edits: [{ do: 'insertRows', sheet: '表三', at: 2, count: 1, like: 1 }],
    }).bytes;
    expect((await checkSnapshot(snapshotOf(moved))).explained).toBe(1);
    const respelt = withValues(snapshotOf(bytes), { '表三!E9': '1,249.92 ' });
    expect((await checkSnapshot(respelt)).explained).toBe(1);
  });

  it('comes back when a figure is another, and says what was said before', async () => {
    const snapshot = withValues(snapshotOf(await explained(sampleFile)), { '表三!E9': 1294.62 });
    const report = await checkSnapshot(snapshot);
    expect([report.explained, report.summary.error]).toEqual([
      0,
      (await checkSnapshot(snapshotOf(sampleFile))).summary.error,
    ]);
    expect(entrySentence(about(report, '表三!E9'), 'zh-CN')).toMatch(
      /说明过“住房公积金由上级单位代列”，之后数字变了，请重新核对。$/,
    );
  });

  it('is not written for figures that the person has not seen', async () => {
    const snapshot = snapshotOf(sampleFile);
    const report = await checkSnapshot(snapshot);
    const entry = about(report, '表三!E9');
    const code = figuresCode(entry, snapshot);
    const wish = { id: entry.id, code, ...REASON };
    const later = withValues(snapshot, { '表三!E9': 1294.62 });
    expect(explainPatch(later, await checkSnapshot(later), wish, 'zh-CN')).toBeUndefined();
    expect(explainPatch(snapshot, report, { ...wish, reason: ' ' }, 'zh-CN')).toBeUndefined();
    expect(explainPatch(snapshot, report, { ...wish, id: 'parts-gone' }, 'zh-CN')).toBeUndefined();
  });

  it('can be written again and taken away; what else stands in the sheet stays', async () => {
    const two = await explained(await explained(sampleFile), '表六!F12', { ...REASON, reason: '上级已批复' });
    const third = applied(two, {
      for: snapshotOf(two).stamp,
      command: 'fill',
      edits: [
        { do: 'setValue', at: { sheet: '审核说明', row: 1, column: 9 }, to: '处长意见' },
        { do: 'setValue', at: { sheet: '审核说明', row: 2, column: 9 }, to: '同意' },
        { do: 'setValue', at: { sheet: '审核说明', row: 2, column: 5 }, to: '李四' },
      ],
    });
    const again = await explained(third, '表三!E9', { ...REASON, reason: '改后的说明' });
    const rows = rowsOf(snapshotOf(again), '审核说明');
    expect(rows.slice(2).map((row) => [row[4], row[9]])).toEqual([
      ['改后的说明', '同意'],
      ['上级已批复', undefined],
    ]);
    const snapshot = snapshotOf(again);
    const report = await checkSnapshot(snapshot);
    expect(report.explained).toBe(2);
    const { id } = about(report, '表三!E9');
    const less = await checkSnapshot(snapshotOf(applied(again, withdrawPatch(snapshot, report, id, 'zh-CN'))));
    expect(less.explained).toBe(1);
    expect(withdrawPatch(snapshot, report, 'parts-gone', 'zh-CN')).toBeUndefined();
  });

  it('that somebody takes out by hand, or whose figures nobody can tell, counts for nothing', async () => {
    const snapshot = snapshotOf(await explained(sampleFile));
    for (const place of ['审核说明!E3', '审核说明!I3'])
      expect((await checkSnapshot(withValues(snapshot, { [place]: null }))).explained).toBe(0);
  });

  it('belongs to those who work in the sheet: clearing marks leaves it', async () => {
    const bytes = await explained(sampleFile);
    const snapshot = snapshotOf(bytes);
    const marked = applied(bytes, annotationPatch(snapshot, await checkSnapshot(snapshot), 'zh-CN'));
    expect(rowsOf(snapshotOf(marked), '审核结果').flat()).toContain('※ 已说明');
    const cleared = snapshotOf(applied(marked, removalPatch(snapshotOf(marked)).patch));
    expect(cleared.sheets.filter(({ ours }) => ours).map(({ name }) => name)).toEqual(['审核说明']);
    expect((await checkSnapshot(cleared)).explained).toBe(1);
  });

  it('does not take a sheet of the user’s own of that name', async () => {
    const snapshot = snapshotOf(sampleFile);
    const named = { ...snapshot, sheets: [...snapshot.sheets, { ...snapshot.sheets[0]!, name: '审核说明', rows: [] }] };
    const report = await checkSnapshot(named);
    const entry = about(report, '表三!E9');
    const patch = explainPatch(named, report, { id: entry.id, code: figuresCode(entry, named), ...REASON }, 'zh-CN');
    expect(patch?.edits.map((edit) => edit.do === 'drawSheet' && edit.sheet.name)).toEqual(['审核说明2']);
  });

  it('is seen by a check that follows changes as by any other', async () => {
    const live = createLiveCheck();
    await live.check(snapshotOf(sampleFile));
    const snapshot = snapshotOf(await explained(sampleFile));
    expect(await live.check(snapshot)).toEqual(await checkSnapshot(snapshot));
    const changed = withValues(snapshot, { '表三!E9': 7 });
    expect(await live.check(changed)).toEqual(await checkSnapshot(changed));
  });
});

it('counts again whichever of its figures becomes another', async () => {
  const bytes = await explained(await explained(await explained(sampleFile), '表六!F12'), '表六!F29');
  const snapshot = snapshotOf(bytes);
  const report = await checkSnapshot(snapshot);
  const entries = entriesOf(report).filter((entry) => standingOf(entry) === 'explained');
  expect(entries.length).toBe(3);
  const figures = entries.flatMap((entry) =>
    [entry.speaker, ...entry.symptoms].flatMap(({ cells }) => cells.map((cell) => ({ entry, place: placeOf(cell) }))),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...figures), fc.integer({ min: 1, max: 90_000 }), async ({ entry, place }, by) => {
      const before = Number(valueAt(snapshot, place) ?? 0);
      fc.pre(Number.isFinite(before));
      const changed = withValues(snapshot, { [place]: Math.round(before * 100 + by) / 100 });
      const open = openEntriesOf(await checkSnapshot(changed));
      const after = entriesOf(await checkSnapshot(changed));
      // It is there again, or something else has taken its place; never is it there and silent.
      expect(after.filter(({ id }) => id === entry.id).every((one) => open.some(({ id }) => id === one.id))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

describe('budget check', () => {
  const check = async (bytes: Uint8Array, ...options: readonly string[]) =>
    budget(['check', 'in.xlsx', ...options], { files: { 'in.xlsx': bytes }, check: checkSnapshot });

  it('says how much is explained, and lists it on request', async () => {
    const bytes = await explained(sampleFile);
    const { stdout, status } = await check(bytes);
    expect(stdout).toContain('※ 已说明1处，不计入，用--all列出');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^错误\d+ {2}需核实\d+ {2}提示\d+ {2}已说明1$/);
    expect([status, stdout.includes('表三!E9  ')]).toEqual([1, false]);
    const all = (await check(bytes, '--all')).stdout.replace(/\n */g, '');
    expect(all).toContain('※ 已说明  表三!E9');
    expect(all).toContain('已说明：住房公积金由上级单位代列（张三，2026-11-26）。');
  });

  it('marks it in what other programs read', async () => {
    const { files } = JSON.parse((await check(await explained(sampleFile), '--format', 'json')).stdout) as {
      files: {
        findings: { id: string; cause: string; explained?: true }[];
        causes: { id: string; explained?: true; explanation?: object }[];
        summary: { explained: number };
      }[];
    };
    const { findings, causes, summary } = files[0]!;
    const silent = causes.filter((cause) => cause.explained);
    expect(silent.map(({ explanation }) => explanation)).toEqual([{ ...REASON, holds: true }]);
    expect(findings.filter(({ explained: one }) => one).map(({ cause }) => cause)).toEqual(
      findings.filter(({ cause }) => cause === silent[0]?.id).map(({ cause }) => cause),
    );
    expect(summary.explained).toBe(1);
  });

  it('ends with 0 where all errors are explained, and with 1 as soon as a figure of one changes', async () => {
    let bytes = sampleFile;
    for (;;) {
      const snapshot = snapshotOf(bytes);
      const report = await checkSnapshot(snapshot);
      const entry = openEntriesOf(report).find(({ severity }) => severity === 'error');
      if (!entry) break;
      const wish = { id: entry.id, code: figuresCode(entry, snapshot), ...REASON };
      bytes = applied(bytes, explainPatch(snapshot, report, wish, 'zh-CN'));
    }
    expect((await check(bytes)).status).toBe(0);
    const changed = applied(bytes, {
      for: snapshotOf(bytes).stamp,
      command: 'fill',
      edits: [{ do: 'setValue', at: { sheet: '表三', row: 8, column: 4 }, to: 1 }],
    });
    expect((await check(changed)).status).toBe(1);
  });
});
