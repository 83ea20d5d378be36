import fc from 'fast-check';
import { recogniseBest } from '../../../src/commands/check';
import { roundedAmounts, sheetTable } from '../../../src/documents/tables/sheet-table';
import { formatAmount, groupThousands } from '../../../src/engine/amount/format';
import { amountIn } from '../../../src/engine/amount/money-unit';
import type { RecognisedTable } from '../../../src/engine/book/book';
import type { GridCell, TableGrid } from '../../../src/engine/layout/grid';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { department } from '../../generate/department';
import { disguise, DISGUISES, type DisguiseName } from '../../generate/disguises';
import { layOut } from '../../generate/layout';
import { sample } from '../../fixtures/sample';
import { workbook, type SheetLines } from '../../notation';

jest.setTimeout(120_000);

const MARK = '【待填：金额】';

async function tablesOf(snapshot: Snapshot): Promise<readonly RecognisedTable[]> {
  const best = await recogniseBest(snapshot, 'xinjiang-2021');
  if (!best) throw new Error('nothing was recognised');
  return best.book.tables;
}

async function printed(lines: SheetLines, more: Readonly<Record<string, SheetLines>> = {}): Promise<TableGrid> {
  const snapshot = workbook({ 表五: lines, ...more });
  const [table] = await tablesOf(snapshot);
  if (!table) throw new Error('no table');
  return sheetTable(table, snapshot, MARK);
}

/** A row a line: cells as `column text`, with their spans where they have some. */
const rowsOf = ({ rows }: TableGrid): readonly string[] => rows.map((row) => row.map(cellText).join(' | '));
const cellText = ({ column, columnSpan, rowSpan, text }: GridCell): string =>
  `${column}${columnSpan > 1 ? `→${columnSpan}` : ''}${rowSpan > 1 ? `↓${rowSpan}` : ''} ${text}`.trim();

const HEAD = ['表五：', '一般公共预算支出情况表', '编制部门：云溪市文化馆 | | | 单位：万元'] as const;
const COLUMNS = '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出';

