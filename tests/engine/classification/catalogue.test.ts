import { classification } from '../../../src/editions/shared/classification/classification';
import { createCatalogue } from '../../../src/engine/classification/catalogue';
import { inferredNames } from '../../../src/engine/classification/inferred';
import { entriesOf, outlineOf } from '../../../src/engine/classification/data';

const catalogue = createCatalogue(classification);

test('the data are plain: JSON gives them back, codes are well formed and unique', () => {
  expect(JSON.parse(JSON.stringify(classification))).toEqual(classification);
  for (const [part, text] of Object.entries(classification)) {
    const codes = codesIn(part, text);
    expect(codes.filter((code) => !/^[235](?:[0-9]{2}|[0-9]{4}|[0-9]{6})$/.test(code))).toEqual([]);
    if (part !== 'renames') expect(new Set(codes).size).toBe(codes.length);
  }
});

/** The codes of a part of the data; one of them is written as a tree. */
function codesIn(part: string, text: string): readonly string[] {
  return part === 'functional2009'
    ? outlineOf(text).map(([code]) => code)
    : entriesOf(text, 2).map(([code = '']) => code);
}

test('a published name is accepted, found again, and never stale', () => {
  for (const [code = '', , name = ''] of entriesOf(classification.published, 3)) {
    expect([code, catalogue.accepts(code, name)]).toEqual([code, true]);
    expect([code, catalogue.accepts(code, name, 2026)]).toEqual([code, true]);
    expect([code, catalogue.staleName(code, name)]).toEqual([code, undefined]);
    expect([code, catalogue.nameOf(code, 2026)]).toEqual([code, name]);
    expect(catalogue.isKnown(code)).toBe(true);
    expect(catalogue.documentsOf(code)).toBeGreaterThan(0);
  }
});

describe('a name that no budget prints', () => {
  const printed = new Map(entriesOf(classification.published, 3).map(([code = '', , name = '']) => [code, name]));

  test.each<[code: string, name: string | undefined]>([
    ['2130101', '行政运行'],
    ['2130102', '一般行政管理事务'],
    ['2012950', '事业运行'],
    ['20101', '人大事务'],
    ['20801', '人力资源和社会保障管理事务'],
    ['20504', '成人教育'],
    // Called otherwise since then, or by the older list alone.
    ['20401', undefined],
    ['20606', undefined],
    ['2050101', '行政运行'],
    ['2050201', '学前教育'],
  ])('%s is %s where two sources agree', (code, name) => {
    expect(catalogue.nameOf(code, 2026)).toBe(name);
  });

  test('is the one that budgets print, wherever they print such a code', () => {
    // As if each of them was not printed: what its neighbours and the older list say.
    const older = outlineOf(classification.functional2009).map(
      ([code, name]) => [code, name === '=' ? (printed.get(code) ?? name) : name] as const,
    );
    const inferred = inferredNames(printed, older).filter(([code]) => printed.has(code));
    expect(inferred.filter(([code, name]) => printed.get(code) !== name)).toEqual([]);
    expect(inferred.filter(([code]) => code.length === 7).length).toBeGreaterThan(50);
    expect(inferred.filter(([code]) => code.length === 5).length).toBeGreaterThan(30);
  });
});

test('every parent of a known code is known', () => {
  for (const part of ['published', 'functional2009', 'departmentEconomic', 'governmentEconomic'] as const) {
    for (const code of codesIn(part, classification[part])) {
      for (let length = code.length; length >= 3; length -= 2)
        expect([code, catalogue.isKnown(code.slice(0, length))]).toEqual([code, true]);
    }
  }
});

