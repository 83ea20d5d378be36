import { addressOf } from '../../../src/engine/snapshot/address';
import type { Members } from '../../../src/engine/scope/scope';
import { bookSource } from '../../../src/engine/source/book-source';
import type { Told } from '../../../src/engine/source/source';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { withValues } from '../../fixtures/edit';
import { amountAreas, placesIn } from '../../fixtures/sample-amounts';
import { mended, sample } from '../../fixtures/sample';
import { contextOf } from '../check/run';

const sourceOf = (snapshot: Snapshot) => bookSource(contextOf(snapshot).book);
const without = (snapshot: Snapshot, name: string): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.filter((sheet) => sheet.name !== name),
});

/** `1406.62 表一!B7`, the cells in the order in which they are told; 空 where all of them are blank. */
function lineOf(told: Told | undefined): string {
  if (!told) return 'not told';
  return [told.value.toFixed(), ...(told.blank ? ['空'] : []), ...told.cells.map((cell) => addressOf(cell))].join(' ');
}

describe('what the tables of a workbook tell', () => {
  const source = sourceOf(mended);
  const general = { flow: '支出', fund: '一般公共预算' };

  test.each<[why: string, scope: Members, told: string]>([
    ['a figure that means it', { flow: '收入' }, '1423.62 表一!B37'],
    ['the first table that has it', { flow: '收入', fund: '一般公共预算' }, '1406.62 表一!B7'],
    ['a row and a column', { ...general, functional: '2010399', kind: '项目支出' }, '157 表五!G9'],
    ['codes added up', { ...general, kind: '人员经费', economic: '303' }, '83.26 表六!E9 表六!E10 表六!E11 表六!E20'],
    ['a member by its own column', { ...general, kind: '公用经费' }, '179.4 表六!F29'],
    ['a blank that stands beside its whole', { flow: '收入', fund: '其他收入' }, '0 空 表一!B14'],
    ['a code that the table would list', { ...general, functional: '2010302' }, '0'],
    ['an empty table', { flow: '支出', fund: '政府性基金预算', functional: '2120801' }, '0'],
    ['a project', { ...general, kind: '项目支出', project: '业务活动经费' }, '50 表七!F11'],
    ['finer than any table', { ...general, kind: '项目支出', economic: '30201' }, 'not told'],
    ['of no table', { flow: '支出', fund: '事业收入', kind: '基本支出' }, 'not told'],
  ])('%s', (_why, scope, told) => {
    expect(lineOf(source.told(scope))).toBe(told);
  });

  test('asked twice, it answers the same', () => {
    const scope = { ...general, kind: '基本支出' };
    expect(source.told(scope)).toBe(source.told(scope));
  });
});

describe('where tables say different things', () => {
  // 表一 has the 17.00 as 事业收入, 表二 as 上级补助收入; each adds up by itself.
  const source = sourceOf(sample);

  test('the first one is believed, its blanks too', () => {
    expect(lineOf(source.told({ flow: '收入', fund: '事业收入' }))).toBe('17 表一!B11');
    expect(lineOf(source.told({ flow: '收入', fund: '上级补助收入' }))).toBe('0 空 表一!B12');
  });

  test('a blank beside blanks says nothing to a table that has an amount', () => {
    const blank = withValues(mended, { '表五!E24': ' ', '表五!F24': ' ', '表五!G24': ' ' });
    const told = sourceOf(blank).told({ flow: '支出', fund: '一般公共预算', kind: '基本支出' });
    expect(lineOf(told)).toBe('1249.62 表六!D29');
  });

  test('blanks that their whole lacks are not told', () => {
    const cells = ['E', 'F', 'G'].flatMap((column) =>
      [7, 8, 9, 10, 28].map((row): [string, string] => [`表三!${column}${row}`, ' ']),
    );
    const source3 = sourceOf(withValues(mended, Object.fromEntries(cells)));
    // 表一 has the whole; no other table divides it so.
    expect(lineOf(source3.told({ flow: '支出' }))).toBe('1423.62 表一!D37');
    expect(lineOf(source3.told({ flow: '支出', kind: '基本支出' }))).toBe('not told');
  });

  test('a blank whose table does not add up without it says nothing', () => {
    const forgotten = withValues(sample, { '表一!B11': ' ' });
    expect(lineOf(sourceOf(forgotten).told({ flow: '收入', fund: '上级补助收入' }))).toBe('17 表二!K19');
  });
});

