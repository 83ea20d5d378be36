import { checkSnapshot } from '../../src/commands/check';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { budget, type Ran } from './terminal';
import { opened, typeInto } from './type-into';
import { workbookFile } from './workbook-file';

jest.setTimeout(600_000);

type Line = (typeof sampleLines)[number];

/** One of its projects is paid for by two funds. */
const LINES: readonly Line[] = [
  ...sampleLines,
  ['2010399', '项目支出', '30299', '惠民专项', '一般公共预算', 3.5, 2.25],
];

/** The funds of the sample, in another order than that in which it has them. */
const FUNDS = [...new Set(LINES.map(([, , , , fund]) => fund))].reverse();

/** The lines that differ in nothing but their fund, together. */
function grouped(): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const line of LINES) {
    const key = line.slice(0, 4).join('|');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

const amountOf = (lines: readonly Line[], fund: string, at: 5 | 6): number | '' =>
  lines.find((line) => line[4] === fund)?.[at] ?? '';

const byRows = workbookFile({
  台账: rowsOf(grouped().flat()).map((row) => row.map((value) => (typeof value === 'number' ? value : String(value)))),
});

const byFunds = workbookFile({
  台账: [
    ['功能科目编码', '支出类型', '经济科目', '项目名称', '合计', '本年', ...FUNDS.slice(1).map(() => ''), '上年'],
    ['', '', '', '', '', ...FUNDS, ...FUNDS],
    ...grouped().map((lines) => {
      const [functional = '', kind = '', economic = '', project = ''] = lines[0] ?? [];
      const now = FUNDS.map((fund) => amountOf(lines, fund, 5));
      const total = now.reduce<number>((sum, amount) => sum + (amount === '' ? 0 : amount), 0);
      const before = FUNDS.map((fund) => amountOf(lines, fund, 6));
      return [functional, kind, economic, project, Math.round(total * 1e6) / 1e6, ...now, ...before];
    }),
  ],
});

const ABOUT = ['--department', '云州市人民政府办公室', '--year', '2021'];

const run = (words: readonly string[], files: Readonly<Record<string, Uint8Array>>): Promise<Ran> =>
  budget([...words], { files, check: checkSnapshot });

async function compiled(ledger: Uint8Array): Promise<{ readonly ran: Ran; readonly bytes: Uint8Array }> {
  const ran = await run(['compile', 'in.xlsx', '-o', 'out.xlsx', ...ABOUT], { 'in.xlsx': ledger });
  const bytes = ran.written.get('out.xlsx');
  if (!bytes) throw new Error(`nothing was written: ${ran.stdout}${ran.stderr}`);
  return { ran, bytes };
}

/** All that stands in the sheets but the ledger. */
const contents = ({ sheets }: Snapshot): readonly string[] =>
  sheets.flatMap(({ name, rows }) =>
    name === '台账'
      ? []
      : rows.flatMap(({ row, cells }) =>
          cells.map(({ column, value, formula }) => `${name} ${row},${column} ${formula ?? String(value)}`),
        ),
  );

/** All but how much was read, and how long it took. */
const said = ({ stdout }: Ran): readonly string[] =>
  stdout
    .replace(/用时.*/g, '')
    .split('\n')
    .slice(1);

describe('budget compile, of a ledger in which each fund has a column', () => {
  test('makes the same tables and asks the same as of one with a row for each fund', async () => {
    const [one, other] = [await compiled(byRows), await compiled(byFunds)];
    expect([other.ran.status, other.ran.stderr]).toEqual([0, '']);
    expect(other.ran.stdout.split('\n')[0]).toBe(`“台账”${grouped().length}行${LINES.length}笔全部编入`);
    expect(contents(opened(other.bytes).snapshot)).toEqual(contents(opened(one.bytes).snapshot));
    expect(said(other.ran)).toEqual(said(one.ran));
  });

  test('what is typed into the tables afterwards is held against it', async () => {
    const { bytes } = await compiled(byFunds);
    const ran = await run(['check', 'X.xlsx'], { 'X.xlsx': typeInto(bytes, { '表五!F9': 1250 }) });
    expect(ran.stdout.replace(/\n\s*/g, '')).toContain('应为1,249.62（台账第3至19行合计也是）');
  });

  test('a file in whose ledger somebody has changed a fund is not written over', async () => {
    const { bytes } = await compiled(byFunds);
    const changed = typeInto(bytes, { '台账!F3': 4321 });
    const ran = await run(['compile', 'in.xlsx', '-o', 'X.xlsx', ...ABOUT], { 'in.xlsx': byFunds, 'X.xlsx': changed });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('台账1行');
  });
});
