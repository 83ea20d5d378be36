import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkSnapshot } from '../../src/commands/check';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { oneCell, partsDiffer, report, sameDiffer } from '../commands/report-fixture';
import { texts } from '../hosts/xlsx/opened';
import { budget } from './terminal';
import type { Ran, World } from './terminal';
import { workbookFile } from './workbook-file';

const sum = partsDiffer('f-sum', '表五!B2', '347.15', '374.15', ['表五!B3', '表五!B4']);
const twice = sameDiffer('f-twice', ['表五!B3', '174.15'], ['表七!B2', '147.15']);
const slip = report([sum, twice], [oneCell('c-1', '表五!B3', '147.15', [twice, sum])]);

const original = workbookFile({
  表五: [['一般公共预算支出情况表'], ['文化和旅游', 347.15], ['群众文化', 174.15], ['其他文化', 200]],
  表七: [['项目支出情况表'], ['群众文化', 147.15]],
});

const world = (bytes: Uint8Array, more: World = {}): World => ({
  files: { 'in.xlsx': bytes },
  check: async () => slip,
  ...more,
});

function output(ran: Ran): Uint8Array {
  const bytes = ran.written.get('out.xlsx');
  if (!bytes) throw new Error(`nothing was written: ${ran.stderr}`);
  return bytes;
}

function read(bytes: Uint8Array): Snapshot {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.because);
  return opened.workbook.snapshot;
}

test('marks cells, adds notes and the findings sheet, and says how much', async () => {
  const ran = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(original));
  expect(ran).toMatchObject({
    status: 1,
    stderr: '',
    stdout: '已写入out.xlsx：标记2格，批注2条，明细见“审核结果”工作表。\n错误1\n',
  });
  const { sheets } = read(output(ran));
  expect(sheets.map((sheet) => `${sheet.name} ${sheet.ours}`)).toEqual(['表五 false', '表七 false', '审核结果 true']);
  expect(sheets[0]?.flags).toEqual([
    { severity: 'error', areas: [{ top: 2, left: 1, bottom: 2, right: 1 }] },
    { severity: 'note', areas: [{ top: 1, left: 1, bottom: 1, right: 1 }] },
  ]);
  expect(sheets[0]?.notes.map((note) => note.ours)).toEqual([true, true]);
});

test('marking a marked file again changes nothing; --remove takes everything out', async () => {
  const once = output(await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(original)));
  const again = output(await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(once)));
  expect(read(again).sheets).toEqual(read(once).sheets);

  const removed = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--remove'], world(again));
  expect(removed).toMatchObject({ status: 0, stdout: '已写入out.xlsx：清除标记2格，批注2条，工作表1张。\n' });
  expect(read(output(removed)).sheets).toEqual(read(original).sheets);

  const nothing = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--remove'], world(original));
  expect(nothing.stdout).toBe('已写入out.xlsx：原来就没有标记。\n');
});

describe('--ticks', () => {
  const shipped = new Uint8Array(
    readFileSync(join(__dirname, '../../assets/sample/云州市人民政府办公室2021年部门预算.xlsx')),
  );
  const real = (bytes: Uint8Array): World => ({ files: { 'in.xlsx': bytes }, check: checkSnapshot });
  const ticksIn = (bytes: Uint8Array): number => {
    const areas = read(bytes).sheets.flatMap(({ flags }) =>
      flags.flatMap(({ severity, areas: on }) => (severity === 'agreed' ? on : [])),
    );
    return areas.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
  };

  test('puts a √ on the figures that agree and says how many, --remove gives every part back to the byte', async () => {
    const ran = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--ticks'], real(shipped));
    const ticks = ticksIn(output(ran));
    expect(ticks).toBeGreaterThan(20);
    expect(ran.stdout).toMatch(new RegExp(`\\n相符的${ticks}个数已加√；未加：不符或待核实\\d+，以文字存放\\d+`));
    // The marks themselves are counted apart.
    const plain = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], real(shipped));
    expect(ran.stdout).toContain(plain.stdout.split('\n')[0]);
    expect([plain.stdout.includes('√'), ticksIn(output(plain))]).toEqual([false, 0]);

    const removed = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--remove'], real(output(ran)));
    expect(removed.stdout).toContain(`格，√${ticks}格，批注`);
    expect(texts(output(removed))).toEqual(texts(shipped));
  });

  test('changes no finding, and each √ that stands is renewed by marking again', async () => {
    const once = output(await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--ticks'], real(shipped)));
    const again = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], real(once));
    expect(read(output(again)).sheets).toEqual(read(once).sheets);
    expect(again.stdout).toContain('已加√');
  });

  test('in English', async () => {
    const ran = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--ticks', '--lang', 'en'], real(shipped));
    expect(ran.stdout).toMatch(/\n\d+ figures ticked √; without: \d+ in doubt, \d+ kept as text/);
  });

  test('is not for taking marks away', async () => {
    const ran = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--ticks', '--remove'], real(shipped));
    expect({ status: ran.status, written: ran.written.size }).toEqual({ status: 2, written: 0 });
    expect(ran.stderr).toContain('--ticks');
  });
});