test.each<[string, string, boolean]>([
  ['2010301', '行政运行（政府办公厅（室）及相关机构事务）', true],
  ['2010301', '一般公共服务支出-政府办公厅（室）及相关机构事务-行政运行', true],
  ['2010301', '行政\n运行\u3000', true],
  ['20103', '政府办公厅(室)及相关机构事务', true],
  ['20103', '政府办公厅', false],
  ['30213', '维修(护)费', true],
  ['30213', '维修费', false],
  ['309', '资本性支出（基本建设）', true],
  ['309', '资本性支出', false],
  ['310', '资本性支出', true],
  ['310', '资本性支出（基本建设）', false],
  ['201', '一、一般公共服务支出', true],
  ['201', '201 一般公共服务支出', true],
  ['30299', '其他支出', false],
  ['50601', '资本性支出（一）', true],
  ['50602', '资本性支出（二）', true],
  ['50602', '资本性支出（一）', false],
])('%s printed as %j: accepted is %s', (code, name, accepted) => {
  expect(catalogue.accepts(code, name)).toBe(accepted);
});

test.each<[string, string, number | undefined, string | undefined]>([
  ['222', '粮油物资管理支出', 2021, '粮油物资储备支出'],
  ['222', '粮油物资管理支出', undefined, '粮油物资储备支出'],
  ['222', '粮油物资管理支出', 2013, undefined],
  ['222', '粮油物资储备支出', 2021, undefined],
  ['215', '资源勘探信息等支出', 2022, '资源勘探工业信息等支出'],
  ['207', '文化体育与传媒支出', 2019, '文化旅游体育与传媒支出 since 2019'],
  ['207', '文化体育与传媒支出', 2018, undefined],
  ['210', '医疗卫生与计划生育支出', 2025, '卫生健康支出 since 2019'],
  ['21302', '林业', 2021, '林业和草原 since 2019'],
  ['30217', '招待费', 2021, '公务接待费 since 2018'],
  ['30217', '招待费', 2016, undefined],
  ['205', '教育', 2021, undefined],
  ['201', '一般公共事务', 2021, undefined],
  ['217', '金融监管支出', 2021, undefined],
])('%s “%s” in %s is stale: %s', (code, name, year, expected) => {
  const old = catalogue.staleName(code, name, year);
  expect(old && `${old.present}${old.since === undefined ? '' : ` since ${old.since}`}`).toBe(expected);
});

test.each<[string, number | undefined, string | undefined]>([
  ['207', 2018, '文化体育与传媒支出'],
  ['207', 2019, '文化旅游体育与传媒支出'],
  ['30217', 2016, '招待费'],
  ['30217', 2018, '公务接待费'],
  ['30109', 2016, undefined],
  ['30109', undefined, '职业年金缴费'],
  ['217', 2025, undefined],
])('%s in %s is called %s', (code, year, name) => {
  expect(catalogue.nameOf(code, year)).toBe(name);
});

test.each<[string, readonly string[]]>([
  ['行政运行', []],
  ['行政运行（人大事务）', []],
  ['其他支出', []],
  ['资本性支出（二）', []],
  ['代表工作（人大事务）', ['2010108']],
  ['政府办公厅(室)及相关机构事务', ['20103']],
  ['住房公积金', ['2210201', '30113', '50103']],
  ['没有这样的科目', []],
])('codes named %s: %j', (name, codes) => {
  expect([...catalogue.codesNamed(name)].sort()).toEqual(codes);
});

test.each<[string, string | undefined, string | undefined]>([
  ['2010399', '其他政府办公厅（室）及相关机构事务支出', undefined],
  ['2080506', '机关事业单位基本养老保险缴费支出', '2080505'],
  ['2080555', '机关事业单位基本养老保险缴费支岀', '2080505'],
  ['20133', undefined, undefined],
  ['2010391', '行政运行', '2010301'],
  ['2340000', '完全不同的一个名称', undefined],
])('the code nearest to %s “%s” is %s', (code, name, nearest) => {
  const found = catalogue.nearest(code, name)?.code;
  if (code === '2010399') expect(found).not.toBe(code);
  else expect(found).toBe(nearest);
});

test('ranges and the unattested classes', () => {
  expect(['202', '209', '217', '230', '234', '503', '506'].map((code) => catalogue.isKnown(code))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['235', '299', '101', '20188', '30188'].map((code) => catalogue.isKnown(code))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(catalogue.departmentCodesOf('50102')).toEqual(['30108', '30109', '30110', '30111', '30112']);
  expect(catalogue.departmentCodesOf('50999')).toEqual([]);
});