describe('a table as it stands in its sheet', () => {
  test('caption, title, the line above the header, header, rows, note', async () => {
    const grid = await printed([
      ...HEAD,
      COLUMNS,
      "'207 | 文化旅游体育与传媒支出 | 1308.75 | 961.60 | 347.15",
      ' | 合  计 | 1308.75 | 961.60 | 347.15',
      '备注：本表数据含上年结转，见附件。',
    ]);
    expect(grid).toMatchObject({
      caption: '表五',
      title: '一般公共预算支出情况表',
      left: '编制部门：云溪市文化馆',
      right: '单位：万元',
      headerRows: 1,
      remarks: ['备注：本表数据含上年结转，见附件。'],
      landscape: false,
    });
    expect(rowsOf(grid)).toEqual([
      '0 科目编码 | 1 科目名称 | 2 合计 | 3 基本支出 | 4 项目支出',
      '0 207 | 1 文化旅游体育与传媒支出 | 2 1,308.75 | 3 961.60 | 4 347.15',
      '0 | 1 合\u3000计 | 2 1,308.75 | 3 961.60 | 4 347.15',
    ]);
  });

  test('amounts have the decimals of their column; blank is blank, a dash a dash, zero zero, minus minus', async () => {
    const grid = await printed([
      ...HEAD,
      COLUMNS,
      "'207 | 文化 | 157 | — | ",
      "'20701 | 文化和旅游 | 999999999999.99 | -5.5 | 0",
      ' | 合计 | 12.345 | １２．５ | \u3000',
    ]);
    expect(rowsOf(grid).slice(1)).toEqual([
      '0 207 | 1 文化 | 2 157.00 | 3 — | 4',
      '0 20701 | 1 文化和旅游 | 2 999,999,999,999.99 | 3 -5.50 | 4 0.00',
      '0 | 1 合计 | 2 12.35 | 3 12.50 | 4',
    ]);
  });

  test('which amounts had to be rounded is told', async () => {
    const snapshot = workbook({ 表五: [...HEAD, COLUMNS, "'207 | 文化 | 12.345 | 12.34 | ", ' | 合计 | 12.3 | | '] });
    expect((await tablesOf(snapshot)).flatMap(roundedAmounts)).toEqual([{ sheet: '表五', row: 4, column: 2 }]);
  });

  test('what is no amount stands as it is and is marked; what nobody can know is asked for', async () => {
    const grid = await printed([...HEAD, COLUMNS, "'207 | 文化 | 约20 | #REF! | 3", ' | 合计 | 20 | 17 | 3']);
    expect(grid.rows[1]?.slice(2).map(({ text, look }) => [text, look])).toEqual([
      ['约20', 'error'],
      [MARK, 'error'],
      ['3.00', 'amount'],
    ]);
  });

  test('headers that nobody merged spread over the blanks that belong to them', async () => {
    const grid = await printed([
      ...HEAD,
      '项目 | | 一般公共预算支出',
      '功能分类科目编码 | | | 功能分类科目名称 | 合计 | 基本支出 | 项目支出',
      '类 | 款 | 项',
      "'201 | | | 一般公共服务支出 | 5 | 5 | ",
      ' | | | 合计 | 5 | 5 | ',
    ]);
    expect(rowsOf(grid).slice(0, 3)).toEqual([
      '0→2 项目 | 2→5 一般公共预算支出',
      '0→3 功能分类科目编码 | 3↓2 功能分类科目名称 | 4↓2 合计 | 5↓2 基本支出 | 6↓2 项目支出',
      '0 类 | 1 款 | 2 项',
    ]);
  });

  test('what is hidden stays hidden, unless it holds an amount that the totals count', async () => {
    const grid = await printed({
      lines: [
        ...HEAD,
        '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 核对',
        "'207 | 文化 | 8 | 8 | | 见附件",
        "'20701 | 文化和旅游 | 5 | 5 | | ",
        "'20702 | 文物 | | | | ",
        "'20703 | 体育 | 3 | 3 | | ",
        ' | 合计 | 8 | 8 | | ',
      ],
      hiddenRows: ['7', '8'],
      hiddenColumns: ['E', 'F'],
    });
    expect(rowsOf(grid)).toEqual([
      '0 科目编码 | 1 科目名称 | 2 合计 | 3 基本支出',
      '0 207 | 1 文化 | 2 8.00 | 3 8.00',
      '0 20701 | 1 文化和旅游 | 2 5.00 | 3 5.00',
      '0 20703 | 1 体育 | 2 3.00 | 3 3.00',
      '0 | 1 合计 | 2 8.00 | 3 8.00',
    ]);
  });

  test('lines of nothing but spaces are left out, but an empty table is still seen to be one', async () => {
    const blank = ' \u3000 | \u3000 | \u3000 | \u3000';
    const full = await printed([
      ...HEAD,
      COLUMNS,
      "'207 | 文化 | 5 | 5 | ",
      blank,
      blank,
      "'208 | 社保 | 3 | 3 | ",
      blank,
      ' | 合计 | 8 | 8 | ',
    ]);
    expect(full.rows.length).toBe(4);
    const empty = await printed([
      ...HEAD,
      COLUMNS,
      blank,
      blank,
      blank,
      blank,
      ' | 合计 | | | ',
      '本部门2021年没有安排此项支出，本表为空表。',
    ]);
    expect(rowsOf(empty).slice(1)).toEqual(['0 | 1 | 2 | 3 | 4', '0 | 1 | 2 | 3 | 4', '0 | 1 合计 | 2 | 3 | 4']);
    expect(empty.remarks).toEqual(['本部门2021年没有安排此项支出，本表为空表。']);
  });

  test('merged cells of the body are as large as what is left of them', async () => {
    const grid = await printed({
      lines: [...HEAD, COLUMNS, "'207 | 文化 | 5 | 5 | ", ' | 其中：场馆 | 2 | 2 | ', '合计 | | 5 | 5 | '],
      merges: ['A5:A6', 'A7:B7'],
    });
    expect(rowsOf(grid).slice(1)).toEqual([
      '0↓2 207 | 1 文化 | 2 5.00 | 3 5.00 | 4',
      '1 其中：场馆 | 2 2.00 | 3 2.00 | 4',
      '0→2 合计 | 2 5.00 | 3 5.00 | 4',
    ]);
  });

  test('a table that goes on on another sheet is one table under one header', async () => {
    const grid = await printed([...HEAD, COLUMNS, "'207 | 文化 | 5 | 5 | "], {
      '表五（续）': ['一般公共预算支出情况表（续）', COLUMNS, "'208 | 社保 | 3 | 3 | ", ' | 合计 | 8 | 8 | '],
    });
    expect(rowsOf(grid).map((row) => row.split(' | ')[0])).toEqual(['0 科目编码', '0 207', '0 208', '0']);
  });

  test('names of thirty characters and more, and a page on its side only where it is needed', async () => {
    const name = '其他用于社会主义新时代城乡基层公共文化服务体系高质量一体化建设发展的支出';
    const grid = await printed([
      ...HEAD,
      COLUMNS,
      `'2079999 | ${name} | 1234567.89 | 1234567.89 | `,
      ' | 合计 | 1234567.89 | 1234567.89 | ',
    ]);
    expect(grid.rows[1]?.[1]?.text).toBe(name);
    expect(grid.landscape).toBe(false);
    const wide = sheetTable((await tablesOf(sample))[1]!, sample, MARK);
    expect([wide.table, wide.landscape]).toEqual(['表二', true]);
  });
});

