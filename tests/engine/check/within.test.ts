import { edition } from '../../../src/editions/xinjiang-2021/edition';
import { resolveEdition } from '../../../src/engine/edition/resolve';
import { workbook } from '../../notation';
import { says } from './run';
import { changed } from './sound';

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly wrong: Parameters<typeof changed>[0];
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: 'b-person-public-class',
    what: 'wages under public use, office costs under personnel',
    wrong: { 表六: { 6: "'301 | 01 | 基本工资 | 40.00 |  | 40.00", 7: "'302 | 01 | 办公费 | 20.00 | 20.00" } },
    says: [
      'warning 表六!F6 表六30101“基本工资”的金额列在“公用经费”，一般应列“人员经费”。',
      'warning 表六!E7 表六30201“办公费”的金额列在“人员经费”，一般应列“公用经费”。',
    ],
  },
  {
    rule: 'b-person-public-class',
    what: 'codes that places put here or there',
    wrong: { 表六: { 7: "'302 | 39 | 其他交通费用 | 20.00 | 20.00" } },
    says: [],
  },
  {
    rule: 'b-duplicate-row',
    what: 'a code twice',
    wrong: { 表五: { 9: "'201 | 03 | 01 | 一般行政管理事务 | 40.00 |  | 40.00" } },
    says: ['warning 表五!A8 表五!A9 表五2010301“行政运行”在第8、9行重复出现，都有金额。请合并或核对编码。'],
  },
  {
    rule: 'b-duplicate-row',
    what: 'a project twice',
    wrong: { 表七: { 8: "'201 | 03 | 02 | 一般行政管理事务 | 馆藏档案数字化 | 15.00 |  | 15.00" } },
    says: ['warning 表七!A7 表七!A8 表七2010302“馆藏档案数字化”在第7、8行重复出现，都有金额。请合并或核对编码。'],
  },
  {
    rule: 'b-duplicate-row',
    what: 'a second row without amounts',
    wrong: { 表五: { 11: "'201 | 03 | 01 | 行政运行" } },
    says: [],
  },
  {
    rule: 'b-orphan',
    what: 'a row whose 类 and 款 are missing: its name says that its code is right',
    wrong: {
      表五: {
        10: "'208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 5.00 | 5.00",
        11: ' |  |  | 合计 | 105.00 | 65.00 | 40.00',
      },
    },
    says: [
      'warning 表五!A10 表五缺“208社会保障和就业支出”“20805行政事业单位养老支出”这2行，下级1项合计5.00万元；可用fill补上。',
    ],
  },
  {
    rule: 'k-parent',
    what: 'of such a row nothing more is said',
    wrong: {
      表五: {
        10: "'208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 5.00 | 5.00",
        11: ' |  |  | 合计 | 105.00 | 65.00 | 40.00',
      },
    },
    says: [],
  },
  {
    rule: 'b-orphan',
    what: 'a single row that k-parent speaks of: its name does not say that its code is right',
    wrong: {
      表五: {
        10: "'208 | 05 | 05 | 办公费补助 | 5.00 | 5.00",
        11: ' |  |  | 合计 | 105.00 | 65.00 | 40.00',
      },
    },
    says: [],
  },
  {
    rule: 'b-orphan',
    what: 'a 类 above its 款 and 项',
    wrong: {
      表五: {
        10: "'208 | 05 |  | 行政事业单位养老支出 | 5.00 | 5.00",
        11: "'208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 5.00 | 5.00",
        12: ' |  |  | 合计 | 105.00 | 65.00 | 40.00',
      },
    },
    says: ['warning 表五!A10 表五缺“208社会保障和就业支出”这一行，下级1项合计5.00万元；可用fill补上。'],
  },
  {
    rule: 'b-orphan',
    what: 'a 款 under its 类, the 项 without it',
    wrong: {
      表五: {
        7: "'201 | 01 | 01 | 行政运行 | 5.00 | 5.00",
        10: "'201 | 03 |  | 政府办公厅（室）及相关机构事务 | 100.00 | 60.00 | 40.00",
      },
    },
    says: ['warning 表五!A7 表五缺“20101人大事务”这一行，下级1项合计5.00万元；可用fill补上。'],
  },
  {
    rule: 'b-orphan',
    what: 'a table that prints 项 only',
    wrong: { 表五: { 6: '', 7: '' } },
    says: [],
  },
  {
    rule: 'c-name',
    what: 'two names of one code',
    wrong: {
      表四: { 6: '一般公共预算 | 100.00 | 299 其他各项支出' },
      表一: { 6: '一般公共预算 | 100.00 | 299 其余支出' },
    },
    says: ['warning 表四!C6 表一!C6 编码299的名称不一致：表一写“其余支出”，表四写“其他各项支出”。'],
  },
  {
    rule: 'c-name',
    what: 'a bracket and a line break added by a platform',
    wrong: { 表三: { 8: "'201 | 03 | 01 | 行政 运行（政府办公厅（室）及相关机构事务） | 60.00 | 60.00" } },
    says: [],
  },
  {
    rule: 'c-name',
    what: 'a name that another check already calls stale',
    wrong: {
      表一: { 6: '一般公共预算 | 100.00 | 222 粮油物资管理支出' },
      表四: { 6: '一般公共预算 | 100.00 | 222 粮油物资储备支出' },
    },
    says: [],
  },
  {
    rule: 'k-stale-name',
    what: 'the class list of a summary table',
    wrong: { 表一: { 6: '一般公共预算 | 100.00 | 222 粮油物资管理支出' } },
    says: ['warning 表一!C6 表一编码222的“粮油物资管理支出”为旧名称，现为“粮油物资储备支出”。'],
  },
  {
    rule: 'k-domain',
    what: 'an economic code among functional ones',
    wrong: { 表五: { 9: "'302 | 01 |  | 办公费 | 40.00 |  | 40.00" } },
    says: ['error 表五!A9 表五功能科目栏填的是经济科目编码30201，请改填功能科目。'],
  },
  {
    rule: 'k-leaf',
    what: 'a 款 with amounts that is not divided',
    wrong: { 表五: { 9: "'201 | 04 |  | 发展与改革事务 | 40.00 |  | 40.00" } },
    says: ['error 表五!A9 表五“发展与改革事务”（20104）只列到款级，没有列到项级。'],
  },
];

test.each(cases)('$rule: $what', ({ rule, wrong, says: expected }) => {
  expect(says(rule, workbook(changed(wrong)))).toEqual(expected);
});

test('a placement at a member that does not exist is a mistake of the edition', () => {
  const placements = [{ along: 'economic', codes: ['301', '4'], dimension: 'kind', member: '人员' }];
  expect(resolveEdition({ ...edition, placements })).toEqual({
    ok: false,
    problems: [
      'placements[0]: no member "人员" in kind; did you mean 人员经费?',
      'placements[0]: "4" is no economic code',
    ],
  });
});
