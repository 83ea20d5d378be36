import { checkSnapshot } from '../../src/commands/check';
import type { Cause, Finding, Severity } from '../../src/engine/finding/finding';
import type { CheckReport } from '../../src/engine/finding/report';
import { placeOf, type Place } from '../fixtures/edit';
import { mended, sample } from '../fixtures/sample';

/** One disagreement of the sample, worked out by hand. */
interface Truth {
  readonly says: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Cells that the finding must stand on, among others. */
  readonly cells: readonly Place[];
}

const truths: readonly Truth[] = [
  // 表三!E9 is 1249.92; the row (1249.62 + 0), the class above it (1423.62 − 174) and 表二 all say 1249.62.
  { says: '1249.92 is not 1249.62 + 0', rule: 'b-row-basic-project', severity: 'error', cells: ['表三!E9', '表三!F9'] },
  {
    says: '1423.62 is not 1249.92 + 174',
    rule: 'b-hierarchy',
    severity: 'error',
    cells: ['表三!E8', '表三!E9', '表三!E10'],
  },
  {
    says: 'revenue 1249.62, expenditure 1249.92',
    rule: 'c-income-expense-row',
    severity: 'error',
    cells: ['表二!E8', '表三!E9'],
  },

  // 17.00 stands under 事业收入 in 表一 and under 上级补助收入 in 表二.
  {
    says: '事业收入 17, and nothing in 表二',
    rule: 'c-income-source',
    severity: 'error',
    cells: ['表一!B11', '表二!J19'],
  },
  {
    says: '上级补助收入 17 in 表二, and nothing in 表一',
    rule: 'c-income-source',
    severity: 'error',
    cells: ['表一!B12', '表二!K19'],
  },

  // 差旅费 54.60 is in neither column; 公用经费 is 179.41 where its rows make 124.80, and 179.40 with it.
  {
    says: '54.60 divided over no column',
    rule: 'b-column-missing-part',
    severity: 'error',
    cells: ['表六!D12', '表六!F12'],
  },
  {
    says: '179.41 is not the sum of its column',
    rule: 'b-total',
    severity: 'error',
    cells: ['表六!F29', '表六!F12', '表六!F26'],
  },
  {
    says: '1070.22 + 179.41 is 1249.63',
    rule: 'b-rounding',
    severity: 'warning',
    cells: ['表六!D29', '表六!E29', '表六!F29'],
  },

  // 表七 holds all funds (174) where its title says general public budget (157): the 17 from the other source are in it.
  { says: '类 157 / 174', rule: 'c-project', severity: 'error', cells: ['表五!G7', '表七!F6'] },
  { says: '款 157 / 174', rule: 'c-project', severity: 'error', cells: ['表五!G8', '表七!F7'] },
  { says: '项 157 / 174', rule: 'c-project', severity: 'error', cells: ['表五!G9', '表七!F8'] },
  { says: '合计 157 / 174', rule: 'c-project', severity: 'error', cells: ['表五!G24', '表七!F11'] },

  // The performance tables.
  { says: 'dates of 2020', rule: 'p-dates', severity: 'error', cells: ['绩效2!E14', '绩效2!E15'] },
  { says: 'no budget unit', rule: 'p-blank', severity: 'error', cells: ['绩效4!B3'] },
  { says: 'no funds', rule: 'p-blank', severity: 'error', cells: ['绩效4!B4'] },
  { says: '群众工作经费 7 / 174', rule: 'p-amount', severity: 'error', cells: ['绩效3!B5', '表七!F8'] },
  {
    says: '40 + 60 + 7 is not 157',
    rule: 'c-performance-total',
    severity: 'warning',
    cells: ['绩效1!B6', '绩效2!B5', '绩效3!B5', '绩效4!B5', '表五!G24'],
  },
  {
    says: 'three projects that 表七 does not know',
    rule: 'c-performance-project',
    severity: 'warning',
    cells: ['绩效1!B3', '绩效2!C2', '绩效4!C2'],
  },

  // Codes, names, forms.
  { says: '30242 is in no list', rule: 'k-unknown', severity: 'note', cells: ['表六!A22'] },
  { says: '30299 is 其他商品和服务支出', rule: 'k-other-name', severity: 'note', cells: ['表六!C14'] },
  { says: '222 is 粮油物资储备支出', rule: 'k-stale-name', severity: 'warning', cells: ['表一!C26'] },
  { says: '99 before 01', rule: 's-order-codes', severity: 'note', cells: ['表五!A10', '表五!A9'] },
  { says: '303 before 302', rule: 's-order-codes', severity: 'note', cells: ['表六!A12', '表六!A11'] },
  {
    says: 'a department with two names',
    rule: 's-department',
    severity: 'warning',
    cells: ['表一!A3', '表五!A3', '绩效1!B4'],
  },
  { says: 'a label that is not quite the declared one', rule: 's-label-near', severity: 'note', cells: ['表四!A9'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表一!B6', '表一!B11', '表一!D37'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表二!E6', '表二!F19'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表三!E7', '表三!G10'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表四!B6', '表四!E37'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表五!E9', '表五!F10'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表六!F13', '表六!F29'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表七!H6', '表七!H11'] },
  { says: 'numbers kept as text', rule: 's-text-number', severity: 'note', cells: ['表八!A6', '表八!E8'] },
];

const places = (finding: Finding): readonly Place[] => finding.cells.map(placeOf);

const isFound = (truth: Truth, finding: Finding): boolean =>
  finding.rule === truth.rule &&
  finding.severity === truth.severity &&
  truth.cells.every((cell) => places(finding).includes(cell));

const told = (finding: Finding): string => `${finding.severity} ${finding.rule} ${places(finding).join(' ')}`;

const waysOf = (cause: Cause): readonly string[] =>
  cause.alternatives.map((way) =>
    way.map(({ cell, suggestion }) => `${placeOf(cell)} = ${suggestion ?? '?'}`).join(', '),
  );

describe('the sample workbook', () => {
  let report: CheckReport;
  beforeAll(async () => {
    report = await checkSnapshot(sample);
  });

  test('is read as what it is', () => {
    expect(report.edition?.id).toBe('xinjiang-2021');
    expect(report.department).toBe('云州市人民政府办公室');
    expect(report.year).toBe(2021);
    expect(report.tables.map(({ id }) => id)).toEqual([
      '表一',
      '表二',
      '表三',
      '表四',
      '表五',
      '表六',
      '表七',
      '表八',
      '表九',
      '绩效',
      '绩效',
      '绩效',
      '绩效',
    ]);
    expect(report.tables.find(({ id }) => id === '表九')?.declaredEmpty).toBe(true);
    expect(report.sheets.filter(({ tables }) => tables.length === 0).map(({ sheet }) => sheet)).toEqual(['情况说明']);
  });

  test('leaves nothing unchecked', () => {
    expect(report.unchecked).toEqual([]);
    expect(report.equations.notChecked).toBe(0);
  });

  test.each(truths.map((truth) => [`${truth.rule} ${truth.cells.join(' ')}: ${truth.says}`, truth] as const))(
    '%s',
    (_says, truth) => {
      expect(report.findings.filter((finding) => isFound(truth, finding)).map(told)).toHaveLength(1);
    },
  );

  test.each(['error', 'warning', 'note'] as const)('no other finding is of severity %s', (severity) => {
    const others = report.findings.filter(
      (finding) => finding.severity === severity && !truths.some((truth) => isFound(truth, finding)),
    );
    expect(others.map(told)).toEqual([]);
  });

  test('one wrong cell is one cause, and its value is known', () => {
    const cause = report.causes.find(({ kind }) => kind === 'cell');
    expect(cause && waysOf(cause)).toEqual(['表三!E9 = 1249.62']);
    expect(cause?.determined).toBe(true);
    expect(cause?.findings).toHaveLength(3);
    for (const finding of report.findings.filter(({ cause: id }) => id === cause?.id)) {
      expect(finding.suspect && placeOf(finding.suspect.cell)).toBe('表三!E9');
      expect(finding.suspect?.suggestion).toBe('1249.62');
    }
  });

  test('an amount under the wrong source is one cause with two ways to mend it', () => {
    const cause = report.causes.find(({ kind }) => kind === 'pair');
    expect(cause && waysOf(cause)).toEqual(['表一!B11 = 0, 表一!B12 = 17.00', '表二!K19 = 0, 表二!J19 = 17.00']);
    expect(cause?.findings).toHaveLength(2);
  });

  test('a table on another basis is one cause of all its differences', () => {
    const cause = report.causes.find(({ kind }) => kind === 'table');
    const rules = report.findings.filter(({ cause: id }) => id === cause?.id).map(({ rule }) => rule);
    expect(rules).toEqual(['c-project', 'c-project', 'c-project', 'c-project']);
  });
});

describe('the mended sample', () => {
  test('has no error, and what it still has it had before', async () => {
    const before = await checkSnapshot(sample);
    const report = await checkSnapshot(mended);
    expect(report.findings.filter(({ severity }) => severity === 'error').map(told)).toEqual([]);
    expect(report.summary.error).toBe(0);
    expect(report.equations.failed).toBe(0);
    expect(report.unchecked).toEqual([]);
    const known = new Set(before.findings.map(({ id }) => id));
    expect(report.findings.filter(({ id }) => !known.has(id)).map(told)).toEqual([]);
  });
});
