import { checkSnapshot } from '../../src/commands/check';
import { readPriorRows } from '../../src/engine/asked/read-prior';
import { readFacts } from '../../src/engine/asked/read-facts';
import { readReasons } from '../../src/engine/asked/read-reasons';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { filledForms } from '../fixtures/shanghai';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { answered, ask, drawnIn, fileOf, rowOf, withSheets } from '../fixtures/answered';
import { typed } from '../fixtures/drawn';
import { placeOf, withValues } from '../fixtures/edit';
import { lastYear } from '../fixtures/last-year';
import { mended, sample } from '../fixtures/sample';
import { partsOf } from '../documents/docx/unpacked';
import { budget, type Ran, type World } from './terminal';
import { workbookFile } from './workbook-file';

jest.setTimeout(600_000);

const world = (files: Readonly<Record<string, Snapshot | Uint8Array>>, more: World = {}): World => ({
  files: Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, file instanceof Uint8Array ? file : fileOf(file)]),
  ),
  check: checkSnapshot,
  ...more,
});

const lines = ({ stdout }: Ran): readonly string[] => stdout.trimEnd().split('\n');
const textIn = (ran: Ran, file: string): string => new TextDecoder().decode(ran.written.get(file));

describe('a workbook without errors', () => {
  test('is written, status 0; what is open is counted by kind, with the cells to fill in', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.docx'], world({ 'in.xlsx': workbook }));
    expect(ran.stderr).toBe('');
    expect(lines(ran)).toEqual([
      '已写入out.docx：9张表，4张绩效表，情况说明10部分。',
      '  增减原因!H8  五、一般公共预算 项目支出  本年157.00 上年140.00 增减+17.00 12.14%',
      '  增减原因!H10  五、一般公共预算 2010399 其他政府办公厅（室）及相关机构事务支出  本年157.00 上年',
      '      140.00 增减+17.00 12.14%',
      '待填2处：增减原因2',
    ]);
    expect(ran.status).toBe(0);
    expect(Object.keys(partsOf(ran.written.get('out.docx')!))).toContain('word/document.xml');
  });

  test('with every question answered there is nothing open', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const [facts, reasons, prior] = drawnIn((await ask(workbook)).patch);
    let said = reasons!;
    said.rows.forEach((row, index) => {
      if (index > 1 && row.cells.find(({ column }) => column === 7)?.value === null)
        said = typed(said, index, 7, '按实际需要安排');
    });
    const done = withSheets(workbook, facts!, said, prior!);
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': done }));
    expect(lines(ran).at(-1)).toBe('√ 没有待填的内容。');
    expect(textIn(ran, 'out.txt')).not.toContain('待填');
    expect(textIn(ran, 'out.txt').startsWith('\ufeff') || textIn(ran, 'out.txt').startsWith('云州市')).toBe(true);
  });

  test('performance tables without indicators are open as they are when compiling, with their cells', async () => {
    const workbook = await compiledWorkbook(SCHOOL, false);
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': workbook }));
    expect(lines(ran)).toEqual(
      expect.arrayContaining([
        '  绩效1!D11  绩效“校舍维修”的年度目标和指标',
        '  绩效2!D11  绩效“课后服务”的年度目标和指标',
        '  绩效3!D11  绩效“教研活动”的年度目标和指标',
        expect.stringMatching(/^待填\d+处：.*、绩效目标表3$/),
      ]),
    );
    const goal = '按时完成校舍屋面和门窗的维修，保障师生安全。';
    const filled = typedInto(workbook, { '绩效1!C9': goal, '绩效2!D11': '服务学生', '绩效3!E12': '100%' });
    const then = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': filled }));
    expect(lines(then)).toContain('  绩效1!D11  绩效“校舍维修”的指标');
    expect(then.stdout).toMatch(/、绩效目标表1$/m);
    expect(then.stdout).not.toMatch(/绩效[23]!/);
  });

  test.each(['out.txt', 'out.md', 'OUT.DOCX'])('the name says the format: %s', async (name) => {
    const ran = await budget(['narrate', 'in.xlsx', '-o', name], world({ 'in.xlsx': mended }));
    expect(ran.status).toBe(0);
    const bytes = ran.written.get(name)!;
    expect(name.toLowerCase().endsWith('.docx')).toBe(bytes[0] === 0x50 && bytes[1] === 0x4b);
    if (name.endsWith('.md')) expect(textIn(ran, name)).toMatch(/^# 云州市人民政府办公室2021年部门预算公开\n/);
  });

  test('the same input gives the same bytes', async () => {
    const once = await budget(['narrate', 'in.xlsx', '-o', 'out.docx'], world({ 'in.xlsx': mended }));
    const again = await budget(['narrate', 'in.xlsx', '-o', 'out.docx'], world({ 'in.xlsx': mended }));
    expect(Buffer.from(once.written.get('out.docx')!).equals(Buffer.from(again.written.get('out.docx')!))).toBe(true);
  });
});

