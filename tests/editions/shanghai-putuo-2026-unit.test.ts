import { checkSnapshot } from '../../src/commands/check';
import { addressOf } from '../../src/engine/snapshot/address';
import { withValues } from '../fixtures/edit';
import { blankForms, filledForms } from '../fixtures/shanghai';

const errorsOf = async (...args: Parameters<typeof checkSnapshot>) => {
  const { findings } = await checkSnapshot(...args);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, cells }) => `${rule} ${cells.slice(0, 2).map(addressOf).join(' ')}`);
};

describe('an edition of other tables, titles and units is a folder of declarations', () => {
  it('is found without being asked for, all nine tables of it', async () => {
    const report = await checkSnapshot(filledForms);
    expect(report.edition?.id).toBe('shanghai-putuo-2026-unit');
    expect(report.tables.map(({ id }) => id)).toEqual(['表1', '表2', '表3', '表4', '表5', '表6', '表7', '表8', '表9']);
    expect(report.department).toBe('上海市普陀区云溪文化馆');
    expect(report.year).toBe(2026);
  });

  it('says one note about blank forms and takes specimen rows for no data', async () => {
    const report = await checkSnapshot(blankForms);
    expect(report.tables).toHaveLength(9);
    expect(report.findings.map(({ facts, severity }) => [facts.code, severity])).toEqual([['workbook-blank', 'note']]);
    expect(report.equations).toMatchObject({ passed: 0, failed: 0, notChecked: 0 });
  });

  it('has nothing to say against forms filled in rightly', async () => {
    const report = await checkSnapshot(filledForms);
    expect(await errorsOf(filledForms)).toEqual([]);
    expect(report.equations.passed).toBeGreaterThan(80);
  });

  it.each<[string, Record<string, string | number>, readonly string[]]>([
    [
      'a class in 元 that another table has otherwise',
      { '单位收支总表!D11': 30000 },
      ['c-expense-class 单位收支总表!D11 单位支出总表!E12', 'b-row-basic-project 单位收支总表!D11 单位收支总表!E11'],
    ],
    ['the three public expenses, in 万元', { '三公!C7': '6.00' }, ['b-san-gong 三公!A7 三公!B7']],
    [
      'personnel and public use against basic expenditure of another table',
      { '单位收支总表!E10': 3100001.5 },
      ['b-row-basic-project 单位收支总表!D10 单位收支总表!E10'],
    ],
    [
      'the fund tables against the appropriation',
      { '单位一般公共预算拨款表!E12': 310000 },
      ['c-grant-general 单位财政拨款收支总表!E9 单位一般公共预算拨款表!E12'],
    ],
  ])('finds %s', async (_case, values, expected) => {
    expect(await errorsOf(withValues(filledForms, values))).toEqual(expect.arrayContaining([...expected]));
  });
});
