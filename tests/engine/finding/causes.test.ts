import { checkSnapshot } from '../../../src/commands/check';
import type { CheckReport } from '../../../src/engine/finding/report';
import { findingSentence } from '../../../src/i18n/catalogue';
import { Decimal } from 'decimal.js';
import { readAmount } from '../../../src/engine/amount/read-amount';
import { addressOf } from '../../../src/engine/snapshot/address';
import type { CellValue } from '../../../src/engine/snapshot/snapshot';
import { withValues } from '../../fixtures/edit';
import { mended, sample } from '../../fixtures/sample';
import { filledForms } from '../../fixtures/shanghai';

/** The causes of errors and warnings among the equations, each as: sentence | what to write where. */
function causesOf(report: CheckReport): readonly string[] {
  const rules = new Map(report.findings.map(({ id, rule }) => [id, rule]));
  return report.causes
    .filter(
      ({ severity, findings }) =>
        severity !== 'note' && findings.some((id) => /^[bc]-|^p-(amount|funds)/.test(rules.get(id) ?? '')),
    )
    .map(({ facts, determined, alternatives }) =>
      [
        findingSentence(facts, 'zh-CN'),
        ...(determined
          ? alternatives.map((way) =>
              way.map(({ cell, suggestion }) => `${addressOf(cell)}=${suggestion ?? ''}`).join('&'),
            )
          : []),
      ].join(' | '),
    );
}

const causesWith = async (values: Readonly<Record<string, CellValue>>): Promise<readonly string[]> =>
  causesOf(await checkSnapshot(withValues(mended, values)));

