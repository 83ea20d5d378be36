import * as fc from 'fast-check';
import { readCode } from '../../../src/engine/classification/code';
import type { CodeSystem } from '../../../src/engine/classification/code-tree';
import type { CellValue } from '../../../src/engine/snapshot/snapshot';

function said(cells: readonly CellValue[], system: CodeSystem, above?: string): string {
  const reading = readCode(cells, system, above);
  if (reading.kind === 'none') return 'none';
  if (reading.kind === 'malformed') return `?${reading.raw}`;
  return [reading.code, reading.name, reading.local && `local ${reading.local}`].filter(Boolean).join(' ');
}

test.each<[readonly CellValue[], string]>([
  [['201', '', ''], '201'],
  [[201, null, null], '201'],
  [['201', '03', '01'], '2010301'],
  [[201, 3, 1], '2010301'],
  [[201, '03', '01\u3000'], '2010301'],
  [['201\u3000', '03', '\u3000'], '20103'],
  [['２０１', '０３', '９９'], '2010399'],
  [['201', '20103', '2010301'], '2010301'],
  [[201, 20103, null], '20103'],
  [['', '20103', ''], '20103'],
  [['', '', '2010301'], '2010301'],
  [['2010301'], '2010301'],
  [[2010301], '2010301'],
  [['201 03 01'], '2010301'],
  [['201-03-01'], '2010301'],
  [['201.03'], '20103'],
  [['201 一般公共服务支出'], '201 一般公共服务支出'],
  [['210卫生健康支出'], '210 卫生健康支出'],
  [['2010301行政运行'], '2010301 行政运行'],
  [['20103-政府办公厅（室）及相关机构事务'], '20103 政府办公厅(室)及相关机构事务'],
  [['30201 办公费'], '30201 办公费'],
  [['201', '一般公共服务支出'], '201 一般公共服务支出'],
  [[null], 'none'],
  [['\u3000', '', null], 'none'],
  [['合计'], 'none'],
  [['合  计', '', ''], 'none'],
  [['—'], 'none'],
  [['2025年'], 'none'],
  [['1.工资福利支出'], 'none'],
  [['一、一般公共服务支出'], 'none'],
  [[], 'none'],
  [['2010301a'], '?2010301a'],
  [['20103O1'], '?20103O1'],
  [['2010'], '?2010'],
  [[201030], '?201030'],
  [[20103015], '?20103015'],
  [[2010301.5], '?2010301.5'],
  [[1], '?1'],
  [['201', '', '01'], '?201 01'],
  [['201', '20203', ''], '?201 20203'],
  [['201', '3a', '01'], '?201 3a 01'],
  [['', '03', '01'], '?03 01'],
])('functional %j reads %s', (cells, expected) => {
  expect(said(cells, 'functional')).toBe(expected);
});

test.each<[readonly CellValue[], string]>([
  [['301', '103'], '30103'],
  [[301, 103], '30103'],
  [[302, 217], '30217'],
  [['301', '03'], '30103'],
  [[301, 3], '30103'],
  [['301', '30103'], '30103'],
  [[30103], '30103'],
  [['302'], '302'],
  [['3021101'], '30211 local 3021101'],
  [['302', '11', '01'], '30211 local 3021101'],
  [['3021101差旅费'], '30211 差旅费 local 3021101'],
  [['301', '203'], '?301 203'],
  [['30'], '?30'],
  [['2010301'], '2010301'],
])('economic %j reads %s', (cells, expected) => {
  expect(said(cells, 'economic')).toBe(expected);
});

test.each<[readonly CellValue[], string]>([
  [['501', '01'], '50101'],
  [['50101'], '50101'],
  [['5010101'], '?5010101'],
])('government economic %j reads %s', (cells, expected) => {
  expect(said(cells, 'governmentEconomic')).toBe(expected);
});

test.each<[readonly CellValue[], string, string]>([
  [['', '03', '01'], '201', '2010301'],
  [['', '', '02'], '2010301', '2010302'],
  [['', '', '02'], '20103', '2010302'],
  [['', '', '02'], '201', '?02'],
  [['201', '03', '01'], '208', '2010301'],
])('blank columns of %j are those of %s above: %s', (cells, above, expected) => {
  expect(said(cells, 'functional', above)).toBe(expected);
});

test('every way of writing a code gives the code back', () => {
  const two = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(fc.integer({ min: 201, max: 234 }), two, two, (category, section, item) => {
      const pad = (n: number): string => String(n).padStart(2, '0');
      const code = `${category}${pad(section)}${pad(item)}`;
      const forms: readonly (readonly CellValue[])[] = [
        [category, section, item],
        [String(category), pad(section), pad(item)],
        [category, parseInt(code.slice(0, 5), 10), parseInt(code, 10)],
        [parseInt(code, 10)],
        [code],
        [`${code} 某某支出`],
      ];
      for (const cells of forms) {
        const reading = readCode(cells, 'functional');
        expect(reading.kind === 'code' ? reading.code : reading).toBe(code);
      }
    }),
  );
});
