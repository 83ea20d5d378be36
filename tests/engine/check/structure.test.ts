import { edition } from '../../../src/editions/xinjiang-2021/edition';
import { workbook } from '../../notation';
import { says } from './run';
import { changed, sound, withLines } from './sound';

const lines = (sheet: string): readonly string[] => sound[sheet] ?? [];
const empty9 = lines('表九');
const noNote = empty9.slice(0, -1);

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly wrong: Parameters<typeof changed>[0];
  readonly says: readonly string[];
}

// What is mended is the sound workbook, about which every check is silent (sound.test.ts).
const cases: readonly Case[] = [
  {
    rule: 's-table-missing',
    what: 'a table is not there',
    wrong: { 表九: undefined },
    says: ['error 没有找到“政府性基金预算支出情况表”。'],
  },
  {
    rule: 's-table-missing',
    what: 'its title stands in a list of contents',
    wrong: { 表九: undefined, 目录: ['目录', '部门支出总体情况表', '政府性基金预算支出情况表'] },
    says: ['error 没有找到“政府性基金预算支出情况表”，“目录”上只有这个表名，下面认不出表格。'],
  },
  {
    rule: 's-table-twice',
    what: 'a copy was left',
    wrong: { 表三副本: lines('表三') },
    says: [
      'warning 表三!A1 表三副本!A1 “部门支出总体情况表”出现2次，在“表三”“表三副本”。请留一张，续表请在表名后注明。',
    ],
  },
  {
    rule: 's-title',
    what: 'a wrong character',
    wrong: { 表五: { 1: '一般公共预算支岀情况表' } },
    says: ['warning 表五!A1 表五的表名写作“一般公共预算支岀情况表”，规定的表名是“一般公共预算支出情况表”。'],
  },
  {
    rule: 's-title',
    what: 'no title',
    wrong: { 表六: { 1: '' } },
    says: ['warning 表六!D4 表六上方没有找到规定的表名“一般公共预算基本支出情况表”。'],
  },
  {
    rule: 's-title-year',
    what: 'the year before',
    wrong: { 表三: { 1: '2020年部门支出总体情况表' } },
    says: ['error 表三!A1 表三写的是2020年，其他表是2021年。'],
  },
  {
    rule: 's-unit-missing',
    what: 'no money unit',
    wrong: { 表三: { 2: '编制部门：云州市档案馆' } },
    says: ['warning 表三!A1 表三没有注明金额单位，已按万元检查。请在表头右上方注明。'],
  },
  {
    rule: 's-unit-mixed',
    what: 'one table in another unit',
    wrong: { 表九: { 2: '编制部门：云州市档案馆 | 单位：元' } },
    says: ['note 表九!B2 表九单位为元，其他表为万元，已换算后检查。'],
  },
  {
    rule: 's-unit-foreign',
    what: 'a unit that is not read',
    wrong: { 表三: { 2: '编制部门：云州市档案馆 | 单位：千元' } },
    says: ['error 表三!B2 表三的金额单位是“千元”，没有换算，仍按万元检查。请改用万元。'],
  },
  {
    rule: 's-unit-suffix',
    what: 'an amount with a unit of its own',
    wrong: { 表六: { 7: "'302 | 01 | 办公费 | 20.00 |  | 200000元" } },
    says: ['warning 表六!F7 表六“办公费”公用经费写作“200000元”，与本表单位万元不同，已换算后检查。'],
  },
  {
    rule: 's-department',
    what: 'a short name and the number of the unit in front of the full one',
    wrong: {
      表五: { 2: '编制部门：云州档案馆 | 单位：万元' },
      表六: { 2: '编制部门：155001-云州市档案馆 | 单位：万元' },
    },
    says: [
      'warning 表五!A2 表一!A2 表二!A2 表三!A2 表四!A2 表六!A2 表七!A2 表八!A2 表九!A2 绩效1!B4 绩效2!B4 编制部门名称不一致：表一、表二、表三、表四等9处写“云州市档案馆”，表五写“云州档案馆”。',
    ],
  },
  {
    rule: 's-department',
    what: 'a day behind the name is no part of it, and not the year of the table',
    wrong: { 表三: { 2: '编制部门：云州市档案馆    填报日期：2019年12月1日 | 单位：万元' } },
    says: [],
  },
  {
    rule: 's-department',
    what: 'a unit of the department has a project',
    wrong: { 绩效1: { 4: '预算单位 | 地方志编纂中心' } },
    says: [],
  },
  {
    rule: 's-department',
    what: 'the department itself, without its units, has a project',
    wrong: { 绩效1: { 4: '预算单位 | 云州市档案馆本级' }, 绩效2: { 4: '预算单位 | 云州市档案馆（本级）' } },
    says: [],
  },
  {
    rule: 's-column-missing',
    what: 'a column is not there',
    wrong: {
      表二: {
        3: '功能分类科目编码 |  |  | 功能分类科目名称 | 总计 | 一般公共预算拨款 |  | 财政专户（教育收费） | 事业收入 | 事业单位经营收入 | 单位其他资金收入',
      },
    },
    says: ['error 表二!A1 表二缺“政府性基金预算拨款”列。'],
  },
  {
    rule: 's-column-unread',
    what: 'a column of last year and a draft beside it',
    wrong: {
      表三: {
        4: '功能分类科目编码 |  |  | 功能分类科目名称 | 合计 | 基本支出 | 项目支出 | 上年预算',
        7: "'201 | 03 |  | 政府办公厅（室）及相关机构事务 | 100.00 | 60.00 | 40.00 | 95.00 |  | 3.14",
      },
    },
    says: [
      'warning 表三!H4 表三!H7 表三H列“上年预算”有金额，但不是规定的列，没有检查。',
      'note 表三!J7 表三J列没有列名，但有金额，没有检查。',
    ],
  },
  {
    rule: 's-total-row',
    what: 'no row of totals',
    wrong: { 表五: { 10: '' } },
    says: ['error 表五!E4 表五没有合计行。'],
  },
  {
    rule: 's-row-unread',
    what: 'an amount without a code or a name',
    wrong: { 表五: { 11: ' |  |  |  | 7.00', 12: ' |  |  | 待分配 |  | 3.00' } },
    says: ['warning 表五!E11 表五!F12 表五第11、12行有金额，但认不出是什么科目，没有检查。'],
  },
  {
    rule: 's-label-near',
    what: 'a label in other words',
    wrong: { 表四: { 8: '国有资本经营预算预算' } },
    says: ['note 表四!A8 表四的“国有资本经营预算预算”按最接近的“国有资本经营预算”处理。'],
  },
  {
    rule: 's-empty-note',
    what: 'an empty table without a note',
    wrong: { 表九: noNote },
    says: ['error 表九!A1 “政府性基金预算支出情况表”没有数，也没有注明“本部门无…”。请在表下注明。'],
  },
  {
    rule: 's-empty-note',
    what: 'said in the text only',
    wrong: { 表九: noNote, 说明: ['九、政府性基金预算', '政府性基金预算支出情况表为空表。'] },
    says: ['warning 表九!A1 “政府性基金预算支出情况表”没有数，只在文字里说明为空表。请在表下注明。'],
  },
  {
    rule: 's-empty-note',
    what: 'nothing but zeros',
    wrong: { 表九: withLines(noNote, { 6: ' |  |  | 合计 | 0.00 | 0.00 | —' }) },
    says: ['warning 表九!A1 “政府性基金预算支出情况表”全是零，也没有注明“本部门无…”。请在表下注明。'],
  },
  { rule: 's-empty-note', what: 'in few words', wrong: { 表九: { 7: '此表为空。' } }, says: [] },
  {
    rule: 's-empty-note',
    what: 'as the row above the total',
    wrong: { 表九: withLines(noNote, { 6: '空表', 7: ' |  |  | 合计' }) },
    says: [],
  },
  {
    rule: 's-empty-note',
    what: 'as a table that the unit has nothing for',
    wrong: { 表九: { 7: '注：我单位不涉及政府性基金。' } },
    says: [],
  },
  {
    rule: 's-empty-contradiction',
    what: 'a note that says empty, and an amount',
    wrong: { 表九: { 6: ' |  |  | 合计 | 12.50 |  | 12.50' } },
    says: ['error 表九!E6 表九!A7 “政府性基金预算支出情况表”注明为空表，但表九“合计”合计有12.50万元。'],
  },
  {
    rule: 's-empty-contradiction',
    what: 'a note about the table in few words',
    wrong: { 表六: { 9: '此表为空。' } },
    says: ['error 表六!D6 表六!A9 “一般公共预算基本支出情况表”注明为空表，但表六“基本工资”合计有40.00万元。'],
  },
  {
    rule: 's-empty-contradiction',
    what: 'a note about one column',
    wrong: { 表三: { 11: '备注：本部门无政府性基金预算支出。' } },
    says: [],
  },
  {
    rule: 's-empty-contradiction',
    what: 'a project whose name begins with 无',
    wrong: { 表七: { 7: "'201 | 03 | 02 | 一般行政管理事务 | 无线电监测专项支出 | 25.00 |  | 25.00" } },
    says: [],
  },
  {
    rule: 's-empty-wrong',
    what: 'the note of another table',
    wrong: { 表九: { 7: '备注：本部门无国有资本经营预算支出，本表为空表。' } },
    says: ['warning 表九!A7 “政府性基金预算支出情况表”的空表说明写的是“国有资本经营”，与本表不符。'],
  },
  {
    rule: 's-empty-wrong',
    what: 'the note of another year',
    wrong: { 表九: { 7: '备注：本部门2020年无政府性基金预算支出，本表为空表。' } },
    says: ['warning 表九!A7 “政府性基金预算支出情况表”的空表说明写的是“2020年”，与本表不符。'],
  },
  {
    rule: 's-placeholder',
    what: 'words of the template',
    wrong: {
      表三: { 2: '编制部门：XX局 | 单位：万元', 11: '…… | …… | ……' },
      绩效1: { 9: ' | 依据《关于XX工作的通知》完成扫描。' },
    },
    says: ['error 表三!A2 表三!A11 表三!B11 表三!C11 表三第2行A列等4格是没有填写的占位“XX”。请填写或删去。'],
  },
  {
    rule: 's-placeholder',
    what: 'a name that holds crosses',
    wrong: { 表七: { 7: "'201 | 03 | 02 | 一般行政管理事务 | ××专项经费 | 25.00 |  | 25.00" } },
    says: [],
  },
  {
    rule: 's-hidden',
    what: 'sheets, rows, columns and notes',
    wrong: {
      表三: { lines: lines('表三'), hiddenRows: ['8', '20:30'], hiddenColumns: ['G:XFD'], notes: { E6: '请领导核对' } },
      底稿: { lines: ['草稿'], visibility: 'veryHidden' },
      空: { lines: [' '], visibility: 'hidden' },
    },
    says: [
      'warning 有1张隐藏的工作表，内容会随文件公开：“底稿”。',
      'warning 表三!A8 表三!B8 表三!C8 表三!D8 表三!E8 表三!F8 表三第8行被隐藏，里面有内容。请取消隐藏或删去。',
      'warning 表三!G2 表三!G4 表三!G6 表三!G7 表三!G9 表三!G10 表三第G列被隐藏，里面有内容。请取消隐藏或删去。',
      'note 表三!E6 “表三”有1条批注，公开前请删去。',
    ],
  },
  {
    rule: 's-hidden',
    what: 'rows that are filtered away and columns of a ledger',
    wrong: {
      明细: {
        lines: [
          '功能科目编码 | 支出类型 | 经济科目编码 | 项目名称 | 资金来源 | 本年预算数',
          ...Array.from({ length: 24 }, (_, n) => `2010301 | 基本支出 | 301${10 + n} |  | 一般公共预算 | ${n}.50`),
        ],
        hiddenRows: Array.from({ length: 9 }, (_, n) => String(2 * n + 3)),
        hiddenColumns: ['D:E', 'H:XFD'],
      },
    },
    says: [
      'note 明细!A3 明细!A5 明细!A7 明细!A9 明细!A11 明细!A13 明细!A15 明细!A17 明细!A19 明细第3、5、7、9、11、13、15、17等9处的行被隐藏，里面有内容。请取消隐藏或删去。',
      'note 明细!D1 明细!E1 明细第D-E列被隐藏，里面有内容。请取消隐藏或删去。',
    ],
  },
  {
    rule: 's-formula-error',
    what: 'error values',
    wrong: {
      表三: {
        6: "'201 |  |  | 一般公共服务支出 | =SUM(#REF!) → #REF! | 60.00 | 40.00",
        10: ' |  |  | 合计 | =E6 → #REF! | 60.00 | 40.00',
      },
    },
    says: [
      'error 表三!E6 表三!E10 表三“一般公共服务支出”合计成了“#REF!”：公式“=SUM(#REF!)”引用的行删去了，引用它的1格也读不出。请补上删去的行：类、款、合计行可用fill补，公式一起改正；明细行自己补，再改公式。',
    ],
  },
  {
    rule: 's-formula-error',
    what: 'error values that no deleted row explains',
    wrong: {
      表三: {
        6: "'201 |  |  | 一般公共服务支出 | =F6/0 → #DIV/0! | 60.00 | 40.00",
        10: ' |  |  | 合计 | =E6 → #DIV/0! | 60.00 | 40.00',
      },
    },
    says: ['error 表三!E6 表三!E10 表三“一般公共服务支出”合计等2格是错误值“#DIV/0!”，读不出金额。请改正公式。'],
  },
  {
    rule: 's-external-link',
    what: 'a cell of another workbook',
    wrong: {
      表三: {
        10: ' |  |  | 合计 | =\'D:\\预算\\[底稿.xlsx]表三\'!E9 → 100 | =[1]Sheet1!F9 → 60 | =SUM(明细[金额])&"[x]a!" → 40',
      },
    },
    says: [
      'warning 表三!E10 表三!F10 表三“合计”合计等2格的公式引用了其他工作簿，公开后会失效。请改为数值或本文件的单元格。',
    ],
  },
  {
    rule: 's-not-recalculated',
    what: 'a formula beyond what is recalculated',
    wrong: { 表三: { 10: ' |  |  | 合计 | =SUMIF(底稿!A:A,"合计",底稿!B:B) ?→ 100 | 60.00 | 40.00' } },
    says: [
      'note 表三!E10 表三“合计”合计的公式“=SUMIF(底稿!A:A,"合计",底稿!B:B)”超出能重算的范围，已按文件里存的数检查。',
    ],
  },
  {
    rule: 's-typed-total',
    what: 'typed totals beside formulas',
    wrong: {
      表二: undefined,
      表三: undefined,
      表五: undefined,
      表七: undefined,
      表八: undefined,
      表六: { 8: ' |  | 合计 | 60.00 | =SUM(E6:E7) → 40 | =SUM(F6:F7) → 20' },
    },
    says: ['note 表六!D8 表六“合计”合计是手工填写的合计，不是公式，明细改动后不会随着变。'],
  },
  {
    rule: 's-typed-total',
    what: 'totals as formulas',
    wrong: {
      表六: { 8: ' |  | 合计 | =SUM(D6:D7) → 60 | 40.00 | 20.00' },
      表二: undefined,
      表三: undefined,
      表五: undefined,
      表七: undefined,
      表八: undefined,
    },
    says: [],
  },
  {
    rule: 's-text-number',
    what: 'texts that read as amounts',
    wrong: { 表六: { 6: "'301 | 01 | 基本工资 | '40.00　 | '40. 00" } },
    says: ['note 表六!D6 表六!E6 表六“基本工资”合计等2格以文本存放（如“40.00”），求和时不计入；已按所写的数检查。'],
  },
  {
    rule: 's-text-number',
    what: 'a formula sums over one of them',
    wrong: { 表六: { 6: "'301 | 01 | 基本工资 | '40.00 | '40.00", 8: ' |  | 合计 | 60.00 | =SUM(E6:E7) → 0 | 20.00' } },
    says: [
      'warning 表六!E6 表六!D6 表六“基本工资”人员经费等2格以文本存放（如“40.00”），求和时不计入；其中1格有公式正对它求和，结果会少算。',
    ],
  },
  {
    rule: 's-text-number',
    what: 'a formula on another sheet sums over a whole column of them',
    wrong: { 表六: { 6: "'301 | 01 | 基本工资 | 40.00 | '40.00" }, 汇总: ["=ROUND(SUM('表六'!$E:$E),2) → 0"] },
    says: [
      'warning 表六!E6 表六“基本工资”人员经费以文本存放（如“40.00”），求和时不计入；有公式正对它求和，结果会少算。',
    ],
  },
  {
    rule: 's-not-number',
    what: 'words in the place of amounts',
    wrong: {
      表六: { 7: "'302 | 01 | 办公费 | 待定 |  | 待定" },
      表三: { 9: "'201 | 03 | 02 | 一般行政管理事务 | 40.00 | 无 | 40.00" },
    },
    says: [
      'warning 表三!F9 表三“一般行政管理事务”基本支出填的是“无”，读不出金额。请改为数字，没有的留空。',
      'error 表六!D7 表六!F7 表六“办公费”合计等2格填的是“待定”，读不出金额。请改为数字，没有的留空。',
    ],
  },
  {
    rule: 's-negative',
    what: 'a sign',
    wrong: { 表六: { 7: "'302 | 01 | 办公费 | -20.00 |  | -20.00" } },
    says: ['warning 表六!D7 表六!F7 表六“办公费”合计等2格为负数（-20.00万元），请核实。'],
  },
  {
    rule: 's-order-codes',
    what: 'codes that go back',
    wrong: { 表六: { 6: "'302 | 01 | 办公费 | 20.00 |  | 20.00", 7: "'301 | 01 | 基本工资 | 40.00 | 40.00" } },
    says: ['note 表六!A7 表六!A6 表六的科目没有按编码排序：30101排在30201之后。'],
  },
];

