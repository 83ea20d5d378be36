import { classification } from '../../../../src/editions/shared/classification/classification';
import { checkCodes } from '../../../../src/engine/check/codes/check-codes';
import type { CodeContext, CodedRow } from '../../../../src/engine/check/codes/coded-row';
import { createCatalogue } from '../../../../src/engine/classification/catalogue';
import { readCode } from '../../../../src/engine/classification/code';
import type { CodeSystem } from '../../../../src/engine/classification/code-tree';
import { entriesOf } from '../../../../src/engine/classification/data';
import { findingSentence } from '../../../../src/i18n/catalogue';

const catalogue = createCatalogue(classification);

/** A table, one row a line: `201 03 01 | 行政运行 | 12.22`; no third column is a row without amounts, `*` a class list. */
function table(text: string, system: CodeSystem = 'functional'): readonly CodedRow[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, row): CodedRow => {
      const [codes = '', name = '', amount = ''] = line.split('|').map((part) => part.trim());
      const coded = codes.replace('*', '').trim();
      return {
        system,
        code: readCode(coded === '' ? [null] : coded.split(/\s+/), system),
        ...(name === '' ? {} : { name, nameCell: { sheet: '表五', row, column: 3 } }),
        cell: { sheet: '表五', row, column: 2 },
        table: '表五',
        hasAmounts: amount !== '',
        ...(codes.startsWith('*') ? { classList: true as const } : {}),
      };
    });
}

/** `k-leaf error 3` a line: rule, severity and the rows (counted from 1) it stands on. */
function found(rows: readonly CodedRow[], context: Partial<CodeContext> = {}): readonly string[] {
  return checkCodes(rows, { catalogue, year: 2025, ...context }).map(
    (finding) => `${finding.rule} ${finding.severity} ${finding.cells.map((cell) => cell.row + 1).join(',')}`,
  );
}

const SOUND = `
  201       | 一般公共服务支出 | 1423.62
  201 03    | 政府办公厅（室）及相关机构事务 | 1423.62
  201 03 01 | 行政运行（政府办公厅（室）及相关机构事务） | 1249.62
  201 03 99 | 其他政府办公厅（室）及相关机构事务支出 | 174
  208       | 社会保障和就业支出 | 12.22
  208 05    | 行政事业单位养老支出 | 12.22
  208 05 05 | 机关事业单位基本养老保险缴费支出 | 12.22
            | 合计 | 1435.84`;

const with_ = (line: RegExp, instead: string): readonly CodedRow[] => table(SOUND.replace(line, instead));

test('a sound table is silent', () => {
  expect(found(table(SOUND))).toEqual([]);
});

test.each<[string, readonly CodedRow[], readonly string[]]>([
  ['digits that are no code', with_(/201 03 01/, '2010 30 1'), ['k-shape note 3']],
  ['letters in a code', with_(/201 03 01/, '20103O1'), ['k-shape note 3']],
  [
    'an item under another section',
    with_(/201 03 99 .*/, '201 04 99 | 其他发展与改革事务支出 | 174'),
    ['k-parent warning 4,2'],
  ],
  [
    'an item among the items of another section',
    with_(/201 03 01 .*/, '201 04 01 | 行政运行 | 1249.62'),
    ['k-parent error 3,2'],
  ],
  [
    'a section under another category',
    with_(/208 05 {4}.*/, '210 05    | 行政事业单位养老支出 | 12.22'),
    ['k-parent error 6,5', 'k-wrong-code warning 6'],
  ],
  ['a code in no list', with_(/201 03 99 .*/, '201 03 77 | 某某专项工作 | 174'), ['k-unknown note 4']],
  [
    'a code beyond the ranges',
    with_(/201 03 99 .*/, '235 | 某某支出 | 174'),
    ['k-unknown warning 4', 'k-leaf error 4'],
  ],
  ['a misprinted name', with_(/行政运行（/, '行政远行（'), ['k-other-name warning 3']],
  ['a name that lacks its ending', with_(/\| 社会保障和就业支出/, '| 社会保障和就业'), ['k-other-name note 5']],
  ['a name that is cut off', with_(/基本养老保险缴费支出/, '基本养老'), ['k-other-name note 7']],
  ['a name of earlier years', with_(/行政事业单位养老支出/, '行政事业单位离退休'), ['k-stale-name warning 6']],
  [
    'a name that belongs to another code',
    with_(/201 03 99 .*/, '201 03 98 | 其他政府办公厅（室）及相关机构事务支出 | 174'),
    ['k-wrong-code warning 4'],
  ],
  ['an economic code among functional ones', table(`${SOUND}\n302 01 | 办公费 | 5`), ['k-domain error 9']],
  [
    'a section that is not divided',
    table(
      '201 | 一般公共服务支出 | 9\n201 03 | 政府办公厅（室）及相关机构事务 | 5\n201 04 | 发展与改革事务 | 4\n201 04 01 | 行政运行 | 4',
    ),
    ['k-leaf error 2'],
  ],
  [
    'a table of categories only',
    table('201 | 一般公共服务支出 | 9\n208 | 社会保障和就业支出 | 5'),
    ['k-leaf warning 1'],
  ],
])('%s', (_, rows, expected) => {
  expect(found(rows)).toEqual(expected);
});

