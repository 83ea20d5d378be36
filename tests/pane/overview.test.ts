import { entriesOf } from '../../src/commands/entries';
import { checkSnapshot } from '../../src/commands/check';
import type { CheckReport, EquationCounts } from '../../src/engine/finding/report';
import { paneWords } from '../../src/i18n/catalogue';
import { tableLines } from '../../src/pane/overview/table-lines';
import { verdictOf } from '../../src/pane/overview/verdict';
import { mended, sample } from '../fixtures/sample';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const counts = (passed: number, failed = 0, notChecked = 0): EquationCounts => ({
  total: passed + failed + notChecked,
  passed,
  failed,
  notApplicable: 0,
  notChecked,
});

const report = (changes: Partial<CheckReport>): CheckReport => ({
  edition: { id: 'xinjiang-2021', name: '新疆2021版' },
  department: '云溪市文化馆',
  year: 2021,
  tables: [{ id: '表五', sheet: '表五', title: '支出表', figures: 3, declaredEmpty: false, equations: counts(3) }],
  sheets: [{ sheet: '表五', tables: ['表五'] }],
  equations: counts(3),
  unchecked: [],
  findings: [],
  causes: [],
  explained: 0,
  summary: { error: 0, warning: 0, note: 0 },
  ...changes,
});

describe('the verdict', () => {
  it.each<readonly [string, Partial<CheckReport>, string, string | undefined, string]>([
    [
      'errors first',
      { summary: { error: 2, warning: 3, note: 1 } },
      '还有2处错误要改',
      '另有3处需核实，1处提示',
      'error',
    ],
    [
      'then what has to be looked at',
      { summary: { error: 0, warning: 3, note: 2 } },
      '没有错误，3处需核实',
      '另有2处提示',
      'warning',
    ],
    ['all agree', {}, '3项勾稽全部相符', undefined, 'agreed'],
    [
      'never agreed while something is unchecked',
      { equations: counts(3, 0, 2) },
      '没有发现错误；3项相符，2项未检查',
      undefined,
      'unchecked',
    ],
    ['nothing to check is no agreement', { equations: counts(0) }, '没有可检查的数字', undefined, 'unchecked'],
    [
      'nothing recognised',
      {
        tables: [],
        sheets: [
          { sheet: '甲', tables: [] },
          { sheet: '乙', tables: [] },
        ],
      },
      '看了2张工作表，没有认出预算表',
      undefined,
      'unchecked',
    ],
  ])('%s', (_, changes, sentence, also, standing) => {
    expect(verdictOf(report(changes), paneWords('zh-CN'))).toEqual({ sentence, also, standing });
  });
});

describe('the rows of the tables', () => {
  it('count each entry once, in the table where it has to be mended, and say where the others come from', async () => {
    const checked = await checkSnapshot(sample);
    const entries = entriesOf(checked);
    const lines = tableLines(checked, entries);
    const inTables = lines.reduce((sum, line) => sum + line.counts.error + line.counts.warning + line.counts.note, 0);
    expect(inTables).toBeLessThanOrEqual(entries.length);
    expect(lines.reduce((sum, line) => sum + line.counts.error, 0)).toBe(checked.summary.error);
    for (const line of lines) {
      expect(line.see).not.toContain(line.table.id);
      if (line.counts.error > 0) expect(line.standing).toBe('error');
      if (line.standing === 'agreed')
        expect([line.table.equations.failed, line.table.equations.notChecked]).toEqual([0, 0]);
    }
    expect(lines.some((line) => line.standing === 'touched' && line.see.length > 0)).toBe(true);
  });

  it('have no error where the workbook has none', async () => {
    const checked = await checkSnapshot(mended);
    expect(tableLines(checked, entriesOf(checked)).filter((line) => line.standing === 'error')).toEqual([]);
  });

  it('bear the name of the sheet where several have the same title', async () => {
    const checked = await checkSnapshot(sample);
    const forms = tableLines(checked, entriesOf(checked)).filter((line) => line.table.id === '绩效');
    expect(forms.map((line) => line.name)).toEqual(['绩效1', '绩效2', '绩效3', '绩效4']);
  });
});
