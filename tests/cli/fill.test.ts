import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fillText } from '../../src/cli/fill-text';
import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { fillWorkbook } from '../../src/commands/fill';
import type { Edit } from '../../src/engine/snapshot/patch';
import { parsePlace, placeOf, valueAt, withValues } from '../fixtures/edit';
import { compiledWorkbook, SCHOOL } from '../fixtures/compiled-department';
import { placesIn } from '../fixtures/sample-amounts';
import { openFile, reducedFile, sampleFile, tableAmounts } from '../fixtures/sample-file';
import { budget, type Ran, type World } from './terminal';
import { widthOf } from '../../src/cli/wrap';
import { workbookFile } from './workbook-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const world = (bytes: Uint8Array, more: World = {}): World => ({
  files: { 'in.xlsx': bytes },
  check: checkSnapshot,
  ...more,
});

const lines = (ran: Ran): readonly string[] => ran.stdout.trimEnd().split('\n');

function output(ran: Ran): Uint8Array {
  const bytes = ran.written.get('out.xlsx');
  if (!bytes) throw new Error(`nothing was written: ${ran.stderr}`);
  return bytes;
}

const reduced = reducedFile();

function withoutAmounts(bytes: Uint8Array): Uint8Array {
  const workbook = openFile(bytes);
  const edits = placesIn(tableAmounts).map((place): Edit => ({ do: 'setValue', at: parsePlace(place), to: null }));
  return workbook.apply({ for: workbook.snapshot.stamp, command: 'fill', edits }).bytes;
}

describe('the sample, mended and reduced to its lowest rows', () => {
  test('is filled: what was put in, how much of each table, and how it stands', async () => {
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(reduced));
    expect(ran.stderr).toBe('');
    expect(lines(ran)).toEqual([
      'in.xlsx   云州市人民政府办公室 2021年度  新疆2021版  认出9张表、4张绩效目标表',
      '表一 部门收支总体情况表  公式6',
      '表二 部门收入总体情况表  公式11  插入2行',
      '  第6行插入201 一般公共服务支出',
      '  第7行插入20103 政府办公厅（室）及相关机构事务',
      '表三 部门支出总体情况表  公式11  插入2行  文本改数值2',
      '  第7行插入201 一般公共服务支出',
      '  第8行插入20103 政府办公厅（室）及相关机构事务',
      '表四 财政拨款收支预算总体情况表  公式7',
      '表五 一般公共预算支出情况表  公式11  插入2行  文本改数值2',
      '  第7行插入201 一般公共服务支出',
      '  第8行插入20103 政府办公厅（室）及相关机构事务',
      '表六 一般公共预算基本支出情况表  公式20  文本改数值2',
      '表七 一般公共预算项目支出情况表  公式10  插入2行',
      '  第6行插入201 一般公共服务支出',
      '  第7行插入20103 政府办公厅（室）及相关机构事务',
      '表八 一般公共预算“三公”经费支出情况表  公式8  文本改数值2',
      '已写入out.xlsx：填92格（公式84、文本改数值8），插入8行。',
      expect.stringMatching(/^填后：需核实\d+$/),
    ]);
    expect(ran.status).toBe(0);
    const after = openFile(output(ran)).snapshot;
    expect(['表一!D37', '表四!D6', '表五!E24'].map((place) => valueAt(after, place))).toEqual([
      1423.62, 1406.62, 1406.62,
    ]);
  });

  test('a dry run lists every cell, old and new, and writes nothing', async () => {
    const ran = await budget(['fill', 'in.xlsx', '--dry-run', '-o', 'out.xlsx'], world(reduced));
    expect(ran.written.size).toBe(0);
    const start = lines(ran).indexOf('表三 部门支出总体情况表  公式11  插入2行  文本改数值2');
    expect(lines(ran).slice(start, start + 17)).toEqual([
      '表三 部门支出总体情况表  公式11  插入2行  文本改数值2',
      '  第7行插入201 一般公共服务支出',
      '  第8行插入20103 政府办公厅（室）及相关机构事务',
      '  表三!F9   文本改数值     “1249.62” → 1,249.62',
      '  表三!G10  文本改数值      “174.00” →   174.00',
      '  表三!E7   =E8                   空 → 1,423.62',
      '  表三!F7   =F8                   空 → 1,249.62',
      '  表三!G7   =G8                   空 →   174.00',
      '  表三!E8   =SUM(E9:E10)          空 → 1,423.62',
      '  表三!F8   =SUM(F9:F10)          空 → 1,249.62',
      '  表三!G8   =SUM(G9:G10)          空 →   174.00',
      '  表三!E9   =SUM(F9:G9)           空 → 1,249.62',
      '  表三!E10  =SUM(F10:G10)         空 →   174.00',
      '  表三!E28  =E7                   空 → 1,423.62',
      '  表三!F28  =F7                   空 → 1,249.62',
      '  表三!G28  =G7                   空 →   174.00',
      '表四 财政拨款收支预算总体情况表  公式7',
    ]);
    expect(lines(ran).at(-2)).toBe('试运行：可填92格（公式84、文本改数值8），插入8行，没有写文件。');
    expect(ran.status).toBe(0);
    expect((await budget(['fill', 'in.xlsx', '--dry-run'], world(reduced))).stdout).toBe(ran.stdout);
  });

  test('with amounts instead of formulas', async () => {
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx', '--values'], world(reduced));
    expect(lines(ran)).toContain('已写入out.xlsx：填84格（数值84），插入8行。');
    const after = openFile(output(ran)).snapshot;
    expect(
      after.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula))),
    ).toEqual([]);
    expect(valueAt(after, '表一!D37')).toBe(1423.62);
  });

  test('filled once, there is nothing more to fill', async () => {
    const once = output(await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(reduced)));
    const twice = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(once));
    expect(lines(twice).slice(1, -1)).toEqual([
      '合计、上级科目和表间的数都有了，没有要填的。已写入out.xlsx：内容没有变。',
    ]);
    expect(openFile(output(twice)).snapshot).toEqual(openFile(once).snapshot);
    const dry = await budget(['fill', 'in.xlsx', '--dry-run'], world(once));
    expect(lines(dry).at(-2)).toBe('合计、上级科目和表间的数都有了，没有要填的。');
  });

  test('amounts that agree become formulas on request', async () => {
    const once = output(await budget(['fill', 'in.xlsx', '-o', 'out.xlsx', '--values'], world(reduced)));
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx', '--formulas'], world(once));
    expect(lines(ran).at(-2)).toMatch(/^已写入out\.xlsx：填\d+格（公式8\d、文本改数值\d+）。$/);
    const dry = await budget(['fill', 'in.xlsx', '--dry-run', '--formulas'], world(once));
    expect(dry.stdout).toContain('  表三!E28  =E7             1,423.62 → 1,423.62\n');
  });

  test('in English, and in a narrow terminal', async () => {
    const ran = await budget(
      ['fill', 'in.xlsx', '--dry-run', '--lang', 'en'],
      world(reduced, { terminal: true, columns: 60 }),
    );
    expect(Math.max(...lines(ran).map(widthOf))).toBeLessThanOrEqual(60);
    expect(ran.stdout).toContain('表七 一般公共预算项目支出情况表  10 formulas  2 rows put in');
    expect(ran.stdout).toContain('  row 6 put in: 201 一般公共服务支出');
    expect(ran.stdout.replace(/\s+/g, ' ')).toContain(
      'Dry run: 84 formulas, 8 texts made numbers, 8 rows put in; no file was written.',
    );
  });
});

