import { checkSnapshot } from '../../src/commands/check';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import { fileOf } from '../fixtures/answered';
import type { Place } from '../fixtures/edit';
import { lastYear } from '../fixtures/last-year';
import { mended, sample } from '../fixtures/sample';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { budget, type Ran } from './terminal';
import { opened, placeWith, typeInto } from './type-into';
import { workbookFile } from './workbook-file';

jest.setTimeout(600_000);

// Who works with the command line names the same output again: what people typed into it since then is not lost.

const ledgerFile = workbookFile({
  台账: rowsOf(sampleLines).map((row) => row.map((value) => (typeof value === 'number' ? value : String(value)))),
});

type Files = Readonly<Record<string, Uint8Array>>;

const run = (line: string, files: Files): Promise<Ran> => budget(line.split(' '), { files, check: checkSnapshot });

const COMPILE = 'compile in.xlsx -o X.xlsx --department 云州市人民政府办公室 --year 2021';
const compile = (X?: Uint8Array, more = ''): Promise<Ran> =>
  run(`${COMPILE}${more}`, { 'in.xlsx': ledgerFile, ...(X ? { 'X.xlsx': X } : {}) });

let compiled: Uint8Array;
let place: (sheet: string, words: readonly string[], column: string) => Place;
beforeAll(async () => {
  const bytes = (await compile()).written.get('X.xlsx');
  if (!bytes) throw new Error('nothing was compiled');
  compiled = bytes;
  const { snapshot } = opened(bytes);
  place = (sheet, words, column) => placeWith(snapshot, sheet, words, column);
});

const REASON = (): Place => place('增减原因', ['三、支出预算', '基本支出'], 'H');
const said = ({ stderr }: Ran): string => stderr.replace(/\n/g, '');