test.each<[string, readonly CodedRow[], Partial<CodeContext>]>([
  [
    'a row without amounts is not asked to be divided',
    table('201 | 一般公共服务支出 |\n208 | 社会保障和就业支出 |'),
    {},
  ],
  [
    'secret amounts are not asked to be divided',
    table('201 | 一般公共服务支出 | 9\n204 | 公共安全支出 | 5'),
    { secret: true },
  ],
  [
    'a class list may be undivided and hold names that are not attested',
    table(
      '*201 | 一般公共服务支出 | 9\n*202 | 外交支出 |\n*205 | 教育 |\n*227 | 预备费 |\n*230 | 转移性支出 |\n*234 | 抗疫特别国债还本支出 |',
    ),
    {},
  ],
  [
    'the edition may ask for sections only',
    table('201 | 一般公共服务支出 | 9\n201 03 | 政府办公厅（室）及相关机构事务 | 9'),
    { leafLength: 5 },
  ],
  [
    'items without any parents printed',
    table('2010301 | 行政运行 | 9\n2080505 | 机关事业单位基本养老保险缴费支出 | 5\n2010401 | 行政运行 | 1'),
    {},
  ],
  [
    'items under categories, no sections printed',
    table(
      '201 | 一般公共服务支出 | 9\n2010301 | 行政运行 | 9\n208 | 社会保障和就业支出 | 5\n2080505 | 机关事业单位基本养老保险缴费支出 | 5',
    ),
    {},
  ],
  [
    'the names of an earlier year in a document of that year',
    table('207 | 文化体育与传媒支出 |\n208 | 社会保障和就业支出 |\n208 05 | 行政事业单位离退休 |'),
    { year: 2018 },
  ],
  ['local items of a section', table('302 | 商品和服务支出 | 5\n3021101 | 三类会议费 | 5', 'economic'), {}],
  ['words and blanks', table('合计 | | 9\n| 行政运行 | 9'), {}],
])('silent: %s', (_, rows, context) => {
  expect(found(rows, context)).toEqual([]);
});

test('a stale name in the class list of a summary table', () => {
  expect(found(table('*221 | 住房保障支出 |\n*222 | 粮油物资管理支出 |'))).toEqual(['k-stale-name warning 2']);
});

test('economic codes: an old name, a foreign code, a category that is not divided', () => {
  const rows = table(
    '301 | 工资福利支出 | 5\n301 103 | 奖金 | 5\n302 | 商品和服务支出 | 7\n302 17 | 招待费 | 7\n303 | 对个人和家庭的补助 | 1\n2010301 | 行政运行 | 3',
    'economic',
  );
  expect(found(rows)).toEqual(['k-stale-name warning 4', 'k-domain error 6', 'k-leaf error 5']);
});

test('rows without amounts weigh less', () => {
  expect(found(table('201 03 01 | 行政远行 |\n302 01 | 办公费 |'))).toEqual([
    'k-other-name note 1',
    'k-domain warning 2',
  ]);
});

