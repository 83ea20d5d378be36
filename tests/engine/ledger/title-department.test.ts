import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook } from '../../notation';
import { readLedger } from '../../../src/engine/ledger/read';
import { compileWorkbook } from '../../../src/commands/compile';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';

const LEDGER = [
  '功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年',
  '2010301 | 基本支出 | 30101 | 一般公共预算 | 12',
] as const;

const under = (...above: readonly string[]): Snapshot => workbook({ 台账: [...above, ...LEDGER] });

async function titled(...above: readonly string[]): Promise<string | undefined> {
  const ledger = readLedger(under(...above), await editionById('xinjiang-2021'), catalogue(), undefined);
  return ledger?.titled?.department;
}

describe('the department in a ledger’s title', () => {
  test.each([
    ['清源县水务局2026年部门预算支出明细表', '清源县水务局'],
    ['2026年清源县水务局部门预算台账', '清源县水务局'],
    ['清源县人民政府办公室（本级）２０２６年度预算台账', '清源县人民政府办公室'],
    ['云岭镇中心卫生院 2026年收支预算明细', '云岭镇中心卫生院'],
    ['清源县残联2026年支出台账', '清源县残联'],
    ['清源县融媒体中心2026年单位预算明细表', '清源县融媒体中心'],
  ])('%s', async (title, department) => {
    expect(await titled(title)).toBe(department);
  });

  test.each([
    '2026年部门预算台账',
    '2026年教育支出明细表',
    '办公室2026年支出明细',
    '清源县2026年部门预算汇总明细',
    '2026年基本支出和项目支出明细表',
    '2026年县级预算单位支出明细表',
  ])('%s names none', async (title) => {
    expect(await titled(title)).toBeUndefined();
  });
});

describe('a department that only the title names', () => {
  const of = async (snapshot: Snapshot, department?: string) => {
    const result = await compileWorkbook(snapshot, department === undefined ? {} : { department });
    if (!result.ok) throw new Error(result.because);
    const said = result.findings.filter(({ rule }) => rule === 'l-department-found');
    return [result.about.department, ...said.map(({ facts }) => compileSentence(facts, 'zh-CN'))];
  };

  test('is taken, and told', async () => {
    expect(await of(under('清源县水务局2026年部门预算台账'))).toEqual([
      '清源县水务局',
      '“清源县水务局2026年部门预算台账”：部门名称由此定为“清源县水务局”。不是的，请填在“单位情况”，命令行也可写--department。',
    ]);
  });

  test('is not asked for where it is named otherwise', async () => {
    expect(await of(under('清源县水务局2026年部门预算台账'), '清源县水利局')).toEqual(['清源县水利局']);
    expect(await of(under('清源县水务局2026年部门预算台账', '编制单位：清源县水务局（本级）'))).toEqual([
      '清源县水务局(本级)',
    ]);
  });
});

describe('a department that no title names', () => {
  const rows = (...units: readonly string[]): Snapshot =>
    workbook({ 台账: [`预算单位 | ${LEDGER[0]}`, ...units.map((unit, at) => `${unit} | ${LEDGER[1]}${at}`)] });
  const of = async (snapshot: Snapshot, department?: string) => {
    const result = await compileWorkbook(snapshot, department === undefined ? {} : { department });
    if (!result.ok) throw new Error(result.because);
    const said = result.findings.filter(({ rule }) => rule === 'l-department-of-rows');
    return [result.about.department, ...said.map(({ facts }) => compileSentence(facts, 'zh-CN'))];
  };

  test('is proposed, and not taken, where all rows are of one unit', async () => {
    expect(await of(rows('206001-清源县水务局', '206001-清源县水务局'))).toEqual([
      undefined,
      '台账“预算单位”列各行都是“清源县水务局”。部门名称就是它的，请填在“单位情况”，命令行也可写--department。',
    ]);
  });

  test('is not proposed where the rows are of several, nor where it is named', async () => {
    expect(await of(rows('清源县水务局', '清源县水文站'))).toEqual([undefined]);
    expect(await of(rows('清源县水务局', ''))).toEqual([undefined]);
    expect(await of(rows('清源县水务局'), '清源县水利局')).toEqual(['清源县水利局']);
  });
});