test('nothing is written where nothing was recognised, the input cannot be used, or the output is the input', async () => {
  const nothing = { ...report([]), edition: undefined, tables: [] };
  const cases = [
    await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(original, { check: async () => nothing })),
    await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(new Uint8Array([1, 2, 3]))),
    await budget(['annotate', 'none.xlsx', '-o', 'out.xlsx'], world(original)),
    await budget(['annotate', 'in.xlsx', '-o', 'in.xlsx'], world(original)),
  ];
  for (const { status, stdout, stderr, written } of cases) {
    expect({ status, stdout, written: written.size }).toEqual({ status: 2, stdout: '', written: 0 });
    expect(stderr).not.toBe('');
  }
});

test('a mistake of ours is one calm line, with its details only on request', async () => {
  const check = async (): Promise<never> => Promise.reject(new Error('out of order'));
  const calm = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx'], world(original, { check }));
  expect(calm.status).toBe(2);
  expect(calm.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(calm.stderr).not.toContain('out of order');
  const debug = await budget(
    ['annotate', 'in.xlsx', '-o', 'out.xlsx'],
    world(original, { check, env: { BUDGET_DEBUG: '1' } }),
  );
  expect(debug.stderr).toContain('out of order');
});

test.each([
  ['in.xlsm', 'out.xlsm', ''],
  ['IN.XLSM', 'out.xlsm', ''],
  ['in.xlsm', 'out.xlsx', 'out.xlsx：没有写入，输入是带宏的工作簿，文件名要以.xlsm结尾\n'],
  ['in.xlsx', 'out.xlsm', 'out.xlsm：没有写入，文件名要以.xlsx结尾\n'],
  ['in.xlsx', 'out.xltx', 'out.xltx：没有写入，文件名要以.xlsx结尾\n'],
  ['in.xlsm', 'out.xltm', 'out.xltm：没有写入，输入是带宏的工作簿，文件名要以.xlsm结尾\n'],
])('a copy is named as what it holds: %s → %s', async (input, out, said) => {
  const commands = [
    ['annotate', input, '-o', out],
    ['annotate', input, '--remove', '-o', out],
    ['fix', input, '-o', out],
  ];
  for (const argv of commands) {
    const { stderr, written } = await budget(argv, { files: { [input]: original }, check: async () => report([]) });
    expect({ stderr, written: [...written.keys()] }).toEqual({ stderr: said, written: said === '' ? [out] : [] });
  }
});

test('a mark that another program left in the place of a deleted sheet takes no table away', async () => {
  const ledger = new Uint8Array(
    readFileSync(join(__dirname, '../../assets/sample/云州市人民政府办公室2021年台账.xlsx')),
  );
  const run = (bytes: Uint8Array, ...argv: readonly string[]): Promise<Ran> =>
    budget([...argv, 'in.xlsx', '-o', 'out.xlsx'], { files: { 'in.xlsx': bytes }, check: checkSnapshot });
  const parts = unzipSync(output(await run(ledger, 'compile')));
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  // As a program does that deletes sheets and leaves the places of names as they were.
  const gone = [...book.matchAll(/<sheet [^>]*name="(上年数|科目表)"[^>]*\/>/g)].map(([sheet]) => sheet);
  expect(gone).toHaveLength(2);
  const stale = zipSync({
    ...parts,
    'xl/workbook.xml': strToU8(gone.reduce((text, one) => text.replace(one, ''), book)),
  });
  const tables = (bytes: Uint8Array) =>
    read(bytes).sheets.flatMap(({ name }) => (/^(表.|绩效\d)$/.test(name) ? [name] : []));
  const all = tables(stale);
  expect(all).toHaveLength(14);

  const marked = await run(stale, 'annotate');
  expect(marked.stdout).not.toContain('没有找到');
  expect(tables(output(await run(output(marked), 'annotate', '--remove')))).toEqual(all);
});
