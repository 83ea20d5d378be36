import { workbookOf } from '../fixtures/drawn';
import fc from 'fast-check';
import { annotationPatch } from '../../src/commands/annotate';
import { removalPatch } from '../../src/commands/remove-marks';
import { newSheets } from '../../src/commands/new';
import { areasOf, cellList } from '../../src/commands/areas';
import type { FindingFacts } from '../../src/engine/finding/facts';
import type { Finding } from '../../src/engine/finding/finding';
import type { CheckReport } from '../../src/engine/finding/report';
import type { OwnCell, OwnSheet, Patch } from '../../src/engine/snapshot/patch';
import type { SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { takeEnglish } from '../../src/i18n/catalogue';
import { english } from '../../src/i18n/english';
import { either, oneCell, partsDiffer, ref, report, sameDiffer, sheet, snapshot } from './report-fixture';

takeEnglish(english);

const table5 = sheet('表五', [
  ['一般公共预算支出情况表'],
  ['文化和旅游', 347.15],
  ['群众文化', 174.15],
  ['其他文化', 200],
]);
const table7 = sheet('表七', [['项目支出情况表'], ['群众文化', 147.15]]);
const workbook = snapshot(table5, table7);

const sum = partsDiffer('f-sum', '表五!B2', '347.15', '374.15', ['表五!B3', '表五!B4']);
const twice = sameDiffer('f-twice', ['表五!B3', '174.15'], ['表七!B2', '147.15']);
const slip = report([sum, twice], [oneCell('c-1', '表五!B3', '147.15', [twice, sum])]);

function flagsOf(patch: Patch): readonly string[] {
  return patch.edits.flatMap((edit) =>
    edit.do === 'setFlags'
      ? edit.flags.flatMap(({ severity, areas }) =>
          areas.map((area) => `${edit.sheet} ${severity} ${JSON.stringify(Object.values(area))}`),
        )
      : [],
  );
}

function notesOf(patch: Patch): readonly string[] {
  return patch.edits.flatMap((edit) =>
    edit.do === 'setNotes' ? edit.notes.map(({ row, column, text }) => `${edit.sheet} ${row},${column} ${text}`) : [],
  );
}

function sheetOf(patch: Patch): OwnSheet {
  const put = patch.edits.find((edit) => edit.do === 'putSheet');
  if (put?.do !== 'putSheet') throw new Error('no sheet is put');
  return put.sheet;
}

function shown(cell: OwnCell | undefined): string {
  if (!cell || cell.kind === 'blank') return '';
  return cell.kind === 'amount' ? cell.amount : cell.text;
}

function rowsOf(own: OwnSheet): readonly string[] {
  return own.rows.map((row) => `${row.level}|${row.cells.map(shown).join('|')}`);
}

/** The sheet as it would be read back, with remarks typed by a person beside the entries of these ids. */
function readBack(own: OwnSheet, remarks: Readonly<Record<string, string>> = {}): SheetSnapshot {
  const handling = own.columns.findIndex((column) => column.input);
  const rows = own.rows.map((row) => {
    const values: (string | null)[] = row.cells.map((cell) => shown(cell) || null);
    const typed = remarks[shown(row.cells.at(-1))];
    if (typed !== undefined) values[handling] = typed;
    return values;
  });
  return sheet(own.name, [[own.guide], own.columns.map((column) => column.header), ...rows], { ours: true });
}

const patched = (of: Snapshot, what: CheckReport): Patch => annotationPatch(of, what, 'zh-CN');

test('the wrong cell bears the severity, a sum it breaks only a note that says why', () => {
  const patch = patched(workbook, slip);
  expect(patch.for).toBe('as-read');
  expect(flagsOf(patch)).toEqual(['表五 error [2,1,2,1]', '表五 note [1,1,1,1]']);
  expect(notesOf(patch)).toEqual([
    '表五 1,1 ○ 由表五!B3引起：表五“文化和旅游”项目支出现为347.15万元，下级2项之和为374.15，少27.00。',
    '表五 2,1 × 错误：同一数字两处不同：表五“群众文化”项目支出174.15，表七“群众文化”合计147.15，相差27.00万元。',
  ]);
});

test('the strongest severity of a cell wins, and its note says everything once', () => {
  const patch = patched(
    workbook,
    report([
      { ...sum, severity: 'note' },
      { ...sum, id: 'f-again', severity: 'error' },
      { ...sum, id: 'f-third', severity: 'error' },
    ]),
  );
  expect(flagsOf(patch)).toEqual(['表五 error [1,1,1,1]']);
  const [note = ''] = notesOf(patch);
  expect(note.split('\n').map((line) => line.slice(0, 12))).toEqual(['表五 1,1 × 错误：', '○ 提示：表五“文化和旅']);
});

test('where the figures cannot decide, each cell is marked and the note says so', () => {
  const patch = patched(workbook, report([twice], [either('c-1', ['表五!B3', '表七!B2'], [twice])]));
  expect(flagsOf(patch)).toEqual(['表五 error [2,1,2,1]', '表七 error [1,1,1,1]']);
  expect(notesOf(patch)[1]).toContain('改表五!B3或改表七!B2都能平，凭表内数字定不了，请对照原始资料。');
});

test('where the figures cannot decide, no cell is called the cause of another disagreement', () => {
  const patch = patched(workbook, report([twice, sum], [either('c-1', ['表五!B3', '表七!B2'], [twice, sum])]));
  expect(notesOf(patch)).toContainEqual(expect.stringMatching(/^表五 1,1 ○ 同一原因，见表五!B3：/));
  const english = annotationPatch(
    workbook,
    report([twice, sum], [either('c-1', ['表五!B3', '表七!B2'], [twice, sum])]),
    'en',
  );
  expect(notesOf(english)).toContainEqual(expect.stringMatching(/^表五 1,1 ○ Same cause, see 表五!B3: /));
});

describe('a finding that stands on several cells', () => {
  const on = (facts: FindingFacts, cells: readonly string[]): Finding => ({
    id: 'f-many',
    rule: 's-department',
    severity: 'error',
    facts,
    cells: cells.map(ref),
  });
  const names: FindingFacts = {
    code: 'department-differs',
    names: [
      { name: '云溪市文化馆', tables: ['表五'] },
      { name: '云溪文化馆', tables: ['表七'] },
    ],
  };
  const place = { cell: ref('表五!B3'), table: '表五', row: '群众文化', column: '项目支出' };
  const dates: FindingFacts = { code: 'form-dates', place, dates: ['2020年1月1日'], year: 2021, across: false };
  const unread: FindingFacts = { code: 'not-number', place, raw: '待定', count: 2, moneyUnit: '万元' };

  test.each([
    ['names that differ', on(names, ['表五!A1', '表七!A1']), ['表五 error [0,0,0,0]', '表七 error [0,0,0,0]']],
    ['dates of another year', on(dates, ['表五!B3', '表五!B4']), ['表五 error [2,1,3,1]']],
    ['one named for many', on(unread, ['表五!B3', '表七!B2']), ['表五 error [2,1,2,1]', '表七 error [1,1,1,1]']],
    ['a sum: its whole alone', sum, ['表五 error [1,1,1,1]']],
  ])('%s', (_, finding, flags) => {
    const patch = patched(workbook, report([finding]));
    expect(flagsOf(patch)).toEqual(flags);
    expect(notesOf(patch)).toHaveLength(finding === sum ? 1 : 2);
  });

  test('no more than twenty are marked, and the address counts them all', () => {
    const many = on(
      names,
      Array.from({ length: 25 }, (_, index) => `表五!A${index + 1}`),
    );
    const patch = patched(workbook, report([many]));
    expect(flagsOf(patch)).toEqual(['表五 error [0,0,19,0]']);
    expect(shown(sheetOf(patch).rows[0]?.cells[2])).toBe('表五!A1等25处');
  });
});

test('marks of an earlier run are replaced, also where nothing is left to mark', () => {
  const marked = snapshot(
    { ...table5, flags: [{ severity: 'error', areas: [{ top: 2, left: 1, bottom: 2, right: 1 }] }] },
    { ...table7, notes: [{ row: 1, column: 1, text: '旧', ours: true }] },
  );
  expect(patched(marked, report([])).edits.slice(0, -1)).toEqual([
    { do: 'setFlags', sheet: '表五', flags: [] },
    { do: 'setNotes', sheet: '表七', notes: [] },
  ]);
  const notOurs = snapshot({ ...table5, notes: [{ row: 1, column: 1, text: '我的', ours: false }] });
  expect(patched(notOurs, report([])).edits.map((edit) => edit.do)).toEqual(['putSheet']);
});

test('the findings sheet: by cause, symptoms below it, what was not checked last', () => {
  const note = { ...sum, id: 'f-note', severity: 'note' as const };
  const missing = { rule: 'c-project', facts: twice.facts, cells: [ref('表七!B2')], count: 3 };
  const own = sheetOf(patched(workbook, { ...slip, findings: [sum, twice, note], unchecked: [missing] }));
  expect(own.columns.map((column) => column.header).join(' ')).toBe(
    '序号 程度 位置 科目 问题 现为 应为 差额 依据 处理情况 编号',
  );
  expect(rowsOf(own)).toEqual([
    '0|1|× 错误|表五!B3|群众文化|同一数字两处不同：表五“群众文化”项目支出174.15，表七“群众文化”合计147.15，相差27.00万元。|174.15|147.15|27|同一数字两处不同：表五!B3，表七!B2||f-twice',
    '1||× 错误|表五!B2|文化和旅游|表五“文化和旅游”项目支出现为347.15万元，下级2项之和为374.15，少27.00。|347.15||-27|上级科目与下级之和不符：表五!B2:B4||f-sum',
    '0|2|○ 提示|表五!B2|文化和旅游|表五“文化和旅游”项目支出现为347.15万元，下级2项之和为374.15，少27.00。|347.15||-27|上级科目与下级之和不符：表五!B2:B4||f-note',
    '0|3|－ 未检查|表七!B2|群众文化|3项未检查：同一数字两处不同：表五“群众文化”项目支出174.15，表七“群众文化”合计147.15，相差27.00万元。||||项目支出两表不符：表七!B2||c-project',
  ]);
  const first = own.rows[0]?.cells;
  expect(first?.[1]).toEqual({ kind: 'text', text: '× 错误', severity: 'error' });
  expect(first?.[2]).toEqual({ kind: 'link', text: '表五!B3', to: ref('表五!B3') });
  expect(first?.[5]).toEqual({ kind: 'amount', amount: '174.15', decimals: 2 });
  expect(own.frozenColumns).toBe(3);
});

test('amounts speak of the cell that is pointed at: what it holds now and what has to be written', () => {
  const own = sheetOf(patched(workbook, report([sum], [oneCell('c-1', '表五!B3', '147.15', [sum])])));
  expect(rowsOf(own)[0]).toContain('|表五!B3|');
  expect(own.rows[0]?.cells.slice(5, 8).map(shown)).toEqual(['174.15', '147.15', '27']);
  expect(shown(own.rows[0]?.cells[4])).toContain('疑误在表五!B3，应为147.15。');
});

test('a cause that the figures cannot place shows no value to write, and neither do its findings', () => {
  const tie = { ...either('c-1', ['表五!B3', '表七!B2'], [twice]), facts: { ...sum.facts } };
  const own = sheetOf(patched(workbook, report([twice], [tie])));
  expect(own.rows.map((row) => row.cells.slice(5, 8).map(shown))).toEqual([
    ['', '', ''],
    ['174.15', '', '27'],
  ]);
});

describe('what people wrote into 处理情况', () => {
  const first = sheetOf(patched(workbook, slip));

  test('is carried over by 编号 when the sheet is made again', () => {
    const again = sheetOf(patched(snapshot(table5, table7, readBack(first, { 'f-twice': '已与财政核对' })), slip));
    expect(again.rows.map((row) => shown(row.cells[9]))).toEqual(['已与财政核对', '']);
  });

  test('is kept when its finding is gone, and on every run after that', () => {
    const mended = sheetOf(patched(snapshot(table5, readBack(first, { 'f-twice': '已改' })), report([])));
    expect(rowsOf(mended)).toHaveLength(1);
    expect(rowsOf(mended)[0]).toMatch(/^0\|1\|已不再提示\|\|\|同一数字两处不同.*\|已改\|f-twice$/);
    const later = sheetOf(patched(snapshot(table5, readBack(mended)), report([])));
    expect(rowsOf(later)).toEqual(rowsOf(mended));
  });

  test('survives a change of language', () => {
    const patch = annotationPatch(snapshot(table5, table7, readBack(first, { 'f-twice': '已改' })), slip, 'en');
    expect(patch.edits).toContainEqual({ do: 'removeSheet', sheet: '审核结果' });
    expect(sheetOf(patch).name).toBe('Findings');
    expect(shown(sheetOf(patch).rows[0]?.cells[9])).toBe('已改');
  });

  test('keeps the sheet when the marks are taken away', () => {
    const written = removalPatch(snapshot(table5, readBack(first, { 'f-sum': '待查' })));
    expect(written).toMatchObject({ kept: ['审核结果'], patch: { edits: [] } });
    const unwritten = removalPatch(snapshot(table5, readBack(first)));
    expect(unwritten).toMatchObject({ kept: [], patch: { edits: [{ do: 'removeSheet', sheet: '审核结果' }] } });
  });
});

test("a person's own sheet of that name is left alone", () => {
  expect(sheetOf(patched(snapshot(table5, sheet('审核结果', [['我的']])), report([]))).name).toBe('审核结果2');
});

test('running again on what was written gives the same sheet', () => {
  const first = sheetOf(patched(workbook, slip));
  expect(sheetOf(patched(snapshot(table5, table7, readBack(first)), slip))).toEqual(first);
});

test('taking the marks away leaves nothing of ours, and all of theirs', () => {
  const marked = snapshot(
    {
      ...table5,
      flags: [{ severity: 'note', areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] }],
      notes: [
        { row: 0, column: 0, text: '我们的', ours: true },
        { row: 1, column: 0, text: '他们的', ours: false },
      ],
    },
    table7,
    sheet('_budget', [], { ours: true, visibility: 'veryHidden' }),
  );
  expect(removalPatch(marked)).toEqual({
    kept: [],
    patch: {
      for: 'as-read',
      command: 'remove-annotations',
      edits: [
        { do: 'setFlags', sheet: '表五', flags: [] },
        { do: 'setNotes', sheet: '表五', notes: [] },
        { do: 'removeSheet', sheet: '_budget' },
      ],
    },
  });
});