describe('compiling onto an earlier result', () => {
  test.each<[string, () => Readonly<Record<Place, CellValue>>, string]>([
    ['reasons', () => ({ [REASON()]: '人员减少' }), '增减原因1条'],
    [
      'facts',
      () => ({
        [place('单位情况', ['内设机构数'], 'C')]: 9,
        [place('单位情况', ['主要职能'], 'C')]: '承担政府日常工作',
      }),
      '单位情况2项',
    ],
    [
      'reasons and facts together',
      () => ({ [REASON()]: '人员减少', [place('单位情况', ['内设机构数'], 'C')]: 9 }),
      '增减原因1条、单位情况1项',
    ],
    ['the words of a performance table', () => ({ '绩效1!D12': '接待批次', '绩效2!B9': '按期付租' }), '绩效目标表2张'],
    [
      'an amount in a table that does not follow from the ledger',
      () => ({ '表五!F9': 1250 }),
      '在表里填的数1处（表五!F9）',
    ],
    ['line items of the ledger that were not compiled yet', () => ({ '台账!H2': 400 }), '台账1行'],
    [
      'last year’s figure instead of that of the ledger',
      () => ({ [place('上年数', ['表三', '合计', '基本支出'], 'E')]: 1300 }),
      '上年数1处',
    ],
    [
      'last year’s figure with a source of its own',
      () => ({
        [place('上年数', ['表三', '合计', '基本支出'], 'E')]: 1300,
        [place('上年数', ['表三', '合计', '基本支出'], 'G')]: '决算',
      }),
      '上年数1处',
    ],
  ])('%s: nothing is written, and what would be lost is counted', async (_says, values, lost) => {
    const ran = await compile(typeInto(compiled, values()));
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toBe(
      `X.xlsx：没有写入。已有的这个文件里有${lost}，新的里没有，写了就丢了。` +
        '要接着用，由它编：budget compile X.xlsx -o 另一个.xlsx；要另存，换个文件名；确实不要了，加--overwrite。',
    );
  });

  test.each<[string, () => Uint8Array | undefined]>([
    ['nothing was typed into it', () => compiled],
    ['it is blank', () => new Uint8Array()],
  ])('it is written where %s', async (_says, target) => {
    const ran = await compile(target());
    expect([ran.status, ran.stderr, [...ran.written.keys()]]).toEqual([0, '', ['X.xlsx']]);
  });

  test('tables that somebody filled in by hand, without a ledger, are not written over', async () => {
    const tables = mended.sheets.filter(({ name }) => !name.startsWith('绩效'));
    const basic = tables.filter(({ name }) => name !== '表六');
    const line = 'fill in.xlsx -o X.xlsx';
    const ran = await run(line, {
      'in.xlsx': fileOf({ ...mended, sheets: basic }),
      'X.xlsx': fileOf({ ...mended, sheets: tables }),
    });
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toMatch(/有在表里填的数\d+处（表\S+![A-Z]+\d+.*），新的里没有/);
    const same = { 'in.xlsx': fileOf({ ...mended, sheets: tables }), 'X.xlsx': fileOf({ ...mended, sheets: basic }) };
    expect((await run(line, same)).written.size).toBe(1);
    expect((await compile(fileOf(mended))).written.size).toBe(0);
  });

  test('a kind that was changed below a header nobody knows is a line item that was typed', async () => {
    const head = ['功能科目', '经济科目', '归口', '项目名称', '资金来源', '本年'];
    const file = workbookFile({
      台账: [
        head,
        ['2010301', '30101', '人员类', '', '一般公共预算', 10],
        ['2010302', '30201', '特定目标类', '会议', '一般公共预算', 5],
      ],
    });
    const once = await run(COMPILE, { 'in.xlsx': file });
    const typed = typeInto(once.written.get('X.xlsx') ?? new Uint8Array(), { '台账!C3': '公用经费' });
    const again = await run(COMPILE, { 'in.xlsx': file, 'X.xlsx': typed });
    expect([again.status, said(again)]).toEqual([2, expect.stringContaining('台账1行') as string]);
  });

  test('a workbook of something else stays', async () => {
    const ran = await compile(workbookFile({ 通讯录: [['姓名', '电话']] }));
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toBe(
      'X.xlsx：没有写入。已有的这个文件里有您自己的工作表1张（通讯录），新的里没有，写了就丢了。' +
        '要留着，换个文件名；确实不要了，加--overwrite。',
    );
    expect((await compile(workbookFile({ 通讯录: [['姓名', '电话']] }), ' --overwrite')).written.size).toBe(1);
  });

  test('so does a sheet of the user’s that the input has no longer, once somebody has typed into the file', async () => {
    const rows = rowsOf(sampleLines).map((row) =>
      row.map((value) => (typeof value === 'number' ? value : String(value))),
    );
    const input = workbookFile({ 台账: rows, 领导意见: [['同意']] });
    const X = (await run(COMPILE, { 'in.xlsx': input })).written.get('X.xlsx')!;
    expect((await compile(X)).written.size).toBe(1);
    expect(said(await compile(typeInto(X, { '领导意见!B1': '已核' })))).toContain(
      '有您自己的工作表1张（领导意见），新的里没有，写了就丢了。要接着用，由它编：budget compile X.xlsx',
    );
  });

  test('and so does what somebody wrote beside a table', async () => {
    expect(said(await compile(typeInto(compiled, { '表三!K5': '与国库核对过' })))).toContain(
      '有在表旁写的内容1处（表三!K5），新的里没有',
    );
  });

  test('it is written where only the input was changed since then', async () => {
    const ran = await run(COMPILE, { 'in.xlsx': typeInto(ledgerFile, { '台账!H2': 400 }), 'X.xlsx': compiled });
    expect([ran.stderr, ran.written.size]).toEqual(['', 1]);
  });

  describe('of an answer that is another one in the input', () => {
    const posts = (count: number, to = compiled): Uint8Array =>
      typeInto(to, { [place('单位情况', ['内设机构数'], 'C')]: count });
    let X: Uint8Array;
    beforeAll(async () => {
      X = (await run('compile Y.xlsx -o X.xlsx', { 'Y.xlsx': posts(8) })).written.get('X.xlsx')!;
    });
    const onto = (target: Uint8Array, input: Uint8Array): Promise<Ran> =>
      run('compile Y.xlsx -o X.xlsx', { 'Y.xlsx': input, 'X.xlsx': target });

    test('it is the newer one as long as nobody has typed into the file that is there', async () => {
      const ran = await onto(X, posts(9));
      expect([ran.stderr, ran.written.size]).toEqual(['', 1]);
    });

    test('nobody can tell which is the newer one after somebody has', async () => {
      expect(said(await onto(posts(7, X), posts(9)))).toContain('单位情况1项');
      expect(said(await onto(typeInto(X, { [REASON()]: '人员减少' }), posts(9)))).toContain('增减原因1条、单位情况1项');
    });

    test('one that the input has no longer is kept all the same', async () => {
      expect(said(await onto(X, compiled))).toContain('单位情况1项');
    });
  });

  test('it is written where the input holds all that was typed', async () => {
    const filled = typeInto(compiled, { [REASON()]: '人员减少', '绩效1!D12': '接待批次' });
    const ran = await run('compile Y.xlsx -o X.xlsx', { 'Y.xlsx': filled, 'X.xlsx': filled });
    expect([ran.stderr, ran.written.size]).toEqual(['', 1]);
  });

  test('--overwrite writes all the same', async () => {
    const ran = await compile(typeInto(compiled, { [REASON()]: '人员减少' }), ' --overwrite');
    expect([ran.stderr, ran.written.size]).toEqual(['', 1]);
  });

  test('a file that cannot be looked into is not written over', async () => {
    const encrypted = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const ran = await compile(encrypted);
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toMatch(
      /^X\.xlsx：没有写入。已有的这个文件打不开，.*；看不到里面填过什么。请换个文件名；确实不要了，加--overwrite。$/,
    );
    expect((await compile(encrypted, ' --overwrite')).written.size).toBe(1);
  });

  test('English says the same', async () => {
    const ran = await compile(typeInto(compiled, { [REASON()]: '人员减少' }), ' --lang en');
    expect(said(ran)).toContain('X.xlsx: not written.');
    expect(said(ran)).toContain('1 reason');
  });
});