test.each(cases)('$rule: $what', ({ rule, wrong, says: expected }) => {
  expect(says(rule, workbook(changed(wrong)))).toEqual(expected);
});

test('s-table-missing: a table that may be missing', () => {
  const lenient = {
    ...edition,
    tables: edition.tables.map((table) => (table.id === '表九' ? { ...table, optional: true as const } : table)),
  };
  expect(says('s-table-missing', workbook(changed({ 表九: undefined })), lenient)).toEqual([]);
});

test('s-empty-note: a workbook that is not filled in yet', () => {
  const frames = Object.fromEntries(
    ['表三', '表五', '表九'].map((name) => [name, [...lines(name).slice(0, 5), ' |  |  | 合计']]),
  );
  expect(says('s-empty-note', workbook(frames))).toEqual(['warning 表三!A1 认出的3张表都没有数，还没有填写。']);
});

describe('s-hidden-precision', () => {
  const stored = (parts: readonly number[], total: number) => {
    const snapshot = workbook(sound);
    const amounts = new Map([
      ['6:4', parts[0]],
      ['6:5', parts[0]],
      ['7:4', parts[1]],
      ['7:6', parts[1]],
      ['8:4', total],
      ['8:5', parts[0]],
    ]);
    const sheets = snapshot.sheets.map((sheet) =>
      sheet.name !== '表六'
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map(({ row, cells }) => ({
              row,
              cells: cells.map((cell) => ({
                ...cell,
                value: amounts.get(`${row + 1}:${cell.column + 1}`) ?? cell.value,
              })),
            })),
          },
    );
    return { ...snapshot, sheets };
  };

  test('the stored values add up', () => {
    expect(says('s-hidden-precision', stored([40.0042, 20], 60.0042))).toEqual([
      'note 表六!D6 表六!E6 表六!D8 表六!E8 表六“基本工资”合计等4格显示40.00，实际存的是40.0042，按显示的数相加可能差尾数。',
    ]);
  });

  test('they do not', () => {
    expect(says('s-hidden-precision', stored([40.0042, 20], 60))).toEqual([
      'warning 表六!D6 表六!E6 表六!E8 表六“基本工资”合计等3格显示40.00，实际存的是40.0042，按存储值合计与分项也对不上。',
    ]);
  });

  test('a cell that shows all it stores hides nothing', () => {
    expect(
      says('s-hidden-precision', workbook(changed({ 表六: { 6: "'301 | 01 | 基本工资 | 40.0042 | 40.0042" } }))),
    ).toEqual([]);
  });
});