describe('a reason', () => {
  /** The first open reason, of 项目支出, which grew, answered. */
  const answering = async (words: string) => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const ran = await budget(
      ['narrate', 'in.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': withValues(workbook, { '增减原因!H8': words }) }),
    );
    return { text: textIn(ran, 'out.txt'), said: ran.stdout.replace(/\n\s{4,}/g, '') };
  };

  test('that speaks of cuts where there is more is printed and told', async () => {
    const { text, said } = await answering('压减一般性支出');
    expect(text).toContain('主要原因是压减一般性支出');
    expect(said).toContain(
      '▲ 需核实  增减原因!H8  五、一般公共预算“项目支出”比上年增加，原因写的却是“压减一般性支出”，方向不一致，文中照写，请核对。',
    );
  });

  test('that is none is listed with what it says', async () => {
    const { said } = await answering('待定');
    expect(said).toMatch(/增减原因!H8 {2}五、一般公共预算 项目支出 .*24?\.?\d+%，填的是“待定”，不算原因/);
  });
});

test('an answer that is neither 是 nor 否, and half a person, are listed with what belongs there', async () => {
  const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
  const [facts] = drawnIn((await ask(workbook)).patch);
  const half = typed(facts!, rowOf(facts!, '人员情况', '在职人数'), 2, 42.5);
  const wrong = typed(half, rowOf(half, '机关运行经费', '本级是否行政或参公单位'), 2, '事业');
  const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': withSheets(workbook, wrong) }));
  expect(ran.stdout).toMatch(/单位情况!C\d+ {2}本级是否行政或参公单位：填的是“事业”，请填“是”或“否”/);
  expect(ran.stdout).toMatch(/单位情况!C\d+ {2}在职人数：填的是“42\.5”，应是整数，没有的填“无”/);
});

test('a performance table of a project that no table has is printed and told', async () => {
  const renamed = withValues(mended, { '绩效2!C2': '候机楼装修' });
  const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': renamed }));
  expect(ran.stdout.replace(/\n {8}/g, '')).toMatch(
    /绩效2!C2 {2}绩效“候机楼装修”与表七第\d+行“机场设施租用费”金额相同（60\.00万元），像是同一个项目改了名。/,
  );
});

test('answers that contradict each other are told with both cells; they are no errors', async () => {
  const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
  const [facts] = drawnIn((await ask(workbook)).patch);
  const wrong = typed(facts!, rowOf(facts!, '政府采购', '其中面向小微企业预留'), 2, 88);
  for (const command of [
    ['narrate', 'in.xlsx', '-o', 'out.txt'],
    ['check', 'in.xlsx'],
  ]) {
    const ran = await budget(command, world({ 'in.xlsx': withSheets(workbook, wrong) }));
    const text = ran.stdout.replace(/\n +/g, '');
    expect(text).toMatch(
      /▲ 需核实 +单位情况!C\d+ 单位情况!C\d+ +单位情况“其中面向小微企业预留”填的是88.00万元，多于“面向中小企业预留”的43.60万元/,
    );
    expect(ran.status).toBe(0);
  }
});

describe('a workbook with errors', () => {
  test('that is said before anything else, and is the status; the text is written all the same', async () => {
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': sample }));
    expect(lines(ran)[0]).toMatch(/^× 错误 {2}表里还有\d+处错误没有改，文字照现在的数写。/);
    expect(ran.status).toBe(1);
    expect(textIn(ran, 'out.txt')).toContain('1,249.92');
  });
});