describe('what lies behind failed equations', () => {
  it('is one cell where more equations fail than it takes values to mend them', async () => {
    expect(await causesWith({ '表五!E9': '175.00' })).toEqual([
      '表五“其他政府办公厅（室）及相关机构事务支出”合计现为175.00万元，应为157.00，多18.00。疑似相邻两位颠倒。 | 表五!E9=157.00'.replace(
        '疑似相邻两位颠倒',
        '疑似相邻两位颠倒',
      ),
    ]);
  });

  it.each<[string, CellValue, string]>([
    ['two digits swapped', '1294.62', '疑似相邻两位颠倒'],
    ['one digit wrong', '1249.63', '疑似有一位数字写错'],
    ['the point moved', '12496.2', '疑似小数点错位'],
    ['the sign turned', '-1249.62', '疑似正负号写反'],
    ['元 for 万元', '12496200', '疑似'],
  ])('is named with the slip of the hand: %s', async (_slip, typed, words) => {
    const [cause = '', ...more] = await causesWith({ '表三!F9': typed });
    expect(cause).toContain('应为1,249.62');
    expect(cause).toContain(words);
    expect(cause).toContain('表三!F9=1249.62');
    expect(more).toEqual([]);
  });

  it('stays two where two cells are wrong in one column', async () => {
    const causes = await causesWith({ '表六!F12': null, '表六!F29': '179.41' });
    expect(causes).toEqual([
      '表六“差旅费”公用经费空着，应为54.60万元。 | 表六!F12=54.60',
      '表六“合计”公用经费现为179.41万元，应为179.40，多0.01。疑似有一位数字写错。 | 表六!F29=179.40',
    ]);
  });

  it('is found in both cells where a figure stands one column beside, though no more fail than change', async () => {
    const causes = await causesWith({ '表六!E13': '79.84', '表六!F13': null });
    expect(causes.map((cause) => cause.split(' | ')[1])).toEqual(['表六!E13=0.00&表六!F13=79.84']);
  });

  it('is found in all places where three figures stand one column beside, though only two sums fail', async () => {
    const report = await checkSnapshot(
      withValues(mended, {
        '表六!E12': '54.6',
        '表六!F12': null,
        '表六!E13': '79.84',
        '表六!F13': null,
        '表六!E26': '4.45',
        '表六!F26': null,
      }),
    );
    const cells = causesOf(report).flatMap((cause) => cause.split(' | ')[1]?.split('&') ?? []);
    expect([...cells].sort()).toEqual([
      '表六!E12=0.00',
      '表六!E13=0.00',
      '表六!E26=0.00',
      '表六!F12=54.60',
      '表六!F13=79.84',
      '表六!F26=4.45',
    ]);
    // What is said of a row's class is a symptom of the figure's being in the wrong column.
    expect(report.causes.filter(({ facts }) => facts.code === 'class-column')).toEqual([]);
  });

  it('is not guessed where two columns are off by what is nobody’s figure', async () => {
    const causes = await causesWith({ '表六!E29': '1070.31', '表六!F29': '179.31' });
    expect(causes.filter((cause) => /表六![EF](?!29)/.test(cause.split(' | ')[1] ?? ''))).toEqual([]);
  });

  it('is left open between two pairs where two rows’ parts may be exchanged as well as their sums', async () => {
    const report = await checkSnapshot(withValues(mended, { '表六!F12': 79.84, '表六!F13': 54.6 }));
    const [pair, ...more] = report.causes.filter(({ kind }) => kind === 'pair');
    expect(more).toEqual([]);
    expect(pair?.determined).toBe(false);
    expect(
      pair?.alternatives
        .map((way) => way.map(({ cell, suggestion }) => `${addressOf(cell)}=${suggestion ?? ''}`).sort())
        .sort(),
    ).toEqual([
      ['表六!D12=79.84', '表六!D13=54.60'],
      ['表六!F12=54.60', '表六!F13=79.84'],
    ]);
    expect(report.findings.filter(({ suspect }) => suspect)).toEqual([]);
  });

  it('is the money unit where all figures of a table are ten thousand times those of the others', async () => {
    const inYuan = Object.fromEntries(
      ['E7', 'F7', 'G7', 'E8', 'F8', 'G8', 'E9', 'G9', 'E10', 'F10', 'E28', 'F28', 'G28'].map((cell) => {
        const amounts: Readonly<Record<string, number>> = {
          E7: 14066200,
          F7: 12496200,
          G7: 1570000,
          E8: 14066200,
          F8: 12496200,
          G8: 1570000,
          E9: 1570000,
          G9: 1570000,
          E10: 12496200,
          F10: 12496200,
          E24: 14066200,
          F24: 12496200,
          G24: 1570000,
        };
        return [`表五!${cell}`, amounts[cell] ?? null];
      }),
    );
    const [cause = ''] = await causesWith(inYuan);
    expect(cause).toContain('表五全表疑似以元填列，各数约为其他表的10000倍');
  });

  it('is the one cell of a single equation that no other equation holds', async () => {
    const report = await checkSnapshot(withValues(mended, { '表四!B37': '1460.62' }));
    expect(report.causes.filter(({ determined }) => determined).map(({ alternatives }) => alternatives)).toEqual([
      [[{ cell: { sheet: '表四', row: 36, column: 1 }, suggestion: '1406.62' }]],
    ]);
    expect(report.summary.error).toBe(1);
  });

  it('is open among the cells of a single equation, each listed with the value that would settle it', async () => {
    const report = await checkSnapshot(withValues(mended, { '绩效2!B4': '年度资金总额：63.07' }));
    const [only, ...more] = report.causes.filter(({ kind }) => kind === 'equation');
    expect(more).toEqual([]);
    expect(only?.determined).toBe(false);
    expect(only?.confidence).toBeLessThan(0.9);
    expect(
      only?.alternatives.map((way) => way.map(({ cell, suggestion }) => `${addressOf(cell)}=${suggestion ?? ''}`)),
    ).toContainEqual(['绩效2!B4=60.00']);
    expect(only?.alternatives.length).toBeGreaterThan(1);
    expect(report.findings.filter(({ suspect }) => (suspect?.confidence ?? 0) >= 0.9)).toEqual([]);
  });

  it('is looked for first where the digits point in a single equation, without being certain', async () => {
    const report = await checkSnapshot(withValues(mended, { '绩效2!B4': '年度资金总额：600000' }));
    const suspects = report.findings.flatMap(({ suspect }) => suspect ?? []);
    expect(suspects.map(({ cell, suggestion, cause }) => [addressOf(cell), suggestion, cause])).toEqual([
      ['绩效2!B4', '60.00', 'unit'],
    ]);
    expect(suspects[0]?.confidence).toBeLessThan(0.9);
  });

  it('is two turned signs in one row, although only two sums fail', async () => {
    const causes = await causesWith({ '表六!D22': -10, '表六!F22': -10 });
    expect(causes.map((cause) => cause.split(' | ')[1])).toEqual(['表六!D22=10.00&表六!F22=10.00']);
  });

  it('is one cell by the sums of its own table where that table and another stand on different bases anyway', async () => {
    const report = await checkSnapshot(withValues(sample, { '表五!G9': 1570 }));
    const suspects = report.findings.flatMap(({ suspect }) =>
      suspect && addressOf(suspect.cell) === '表五!G9' ? [suspect] : [],
    );
    expect(suspects.length).toBeGreaterThan(1);
    expect(new Set(suspects.map(({ suggestion }) => suggestion))).toEqual(new Set(['157.00']));
    // What it does not settle is a reason to be less sure.
    expect(Math.max(...suspects.map(({ confidence }) => confidence))).toBe(0.9);
    expect(report.causes.filter((cause) => cause.unsearched)).toEqual([]);
  });

  it('is open between a sum and all it adds up where one is 10,000 times the other', async () => {
    const report = await checkSnapshot(withValues(filledForms, { '三公!A7': 9, '三公!B7': 50000, '三公!C7': 40000 }));
    const [cause, ...more] = report.causes.filter(({ kind }) => kind === 'equation');
    expect(more).toEqual([]);
    expect(cause?.determined).toBe(false);
    expect(
      cause?.alternatives.map((way) => way.map(({ cell, suggestion }) => `${addressOf(cell)}=${suggestion ?? ''}`)),
    ).toEqual([['三公!A7=90000.00'], ['三公!B7=5.00', '三公!C7=4.00']]);
    expect(report.findings.filter(({ suspect }) => suspect)).toEqual([]);
  });

  it('is not a blank of a small form because of a single sum and one digit', async () => {
    const report = await checkSnapshot(withValues(mended, { '绩效3!B4': '年度资金总额：7.08' }));
    expect(report.findings.filter(({ suspect }) => suspect?.cell.sheet === '绩效3')).toEqual([]);
    expect(report.causes.filter(({ alternatives }) => alternatives.length === 2)).toHaveLength(1);
  });

  it('is not guessed where the figures leave it open', async () => {
    const causes = causesOf(await checkSnapshot(sample));
    expect(causes.find((cause) => cause.includes('事业收入'))).toContain('请改其中一处');
    expect(causes.some((cause) => cause.includes('表五与表七'))).toBe(true);
  });
});