test('the same slip in several rows of a table is one finding; its id does not know the rows', () => {
  const once = checkCodes(table('2010301 | 行政远行 | 1'), { catalogue, year: 2025 });
  const twice = checkCodes(table('2010601 | 行政运行 | 1\n2010301 | 行政远行 | 1\n2010301 | 行政远行 | 2'), {
    catalogue,
    year: 2025,
  });
  expect(twice).toHaveLength(1);
  expect(twice[0]?.cells).toHaveLength(2);
  expect(twice[0]?.id).toBe(once[0]?.id);
});

test('every code of the catalogue under its published name is silent, in a document of today', () => {
  const systems: readonly [CodeSystem, string][] = [
    ['functional', '2'],
    ['economic', '3'],
    ['governmentEconomic', '5'],
  ];
  for (const [system, digit] of systems) {
    const lines = entriesOf(classification.published, 3)
      .filter(([code = '']) => code.startsWith(digit))
      .map(([code = '', , name = '']) => `${code} | ${name} |`);
    expect(lines.length).toBeGreaterThan(30);
    for (const year of [undefined, 2020, 2026]) {
      const context: CodeContext = year === undefined ? { catalogue } : { catalogue, year };
      const wrong = checkCodes(table(lines.join('\n'), system), context).filter(
        (finding) => finding.rule !== 'k-parent',
      );
      expect(wrong.map((finding) => findingSentence(finding.facts, 'zh-CN'))).toEqual([]);
    }
  }
});

test('what an officer reads', () => {
  const rows = table(`
    2010301 | 行政远行 | 1
    208     | 社会保障和就业支出 | 1
    20805   | 行政事业单位离退休 | 1
    2080505 | 机关事业单位基本养老保险缴费支出 | 1
    207     | 文化体育与传媒支出 |
    2010398 | 其他政府办公厅（室）及相关机构事务支出 | 1
    2010377 | 某某专项工作 | 1
    2010302a | 一般行政管理事务 | 1
    302 01  | 办公费 | 1
    210     | 卫生健康支出 | 1`);
  expect(checkCodes(rows, { catalogue, year: 2025 }).map((finding) => findingSentence(finding.facts, 'zh-CN'))).toEqual(
    [
      '表五“一般行政管理事务”的编码“2010302a”位数不对，功能科目编码应为3位、5位或7位数字。',
      '表五编码2010377不在已知目录中，请对照当年科目核实。',
      '表五编码2010301在公开文件中称“行政运行”（见于14份文件），表中写作“行政远行”。',
      '表五编码20805的“行政事业单位离退休”为旧名称，现为“行政事业单位养老支出”。',
      '表五编码207的“文化体育与传媒支出”为旧名称，2019年起为“文化旅游体育与传媒支出”。',
      '表五“其他政府办公厅（室）及相关机构事务支出”在公开文件中的编码是2010399，表中写作2010398。',
      '表五功能科目栏填的是经济科目编码30201，请改填功能科目。',
      '表五“卫生健康支出”（210）只列到类级，没有列到项级。',
    ],
  );
});

describe('very many codes of one kind in one table', () => {
  const unknown = (count: number): readonly CodedRow[] =>
    table(Array.from({ length: count }, (_, i) => `201 03 ${60 + i} | 某某第${'甲'.repeat(i + 1)}工作 | 1`).join('\n'));

  test('twenty are told one by one', () => {
    const findings = checkCodes(unknown(20), { catalogue, year: 2025 }).filter(({ rule }) => rule === 'k-unknown');
    expect(findings).toHaveLength(20);
  });

  test('more are one finding with their number and a few of them, on all of their cells', () => {
    const findings = checkCodes(unknown(25), { catalogue, year: 2025 }).filter(({ rule }) => rule === 'k-unknown');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      severity: 'note',
      table: '表五',
      facts: { code: 'code-many', about: 'code-unknown', count: 25, examples: ['2010360', '2010361', '2010362'] },
    });
    expect(finding?.cells.map((cell) => cell.row)).toEqual(Array.from({ length: 25 }, (_, row) => row));
  });

  test('graver ones are not hidden among notes', () => {
    const mixed = [...unknown(25), ...table('235 | 某某支出 | 174')];
    const findings = checkCodes(mixed, { catalogue, year: 2025 }).filter(({ rule }) => rule === 'k-unknown');
    expect(findings.map(({ severity, facts }) => `${severity} ${facts.code}`).sort()).toEqual([
      'note code-many',
      'warning code-unknown',
    ]);
  });
});