describe('last year', () => {
  test('comes from last year’s workbook', async () => {
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': mended, 'last.xlsx': lastYear }),
    );
    expect(textIn(ran, 'out.txt')).toContain('基本支出1249.62万元，占87.78%，比上年预算减少53.00万元，下降4.07%');
    expect(ran.stdout).not.toContain('上年数');
  });

  test('of a workbook of another year one line says which year is needed and what to do; it is not used', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const files = { 'in.xlsx': workbook, 'wrong.xlsx': mended };
    const without = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world(files));
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'wrong.xlsx', '-o', 'out.txt', '--ask', 'ask.xlsx'],
      world(files),
    );
    const said = ran.stdout.replace(/\n\s*/g, '');
    expect(said).toContain(
      '▲ 需核实  --prior的wrong.xlsx是2021年度的，要的是2020年度的，这一次没有用它，上年数照“上年数”工作表。' +
        '请换成2020年度的再写一次；是它表上的年度写错了的，先改好。',
    );
    expect(ran.stdout).not.toMatch(/与上年文件不同|按同一科目比较/);
    expect(lines(ran).filter((line) => /^[○▲×]/.test(line))).toHaveLength(1);
    expect(textIn(ran, 'out.txt')).toBe(textIn(without, 'out.txt'));
    const opened = openXlsx(ran.written.get('ask.xlsx')!);
    const rows = opened.ok ? readPriorRows(opened.workbook.snapshot) : [];
    expect(rows.filter(({ from }) => from.includes('wrong.xlsx'))).toEqual([]);
    expect(ran.status).toBe(0);
  });

  test('a workbook of another department is told', async () => {
    const other = withValues(lastYear, { '表一!A3': '编制部门：云州市档案馆' });
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '-o', 'out.txt'],
      world({
        'in.xlsx': mended,
        'last.xlsx': { ...other, sheets: other.sheets.filter(({ name }) => /表一|情况说明/.test(name)) },
      }),
    );
    expect(ran.stdout.replace(/\n\s+/g, '')).toContain(
      '▲ 需核实  上年文件的部门是“云州市档案馆”，本年是“云州市人民政府办公室”，仍用了它的数：是同一部门改了名的不用管，不是的请换文件。',
    );
  });

  test('a code that was renumbered is matched by its name, compared, and said', async () => {
    const places = ['表五!C9', '表三!C10', '表二!C9', '表七!C8', '表七!C9', '表七!C10', '表七!C11'];
    const moved = withValues(lastYear, Object.fromEntries(places.map((place) => [place, '98'])));
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '-o', 'out.txt', '--ask', 'ask.xlsx'],
      world({ 'in.xlsx': mended, 'last.xlsx': moved }),
    );
    expect(ran.stdout.replace(/\n\s*/g, '')).toContain(
      '○ 提示  “其他政府办公厅（室）及相关机构事务支出”上年编码2010398，今年2010399，按同一科目比较。',
    );
    expect(textIn(ran, 'out.txt')).toMatch(/（项：99）：2021年预算数为157\.00万元，比上年预算增加17\.00万元/);
    const opened = openXlsx(ran.written.get('ask.xlsx')!);
    const rows = opened.ok ? readPriorRows(opened.workbook.snapshot) : [];
    expect(rows.find(({ code }) => code === '2010399')).toMatchObject({ value: 140, from: 'last.xlsx，原编码2010398' });
  });

  test('one in which nothing is recognised ends it', async () => {
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': mended, 'last.xlsx': workbookFile({ 通讯录: [['姓名', '电话']] }) }),
    );
    expect([ran.status, ran.stderr, ran.written.size]).toEqual([2, 'last.xlsx：没有认出预算表，不能当上年文件用\n', 0]);
  });

  test('a ledger without tables ends it, and what is to be done with it is said', async () => {
    const ledger = workbookFile({
      台账: [
        ['功能科目', '支出类型', '经济科目', '资金来源', '2020年预算数'],
        ['2010301', '基本支出', '30101', '一般公共预算', 12],
      ],
    });
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': mended, 'last.xlsx': ledger }),
    );
    expect([ran.status, ran.stderr, ran.written.size]).toEqual([
      2,
      'last.xlsx：没有认出预算表，不能当上年文件用：这个文件是台账，请先用budget compile编出上年的表\n',
      0,
    ]);
  });
});