describe('totals that were left blank over parts that were not', () => {
  const LEFT_BLANK = ['E7', 'F7', 'G7', 'E8', 'F8', 'G8', 'E9', 'E10', 'E28', 'F28', 'G28'];
  const without = (values: Readonly<Record<string, CellValue>>): Promise<CheckReport> => {
    const blanks = Object.fromEntries(LEFT_BLANK.map((cell) => [`表三!${cell}`, null]));
    return checkSnapshot(withValues(mended, { ...blanks, ...values }));
  };

  it('are one cause for a table, and every one of them is given its amount', async () => {
    const [cause, ...more] = (await without({})).causes.filter(({ severity }) => severity === 'error');
    expect(more).toEqual([]);
    expect(cause?.determined).toBe(true);
    const before = new Map(
      mended.sheets
        .find(({ name }) => name === '表三')
        ?.rows.flatMap(({ row, cells }) => cells.map(({ column, value }) => [`${row},${column}`, value])),
    );
    const [way = []] = cause?.alternatives ?? [];
    expect(way.length).toBe(LEFT_BLANK.length);
    for (const { cell, suggestion } of way)
      expect(readAmount(before.get(`${cell.row},${cell.column}`) ?? null)).toMatchObject({
        value: new Decimal(suggestion ?? ''),
      });
  });

  it('are told apart from the one part among them that is wrong', async () => {
    const causes = causesOf(await without({ '表三!F9': '1294.62' }));
    expect(causes.filter((cause) => !cause.includes('空着'))).toEqual([
      '表三“行政运行”基本支出现为1,294.62万元，应为1,249.62，多45.00。疑似相邻两位颠倒。 | 表三!F9=1249.62',
    ]);
    expect(causes.filter((cause) => cause.includes('空着'))).toEqual([
      expect.stringContaining(`表三有${LEFT_BLANK.length}格合计空着`),
    ]);
  });
});

describe('sums that are off by rounding and hang together', () => {
  const ROWS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

  it('are settled by the fewest last digits, said once', async () => {
    const sheet = mended.sheets.find(({ name }) => name === '表六');
    const totals = ROWS.flatMap((row) => {
      const value = sheet?.rows.find((one) => one.row === row - 1)?.cells.find(({ column }) => column === 3)?.value;
      const reading = readAmount(value ?? null);
      return reading.kind === 'amount' && !reading.value.isZero() ? [[`表六!D${row}`, reading.value] as const] : [];
    });
    expect(totals.length).toBeGreaterThan(7);
    const off = Object.fromEntries(totals.map(([cell, value]) => [cell, value.plus('0.01').toFixed(2)]));
    const report = await checkSnapshot(withValues(mended, off));
    const [cause, ...more] = report.causes.filter(({ facts }) => /rounding/.test(facts.code));
    expect(more).toEqual([]);
    expect(cause?.facts).toMatchObject({ code: 'rounding-settled', otherWays: false });
    expect(cause?.alternatives.map((way) => way.map(({ cell, suggestion }) => [addressOf(cell), suggestion]))).toEqual([
      totals.map(([cell, value]) => [cell, value.toFixed(2)]),
    ]);
  });
});