describe('the other commands that write a workbook', () => {
  test('narrate --ask: neither the copy nor the document is written', async () => {
    const files = { 'in.xlsx': fileOf(mended), 'last.xlsx': fileOf(lastYear) };
    const line = 'narrate in.xlsx --prior last.xlsx --ask X.xlsx -o out.txt';
    const X = (await run(line, files)).written.get('X.xlsx')!;
    const { snapshot } = opened(X);
    const filled = typeInto(X, {
      [placeWith(snapshot, '增减原因', ['三、支出预算', '基本支出'], 'H')]: '人员减少',
      [placeWith(snapshot, '单位情况', ['内设机构数'], 'C')]: 9,
    });
    const ran = await run(line, { ...files, 'X.xlsx': filled });
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toContain('有增减原因1条、单位情况1项，新的里没有');
    expect(said(ran)).toContain('budget narrate X.xlsx');
    expect((await run(line, { ...files, 'X.xlsx': X })).written.size).toBe(2);
    expect((await run(`${line} --overwrite`, { ...files, 'X.xlsx': filled })).written.size).toBe(2);
  });

  test('annotate and check -o: what was written into 处理情况', async () => {
    for (const line of ['annotate in.xlsx -o X.xlsx', 'check in.xlsx -o X.xlsx']) {
      const X = (await run(line, { 'in.xlsx': fileOf(sample) })).written.get('X.xlsx')!;
      const sheet = opened(X).snapshot.sheets.find(({ name }) => name === '审核结果')!;
      const header = sheet.rows.find(({ cells }) => cells.some(({ value }) => value === '处理情况'))!;
      const { column } = header.cells.find(({ value }) => value === '处理情况')!;
      const filled = typeInto(X, { [`审核结果!${String.fromCharCode(65 + column)}3`]: '已与业务科核对' });
      const ran = await run(line, { 'in.xlsx': fileOf(sample), 'X.xlsx': filled });
      expect([ran.status, ran.written.size]).toEqual([2, 0]);
      expect(said(ran)).toContain('有处理情况1条');
      expect((await run(line, { 'in.xlsx': fileOf(sample), 'X.xlsx': X })).written.size).toBe(1);
    }
  });

  test('fill and fix: reasons that were typed into the copy', async () => {
    for (const name of ['fill', 'fix']) {
      const filled = typeInto(compiled, { [REASON()]: '人员减少' });
      const ran = await run(`${name} Y.xlsx -o X.xlsx`, { 'Y.xlsx': compiled, 'X.xlsx': filled });
      expect([ran.status, ran.written.size]).toEqual([2, 0]);
      expect(said(ran)).toContain('有增减原因1条');
    }
  });

  test('annotate: explanations of findings', async () => {
    const { sheets } = ledgerWorkbook(
      [
        ['编号', '位置', '说明', '姓名', '核对码'],
        ['a1b2', '表三!E9', '由上级代列', '王某', '1234567'],
      ],
      '审核说明',
    );
    const target = fileOf({ ...mended, sheets: [...mended.sheets, ...sheets] });
    const line = 'annotate in.xlsx -o X.xlsx';
    const ran = await run(line, { 'in.xlsx': fileOf(mended), 'X.xlsx': target });
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toContain('有审核说明1条');
    expect((await run(line, { 'in.xlsx': target, 'X.xlsx': target })).written.size).toBe(1);
  });

  test('new: facts, even where the ledger is still empty', async () => {
    const line = 'new --department 某局 --year 2021 -o X.xlsx';
    const X = (await run(line, {})).written.get('X.xlsx')!;
    const cell = placeWith(opened(X).snapshot, '单位情况', ['内设机构数'], 'C');
    const ran = await run(line, { 'X.xlsx': typeInto(X, { [cell]: 9 }) });
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(said(ran)).toContain('有单位情况1项');
  });
});
