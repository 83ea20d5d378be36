import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { afterCompiling } from '../fixtures/compiled';
import { valueAt } from '../fixtures/edit';
import { ledgerWorkbook } from '../fixtures/sample-ledger';

const DEPARTMENT = '云州市卫生健康局';
const HEADER = ['预算单位', '功能科目', '支出类型', '经济科目', '项目名称', '资金来源', '本年'];

describe('a ledger with a column of units', () => {
  const of = (unit: string, project: string, amount: number): readonly (string | number)[] => [
    unit,
    '2100401',
    '项目支出',
    '30201',
    project,
    '一般公共预算',
    amount,
  ];

  test.each<[says: string, units: readonly string[], printed: string]>([
    ['one unit', ['疾控中心', '疾控中心'], '疾控中心'],
    ['the department itself', [`${DEPARTMENT}（本级）`], `${DEPARTMENT}（本级）`],
    ['two units', ['疾控中心', '局本级'], DEPARTMENT],
    ['a unit in some of its rows', ['疾控中心', ''], DEPARTMENT],
    ['no unit', [''], DEPARTMENT],
  ])(
    'the performance table of a project of %s names it; the tables are the department’s',
    async (_says, units, printed) => {
      const rows = units.map((unit, index) => of(unit, '公共卫生项目', 10 + index));
      const snapshot = ledgerWorkbook([HEADER, ...rows, of('局本级', '能力提升', 5)]);
      const result = await compileWorkbook(snapshot, { department: DEPARTMENT, year: 2021 });
      if (!result.ok) throw new Error(result.because);
      const after = afterCompiling(snapshot, result);
      expect(['绩效1!B4', '绩效2!B4', '表一!A3'].map((place) => valueAt(after, place))).toEqual([
        printed,
        '局本级',
        `编制部门：${DEPARTMENT}`,
      ]);
      const report = await checkSnapshot(after);
      expect(report.findings.filter(({ rule }) => rule === 's-department')).toEqual([]);
    },
  );
});