test('forms in which nobody has typed an amount are said to be blank, not complete', async () => {
  const blank = withoutAmounts(reduced);
  const ran = await budget(['fill', 'in.xlsx', '--dry-run'], world(blank));
  expect(lines(ran).at(-2)).toBe('表里还没有数，没有可算的。请先填最末级的数。');
});

describe('what people typed', () => {
  test('is kept where it differs, said with what it would be, and counts as an error', async () => {
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(sampleFile));
    expect(ran.status).toBe(1);
    expect(lines(ran).slice(1, 14)).toEqual([
      '× 错误  表一!B37  表一“收入总计”预算数您填1,423.62万元，按=SUM(B6,B10:B16)算出1,440.62，少17.00',
      '× 错误  表三!E8  表三“政府办公厅（室）及相关机构事务”合计您填1,423.62万元，按=SUM(E9:E10)算出',
      '        1,423.92，少0.30',
      '× 错误  表三!E9  表三“行政运行”合计您填1,249.92万元，按=SUM(F9:G9)算出1,249.62，多0.30',
      '× 错误  表五!G9  表五“其他政府办公厅（室）及相关机构事务支出”项目支出您填157.00万元，按=表七!F8算出',
      '        174.00，少17.00',
      '× 错误  表六!F29  表六“合计”公用经费您填179.41万元，按=SUM(F7:F26)算出124.80，多54.61',
      '        您填的数都保留。要改用公式，清空那一格再填。',
      '表一 部门收支总体情况表  公式1',
      '已写入out.xlsx：填1格（公式1）。',
      expect.stringMatching(/^填后：错误\d+ 需核实\d+$/),
    ]);
    const after = openFile(output(ran)).snapshot;
    expect(['表三!E8', '表三!E9'].map((place) => valueAt(after, place))).toEqual(['　1423.62', '1249.92　']);
  });

  test('alone makes the status 1, even where a check finds no error', async () => {
    const report = await checkSnapshot(openFile(reduced).snapshot);
    const clean = { ...report, summary: { error: 0, warning: 0, note: 0 } };
    const ran = await budget(['fill', 'in.xlsx', '--dry-run'], world(sampleFile, { check: async () => clean }));
    expect(ran.status).toBe(1);
    expect(lines(ran).at(-1)).toBe('填后：没有错误');
  });
});

