import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import { lineItems } from '../../../src/engine/ledger/line-items';
import { readLedger } from '../../../src/engine/ledger/read';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook, type SheetLines } from '../../notation';

const ledgerOf = (headers: string, ...rows: readonly string[]): readonly string[] => [
  `功能科目 | 支出类型 | 经济科目 | 资金来源 | ${headers}`,
  ...rows,
];
const PAY = '2010301 | 基本支出 | 30101 | 一般公共预算';
const THIS = ledgerOf('2026年预算数', `${PAY} | 12`);
const LAST = ledgerOf('2025年预算数', `${PAY} | 11`, '2010301 | 基本支出 | 30102 | 一般公共预算 | 4');
const PLAIN = ledgerOf('预算数', `${PAY} | 7`);

async function read(sheets: Readonly<Record<string, SheetLines>>, year?: number): Promise<Ledger> {
  const edition = await editionById('xinjiang-2021');
  const ledger = readLedger(workbook(sheets), edition, catalogue(), year === undefined ? undefined : { year });
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

/** Which sheet is compiled, what each year comes to, and what is said of the other sheets. */
async function outcome(sheets: Readonly<Record<string, SheetLines>>, year?: number): Promise<readonly string[]> {
  const edition = await editionById('xinjiang-2021');
  const ledger = await read(sheets, year);
  const { now, before } = lineItems(ledger, edition);
  const sum = ({ items }: typeof now): string => items.reduce((all, { value }) => all + value.toNumber(), 0).toFixed();
  const said = ledger.findings.flatMap(({ rule, severity, sheet }) =>
    sheet === ledger.sheet ? [] : [`${severity} ${rule.replace('l-', '')} ${sheet}`],
  );
  return [`${ledger.sheet} ${String(ledger.year)} 本年${sum(now)} 上年${sum(before)}`, ...said];
}

describe('of two ledgers of different years the later one is this year’s, and the other last year’s', () => {
  const taken = (now: string, before: string): readonly string[] => [
    `${now} 2026 本年12 上年15`,
    `note before-taken ${before}`,
  ];

  test.each<[string, Readonly<Record<string, SheetLines>>, readonly string[]]>([
    ['in this order', { 本部门: THIS, 明细2: LAST }, taken('本部门', '明细2')],
    ['in the other order', { 明细2: LAST, 本部门: THIS }, taken('本部门', '明细2')],
    [
      'by their titles',
      {
        Sheet1: ['某局2025年部门预算明细表', ...LAST.map((line) => line.replace('2025年预算数', '预算数'))],
        Sheet2: ['某局2026年部门预算明细表', ...THIS.map((line) => line.replace('2026年预算数', '预算数'))],
      },
      taken('Sheet2', 'Sheet1'),
    ],
    [
      'by their names',
      {
        '2025': LAST.map((line) => line.replace('2025年预算数', '金额')),
        '2026': THIS.map((line) => line.replace('2026年预算数', '金额')),
      },
      taken('2026', '2025'),
    ],
    ['one of which is called 上年', { 上年: LAST, 本部门: THIS }, taken('本部门', '上年')],
  ])('%s', async (_says, sheets, expected) => {
    expect(await outcome(sheets)).toEqual(expected);
  });

  test('one called 上年 without any year, before one that names none either', async () => {
    expect(await outcome({ 去年明细: PLAIN, 明细: ledgerOf('本年', `${PAY} | 12`) })).toEqual([
      '明细 undefined 本年12 上年7',
      'note before-taken 去年明细',
    ]);
  });

  test('the year that was stated decides', async () => {
    expect(await outcome({ 甲: THIS, 乙: LAST }, 2025)).toEqual(['乙 2025 本年15 上年0', 'warning other-year 甲']);
    expect(await outcome({ 乙: LAST, 台账: PLAIN }, 2026)).toEqual(['台账 2026 本年7 上年15', 'note before-taken 乙']);
  });
});

describe('what is not taken is told', () => {
  test.each<[string, Readonly<Record<string, SheetLines>>, readonly string[]]>([
    [
      'where this year’s has amounts of last year itself',
      { 甲: ledgerOf('2026年预算数 | 2025年预算数', `${PAY} | 12 | 10`), 乙: LAST },
      ['甲 2026 本年12 上年10', 'note before-unused 乙'],
    ],
    [
      'where there are two of last year',
      { 甲: THIS, 乙: LAST, 丙: LAST },
      ['甲 2026 本年12 上年0', 'warning before-unused 乙', 'warning before-unused 丙'],
    ],
    [
      'where none of its rows can be read',
      { 甲: THIS, 乙: ledgerOf('2025年预算数', '2010301 | 基本支出 |  | 一般公共预算 | 11') },
      ['甲 2026 本年12 上年0', 'warning before-unused 乙', 'error economic-none 乙'],
    ],
    [
      'a row of it that cannot be read',
      { 甲: THIS, 乙: [...LAST, '2010301 | 基本支出 |  | 一般公共预算 | 1'] },
      ['甲 2026 本年12 上年15', 'note before-taken 乙', 'error economic-none 乙'],
    ],
    [
      'of an earlier year',
      { 甲: THIS, 丙: LAST.map((line) => line.replace('2025', '2024')) },
      ['甲 2026 本年12 上年0', 'warning other-year 丙'],
    ],
    ['of the same year', { 甲: THIS, 乙: THIS }, ['甲 2026 本年12 上年0', 'error second-ledger 乙']],
    ['of years nobody knows', { 甲: PLAIN, 乙: LAST }, ['甲 undefined 本年7 上年0', 'error second-ledger 乙']],
  ])('%s', async (_says, sheets, expected) => {
    expect(await outcome(sheets)).toEqual(expected);
  });

  test('last year’s own last year is nobody’s', async () => {
    const last = ledgerOf('2025年预算数 | 2024年预算数', `${PAY} | 11 | 9`, `${PAY} |  | 3`);
    expect(await outcome({ 甲: THIS, 乙: last })).toEqual(['甲 2026 本年12 上年11', 'note before-taken 乙']);
  });

  test.each([
    ['编制单位：平川县教育局', '编制单位：平川县教育局（本级）', 'note'],
    ['编制单位：平川县教育局', '编制单位：平川县体育局', 'warning'],
    ['编制单位：平川县教育局', '', 'note'],
  ])('of “%s” and last year’s of “%s”: a %s', async (now, before, severity) => {
    const { findings } = await read({ '2026年明细': [now, ...THIS], '2025年明细': [before, ...LAST] });
    expect(findings.find(({ rule }) => rule === 'l-before-taken')?.severity).toBe(severity);
  });

  test('both sheets are named', async () => {
    const { findings } = await read({ '2025年明细': LAST, '2026年明细': THIS });
    const sentences = findings.map(({ facts }) => compileSentence(facts, 'zh-CN'));
    expect(sentences).toContain('“2026年明细”没有上年数，上年数取自上年的台账“2025年明细”。');
  });
});