describe('tables of invented departments, however they are typed', () => {
  const names = Object.keys(DISGUISES) as DisguiseName[];

  test('every amount is printed once, with the decimals of its column', async () => {
    await fc.assert(
      fc.asyncProperty(department, fc.constantFrom(undefined, ...names), async (generated, name) => {
        const { snapshot } = layOut(generated);
        const disguised = name === undefined ? snapshot : disguise(snapshot, name).snapshot;
        for (const table of await tablesOf(disguised)) {
          const grid = sheetTable(table, disguised, MARK);
          const amounts = table.blocks.flatMap((block) =>
            block.figures
              .flat()
              .flatMap(({ reading, moneyUnit, decimals }) =>
                reading.kind !== 'amount'
                  ? []
                  : [
                      reading.dash
                        ? reading.raw.trim()
                        : groupThousands(formatAmount(amountIn(reading, moneyUnit), decimals)),
                    ],
              ),
          );
          const shown = grid.rows.slice(grid.headerRows).flat();
          const said = shown.filter(({ look, text }) => /mount$/.test(look) && text !== '').map(({ text }) => text);
          expect(said.sort()).toEqual(amounts.sort());
          // Nothing stands outside the table, nothing overlaps.
          expect(overlaps(grid)).toEqual([]);
        }
      }),
      { numRuns: 40, seed: 9704 },
    );
  });
});

/** Places of a grid that two cells take up, or none. */
function overlaps({ rows }: TableGrid): readonly string[] {
  const width = Math.max(...rows.flat().map(({ column, columnSpan }) => column + columnSpan));
  const taken = new Map<string, number>();
  rows.forEach((row, r) => {
    for (const { column, columnSpan, rowSpan } of row)
      for (let down = 0; down < rowSpan; down += 1)
        for (let across = 0; across < columnSpan; across += 1) {
          const key = `${r + down},${column + across}`;
          taken.set(key, (taken.get(key) ?? 0) + 1);
        }
  });
  return rows.flatMap((_row, r) =>
    Array.from({ length: width }, (_none, c) => `${r},${c}`).filter((key) => taken.get(key) !== 1),
  );
}