describe('from which change on reasons are written', () => {
  /** The workbook with this answer to the question of that label. */
  const stating = (snapshot: Snapshot, label: string, value: string | number): Snapshot => {
    const row = readFacts(snapshot).rows.find((one) => one.label === label);
    if (!row) throw new Error(`nobody asks ${label}`);
    return withValues(snapshot, { [placeOf(row.cell)]: value });
  };
  const PERCENT = '增减幅度不到多少不写原因';

  test('is what the workbook says: smaller ones are neither written nor asked for', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const ran = await budget(
      ['narrate', 'in.xlsx', '--ask', 'ask.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': stating(workbook, PERCENT, 12.15) }),
    );
    expect(lines(ran)).toContain('√ 没有待填的内容。');
    const text = textIn(ran, 'out.txt');
    expect(text).toMatch(/项目支出157\.00万元，比上年预算增加17\.00万元，增长12\.14%。/);
    expect(text).not.toContain('待填');
    // Those that were given are written all the same.
    expect(text).toMatch(/下降4\.07%，主要原因是[^。]+。/);
    const opened = openXlsx(ran.written.get('ask.xlsx')!);
    const rows = opened.ok ? readReasons(opened.workbook.snapshot).rows : [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  test('is asked for by its cell where it is no number', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const ran = await budget(
      ['narrate', 'in.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': stating(workbook, PERCENT, '百分之五') }),
    );
    expect(lines(ran)).toContain(`  单位情况!C7  ${PERCENT}：填的是“百分之五”，读不出来`);
    expect(lines(ran).at(-1)).toBe('待填3处：单位情况1、增减原因2');
  });

  test.each([
    ['编制数', '三十几', '读不出来'],
    ['其他车辆价值', '约3', '读不出来'],
    ['是否本年新设立', '大概', '请填“是”或“否”'],
  ])('and so is whatever else was answered and cannot be read: %s %s', async (label, value, said) => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const ran = await budget(
      ['narrate', 'in.xlsx', '-o', 'out.txt'],
      world({ 'in.xlsx': stating(workbook, label, value) }),
    );
    expect(ran.stdout).toMatch(new RegExp(`单位情况!C\\d+ {2}${label}：填的是“${value}”，${said}`));
  });
});

describe('--ask', () => {
  const open = (bytes: Uint8Array | undefined) => {
    const result = openXlsx(bytes ?? new Uint8Array());
    if (!result.ok) throw new Error(result.because);
    return result.workbook;
  };

  test('a copy to answer in, the text written beside it naming its cells; answered, it is the input', async () => {
    const files = { 'in.xlsx': fileOf(mended), 'last.xlsx': fileOf(lastYear) };
    const first = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '--ask', 'ask.xlsx', '-o', 'out.txt'],
      world(files),
    );
    expect(first.stderr).toBe('');
    expect(first.stdout).toContain('已写入ask.xlsx：可在“单位情况”“增减原因”“上年数”里填写，填好后再写一次。');
    expect(lines(first).at(-1)).toBe('请在ask.xlsx里填写，再用它写一次。');
    const copy = open(first.written.get('ask.xlsx'));
    expect(copy.snapshot.sheets.slice(-3).map(({ name, ours }) => [name, ours])).toEqual([
      ['单位情况', true],
      ['增减原因', true],
      ['上年数', true],
    ]);
    const cell = readFacts(copy.snapshot).rows.find(({ label }) => label === '内设机构数')?.cell;
    expect(lines(first)).toContain(`  单位情况!C${(cell?.row ?? 0) + 1}  内设机构数`);
    const typedIn = copy.apply({
      for: copy.snapshot.stamp,
      command: 'undo',
      edits: [{ do: 'setValue', at: cell!, to: 9 }],
    });
    const second = await budget(['narrate', 'ask.xlsx', '-o', 'out.txt'], world({ 'ask.xlsx': typedIn.bytes }));
    expect(textIn(second, 'out.txt')).toContain('内设机构9个');
    expect(textIn(second, 'out.txt')).toContain('比上年预算减少53.00万元');
    // The check does not take the sheets for input.
    expect(second.status).toBe(0);
  });

  test('alone it writes no document', async () => {
    const ran = await budget(['narrate', 'in.xlsx', '--ask', 'ask.xlsx'], world({ 'in.xlsx': mended }));
    expect([...ran.written.keys()]).toEqual(['ask.xlsx']);
    expect(ran.status).toBe(0);
  });

  test('a reason that was given for other figures is told', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const changed = withValues(workbook, { '表三!F7': 1300, '表三!F8': 1300, '表三!F28': 1300, '表三!E28': 1474 });
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': changed }));
    expect(ran.stdout.replace(/\n\s*/g, '')).toMatch(
      /▲ 增减原因有\d+条是按原来的数写的，数字变了，请核对。.*增减原因!H\d+ {2}三、支出预算“基本支出”/,
    );
  });

  test('a figure typed otherwise than last year’s workbook has it is told and kept', async () => {
    const [facts, reasons, prior] = drawnIn((await ask(mended)).patch);
    const row = rowOf(prior!, '表三', '合计', '基本支出');
    const workbook = withSheets(mended, facts!, reasons!, typed(prior!, row, 4, 1300));
    const ran = await budget(
      ['narrate', 'in.xlsx', '--prior', 'last.xlsx', '--ask', 'ask.xlsx'],
      world({ 'in.xlsx': workbook, 'last.xlsx': lastYear }),
    );
    expect(ran.stdout).toContain(
      `上年数!E${row + 1}  填的是1,300.00，上年文件是1,302.62；这一次按上年文件写，填的数没有动。`,
    );
  });
});