test('taking the marks away leaves the sheets in which people work', async () => {
  const lines = await newSheets({ edition: 'xinjiang-2021', department: '云溪市文化馆', year: 2026 });
  const work = workbookOf(...lines.filter(({ kind }) => kind !== 'table')).sheets;
  expect(work.map(({ name, ours }) => [name, ours])).toEqual(
    ['台账', '单位情况', '上年数', '增减原因', '科目表'].map((name) => [name, true]),
  );
  expect(removalPatch(snapshot(table5, ...work))).toMatchObject({ kept: [], patch: { edits: [] } });
});

describe('areas', () => {
  test('any cells come back as rectangles that hold each of them once', () => {
    const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row},${column}` }), (cells) => {
        const covered = areasOf(cells).flatMap((area) => {
          const inside: string[] = [];
          for (let row = area.top; row <= area.bottom; row++) {
            for (let column = area.left; column <= area.right; column++) inside.push(`${row},${column}`);
          }
          return inside;
        });
        expect(covered.sort()).toEqual(cells.map(({ row, column }) => `${row},${column}`).sort());
      }),
    );
  });

  test.each([
    [['表五!B3', '表五!B4', '表五!B5'], '表五!B3:B5'],
    [['表五!B3', '表五!C3', '表五!B4', '表五!C4'], '表五!B3:C4'],
    [['表五!B3', '表五!B5', '表七!A1', '表五!B3'], '表五!B3，表五!B5，表七!A1'],
    [['2025 表三!E9'], "'2025 表三'!E9"],
    [[], ''],
  ])('%j → %s', (cells, list) => {
    expect(cellList(cells.map(ref), '，')).toBe(list);
  });
});
