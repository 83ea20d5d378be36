import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { createLiveCheck } from '../../src/commands/live-check';
import type { Pace } from '../../src/commands/pace';
import type { SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { withValues } from '../fixtures/edit';
import { sampleLedger } from '../fixtures/sample-ledger';
import { workbook } from '../notation';

const AT_ONCE: Pace = { slice: 0, patience: 0, now: () => 0, pause: () => Promise.resolve() };

/** The nine tables of a ledger, which state no year; the performance tables do. */
let tables: readonly SheetSnapshot[];
let forms: readonly SheetSnapshot[];
beforeAll(async () => {
  const compiled = await compileWorkbook(sampleLedger, { department: '云州市人民政府办公室', year: 2021 });
  if (!compiled.ok) throw new Error(compiled.because);
  const { sheets } = afterCompiling(sampleLedger, compiled);
  tables = sheets.filter(({ name }) => name.startsWith('表'));
  forms = sheets.filter(({ name }) => name.startsWith('绩效'));
});

const facts = (year: string): readonly SheetSnapshot[] =>
  workbook({ 单位情况: { lines: ['类别 | 事项 | 内容', `基本情况 | 预算年度 | ${year}`], ours: true } }).sheets;
const ledger = workbook({
  上年台账: ['2025年部门预算台账', '功能科目 | 支出类型 | 经济科目 | 资金来源 | 2025年预算数'],
}).sheets;
const together = (...sheets: readonly (readonly SheetSnapshot[])[]): Snapshot => ({ stamp: '', sheets: sheets.flat() });

describe('the year of a checked workbook', () => {
  test.each<[what: string, snapshot: () => Snapshot, year: number | undefined]>([
    ['is told by the sheet of facts where the tables tell none', () => together(tables, facts('2026年')), 2026],
    ['is not that of a ledger beside them', () => together(tables, ledger), undefined],
    ['is that of the sheet of facts, whatever a ledger says', () => together(tables, ledger, facts('2026')), 2026],
    ['is unknown where nobody filled it in', () => together(tables, facts('')), undefined],
    ['is that of the tables where they tell it', () => together(tables, forms, facts('2026')), 2021],
  ])('%s', async (_what, snapshot, year) => {
    expect((await checkSnapshot(snapshot())).year).toBe(year);
  });

  test('follows the sheet of facts while it is filled in', async () => {
    const live = createLiveCheck(AT_ONCE);
    const before = together(tables, facts('2026'));
    expect((await live.check(before))?.year).toBe(2026);
    const after = withValues({ ...before, stamp: 'changed' }, { '单位情况!C2': '2027' });
    expect((await live.check(after))?.year).toBe(2027);
    expect(await live.check(after)).toEqual(await checkSnapshot(after));
  });
});