describe('what cannot be used', () => {
  test.each([
    ['narrate in.xlsx -o out.pdf', 'out.pdf：没有写入，文件名要以.docx、.txt或.md结尾\n'],
    ['narrate in.xlsx --ask in.xlsx', 'in.xlsx：与输入是同一个文件，没有写入，请换一个文件名\n'],
    ['narrate in.xlsx --ask ask.docx', 'ask.docx：没有写入，文件名要以.xlsx结尾\n'],
    ['narrate none.xlsx -o out.docx', 'none.xlsx：没有这个文件\n'],
    ['narrate in.xlsx --prior none.xlsx -o out.docx', 'none.xlsx：没有这个文件\n'],
    ['narrate in.xlsx -o missing/out.docx', 'missing/out.docx：没有写入，文件夹不存在\n'],
  ])('%s', async (line, stderr) => {
    const ran = await budget(line.split(' '), world({ 'in.xlsx': mended }));
    expect([ran.status, ran.stderr]).toEqual([2, stderr]);
    expect(ran.written.size).toBe(0);
  });

  test('a workbook in which nothing is recognised', async () => {
    const ran = await budget(
      ['narrate', 'in.xlsx', '-o', 'out.docx'],
      world({ 'in.xlsx': workbookFile({ 甲: [['乙']] }) }),
    );
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(ran.stderr).toContain('没有认出预算表');
  });

  test('an edition that has tables only', async () => {
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.docx'], world({ 'in.xlsx': filledForms }));
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(ran.stderr).toMatch(/^in\.xlsx：.*只有表，还没有情况说明，写不出来。\n$/);
  });

  test('a table that is not there is asked for in the text and told', async () => {
    const without = { ...mended, sheets: mended.sheets.filter(({ name }) => name !== '表八') };
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': without }));
    expect(ran.stdout).toContain('没有找到“一般公共预算“三公”经费支出情况表”，文中标为待填。');
    expect(textIn(ran, 'out.txt')).toContain('【待填：一般公共预算“三公”经费支出情况表】');
  });
});

test('in English the document stays Chinese', async () => {
  const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt', '--lang', 'en'], world({ 'in.xlsx': mended }));
  expect(lines(ran)[0]).toBe('Written to out.txt: 9 tables, 4 performance tables, 10 sections of text.');
  expect(textIn(ran, 'out.txt')).toContain('第一部分');
});

test('a figure of last year that says it is the ledger’s and is not is named, in the words of the check', async () => {
  const items = SCHOOL.map(([functional, kind, economic, project, fund, now]): (typeof SCHOOL)[number] => [
    functional,
    kind,
    economic,
    project,
    fund,
    now,
    30,
  ]);
  const workbook = await compiledWorkbook(items, false);
  const [row] = readPriorRows(workbook).filter(({ from, value }) => from === '台账' && Number(value) > 0);
  const changed = typedInto(workbook, { [placeOf(row!.cell)]: 7.77 });
  const place = placeOf(row!.cell);
  const said = `▲ 需核实  ${place}  “上年数”里来源写“台账”的数有1处与台账不同：${place}现为7.77，台账为`;
  for (const [file, expected] of [
    [workbook, false],
    [changed, true],
  ] as const) {
    const narrated = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': file }));
    const checked = await budget(['check', 'in.xlsx'], world({ 'in.xlsx': file }));
    for (const { stdout } of [narrated, checked]) expect(stdout.replace(/\n {8}/g, '').includes(said)).toBe(expected);
  }
});

test('without any figure of last year it is said how a new department says that there is none', async () => {
  const workbook = await compiledWorkbook(SCHOOL, false);
  const narrate = async (snapshot: Snapshot): Promise<string> => {
    const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], world({ 'in.xlsx': snapshot }));
    return ran.stdout.replace(/\n {6}/g, '');
  };
  const first = await narrate(workbook);
  const [, cell = ''] = /上年数一个也没有。是本年新设立的，(单位情况!C\d+)“是否本年新设立”填“是”/.exec(first) ?? [];
  expect(first).toMatch(/上年数\d/);
  expect(await narrate(typedInto(workbook, { [cell]: '是' }))).not.toContain('上年数');
  expect(await narrate(typedInto(workbook, { [cell]: '否' }))).not.toContain('一个也没有');
  // Where one is known the others are only missing.
  const known = readPriorRows(workbook)[0]?.cell;
  const some = await narrate(typedInto(workbook, { [placeOf(known!)]: 3 }));
  expect(some).not.toContain('一个也没有');
});