describe('a sheet that takes no rows', () => {
  /** The file with parts of its text rewritten, and others added. */
  function withParts(bytes: Uint8Array, parts: Readonly<Record<string, (text: string) => string>>): Uint8Array {
    const before = unzipSync(bytes);
    const changed = Object.entries(parts).map(([path, rewrite]) => {
      const part = before[path];
      return [path, strToU8(rewrite(part ? strFromU8(part) : ''))] as const;
    });
    return zipSync({ ...before, ...Object.fromEntries(changed) });
  }
  const SHEET = 'xl/worksheets/sheet3.xml';

  test('is left as it is where it is protected, and the others are filled', async () => {
    const locked = withParts(reduced, {
      [SHEET]: (xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
    });
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(locked));
    expect(ran.stdout).toContain(
      '－ 表三!A7  表三应有“201 一般公共服务支出”“20103 政府办公厅（室）及相关机构事务”这些行，没有插入：工\n        作表受保护。请先撤销保护\n',
    );
    expect(ran.stderr).toMatch(
      /^表三!F7 表三!G8 表三!E7等\d+处：工作表受保护，没有写入。请在“审阅”里撤销保护后再试。\n$/,
    );
    expect(ran.stdout).toMatch(/^已写入out\.xlsx：填\d+格（公式7\d、文本改数值\d+），插入6行。$/m);
  });

  test('because of an Excel table on it: that is said, and all but the rows is filled', async () => {
    const listed = withParts(reduced, {
      [SHEET]: (xml) =>
        xml.replace(
          '</worksheet>',
          '<tableParts xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" count="1"><tablePart r:id="t"/></tableParts></worksheet>',
        ),
      'xl/worksheets/_rels/sheet3.xml.rels': () =>
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml': () =>
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="清单" displayName="清单" ref="J30:K32"/>',
    });
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(listed));
    expect(ran.stderr).toBe('表三：有“表格”对象，插不了行，没有写入。请先在“表设计”里转换为区域。\n');
    expect(ran.stdout).toContain(
      '－ 表三!A7  表三应有“201 一般公共服务支出”“20103 政府办公厅（室）及相关机构事务”这些行，没有插入：这\n        张工作表插不了行\n',
    );
    expect(ran.stdout).toContain('插入6行。');
    const after = openFile(output(ran)).snapshot;
    expect(['表三!A7', '表三!E26', '表五!A7'].map((place) => valueAt(after, place))).toEqual([201, 1423.62, 201]);
    expect(ran.status).toBe(0);
  });
});

test('what cannot be used is status 2, and nothing is written', async () => {
  const cases = [
    await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(workbookFile({ 甲: [['一', 2]] }))),
    await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(new Uint8Array([1, 2, 3]))),
    await budget(['fill', 'in.xlsx', '-o', 'in.xlsx'], world(reduced)),
    await budget(['fill', 'in.xlsx', '-o', 'missing/out.xlsx'], world(reduced)),
    await budget(['fill', 'no.xlsx', '-o', 'out.xlsx'], world(reduced)),
  ];
  for (const { status, stdout, stderr, written } of cases) {
    expect({ status, stdout, written: written.size }).toEqual({ status: 2, stdout: '', written: 0 });
    expect(stderr).not.toBe('');
  }
  expect(cases[0]?.stderr).toContain('没有认出预算表');
});

describe('a workbook of which some tables were not filled in', () => {
  const emptied = (): Uint8Array => {
    const workbook = openFile(reduced);
    const places = placesIn({ 表三: tableAmounts['表三'] ?? [], 表八: tableAmounts['表八'] ?? [] });
    const edits = places.map((place): Edit => ({ do: 'setValue', at: parsePlace(place), to: null }));
    return workbook.apply({ for: workbook.snapshot.stamp, command: 'fill', edits }).bytes;
  };

  test('is told which, and not that all is there', async () => {
    const ran = await budget(['fill', 'in.xlsx', '-o', 'out.xlsx'], world(emptied()));
    expect(ran.stdout.replace(/\s/g, '')).toContain('表三、表八一个数也没有，由别的表也算不出：请先填最末级的数');
    const again = await budget(['fill', 'in.xlsx', '--dry-run'], world(output(ran)));
    expect(lines(again).at(-2)).toBe('没有能算出来的了；上面列出的还空着，请先填。');
  });
});

test('the cells that are listed are as many as it fills, those of performance tables among them', async () => {
  const school = await compiledWorkbook(SCHOOL, true);
  const { forms = [] } = (await recogniseBest(school))?.book ?? {};
  const cells = forms.flatMap(({ amounts }) => amounts.map(({ figure }) => [placeOf(figure.cell), null] as const));
  const fill = await fillWorkbook(withValues(school, Object.fromEntries(cells)));
  const said = fillText(fill, [], { language: 'zh-CN', columns: 80, paint: (_what, text) => text, all: true });
  const listed = said.filter((line) => /^\s{2}\S+![A-Z]+\d+\s/.test(line));
  expect(listed.filter((line) => line.startsWith('  绩效')).length).toBeGreaterThan(1);
  expect(listed).toHaveLength(fill.counts.filled);
});