describe('a table without amounts', () => {
  const threePublic = { flow: '支出', fund: '一般公共预算', threePublic: '公务接待费' };
  const rows = [
    'A6',
    'B6',
    'C6',
    'D6',
    'E6',
    'F6',
    'A7',
    'B7',
    'C7',
    'D7',
    'E7',
    'F7',
    'A8',
    'B8',
    'C8',
    'D8',
    'E8',
    'F8',
  ];
  const emptied = withValues(mended, Object.fromEntries(rows.map((cell) => [`表八!${cell}`, null])));

  test('says that there is nothing, whether its rows are blank or not there at all', () => {
    expect(lineOf(sourceOf(emptied).told(threePublic))).toBe('0');
    const blank = withValues(emptied, { '表八!A6': ' ', '表八!F6': ' ' });
    expect(lineOf(sourceOf(blank).told(threePublic))).toMatch(/^0/);
  });

  test('that is not there says nothing', () => {
    expect(lineOf(sourceOf(without(mended, '表八')).told(threePublic))).toBe('not told');
  });

  test('that lacks a column does not say it of that column', () => {
    const narrow = withValues(emptied, { '表八!F4': '其他费用' });
    expect(lineOf(sourceOf(narrow).told(threePublic))).toBe('not told');
  });

  test('that lists its items was not filled in yet, unless a note says that it is empty', () => {
    const listed = { flow: '收入', fund: '上级补助收入', functional: '2010399' };
    const places = placesIn({ 表二: amountAreas['表二'] ?? [] });
    const blank = withValues(mended, Object.fromEntries(places.map((place) => [place, ' '])));
    expect(lineOf(sourceOf(mended).told(listed))).toBe('17 表二!K9');
    expect(lineOf(sourceOf(blank).told(listed))).toBe('not told');
    const noted = withValues(blank, { '表二!A21': '备注：2021年没有安排收入预算，本表为空表。' });
    expect(lineOf(sourceOf(noted).told(listed))).toBe('0 空 表二!K9');
  });

  test('among others without any is a form that nobody has filled in', () => {
    const sheets = mended.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          typeof cell.value === 'number' || /^[\s\d.]+$/.test(String(cell.value)) ? { ...cell, value: ' ' } : cell,
        ),
      })),
    }));
    const source = sourceOf({ ...mended, sheets: sheets.filter(({ name }) => !name.startsWith('绩效')) });
    expect(lineOf(source.told({ flow: '收入' }))).toBe('not told');
    expect(lineOf(source.told(threePublic))).toBe('not told');
    expect(source.points({}, ['functional'])).toEqual([]);
  });
});

describe('the points at which something stands', () => {
  const source = sourceOf(mended);
  const general = { flow: '支出', fund: '一般公共预算' };
  const of = (within: Members, dimension: string): readonly string[] =>
    source.points(within, [dimension]).map((point) => point[dimension] ?? '');

  test('codes in their order, at every level that is printed', () => {
    expect(of(general, 'functional')).toEqual(['201', '20103', '2010301', '2010399']);
    expect(of({ ...general, kind: '公用经费' }, 'economic')).toEqual([
      '30201',
      '30207',
      '30211',
      '30228',
      '30229',
      '30231',
      '30242',
    ]);
  });

  test('below a code, and of a member’s parts', () => {
    expect(of({ ...general, economic: '303' }, 'economic')).toEqual(['30302', '30305', '30309', '30399']);
    expect(of({ flow: '收入', fund: '财政拨款' }, 'fund')).toEqual(['财政拨款', '一般公共预算']);
  });

  test('projects as they are mentioned', () => {
    const projects = of({ ...general, kind: '项目支出' }, 'project');
    expect([...projects].sort()).toEqual(['业务活动经费', '公务接待费', '机场设施租用费', '群众工作经费'].sort());
  });

  test('in several dimensions at once; none where nothing stands', () => {
    expect(source.points({ ...general, functional: '201' }, ['functional', 'project'])).toContainEqual({
      functional: '2010399',
      project: '业务活动经费',
    });
    expect(source.points({ flow: '支出', fund: '政府性基金预算' }, ['functional'])).toEqual([]);
  });
});
