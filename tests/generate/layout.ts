import { catalogue } from '../../src/commands/catalogue';
import { parseA1Area } from '../../src/engine/snapshot/address';
import type { CellValue, SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { placeOf, type Place } from '../fixtures/edit';
import { sumOf, type Department, type Fund, type Manner, type Payment, type ThreePublic } from './department';

/** A workbook and the cells in which it states amounts, or could. */
export interface LaidOut {
  readonly snapshot: Snapshot;
  readonly amounts: readonly Place[];
}

interface Entry {
  readonly value: CellValue;
  readonly isAmount: boolean;
}

type Row = readonly (Entry | undefined)[];

interface Drawn {
  readonly name: string;
  readonly merges: readonly string[];
  readonly rows: readonly Row[];
}

/** The nine tables and the performance tables of a department, as the Xinjiang edition prints them. */
export function layOut(department: Department): LaidOut {
  const drawer = new Drawer(department);
  const drawn = [
    drawer.summary(),
    drawer.revenue(),
    drawer.byFunction('表三', '部门支出总体情况表', '支出预算', department.payments),
    drawer.appropriation(),
    drawer.byFunction('表五', '一般公共预算支出情况表', '一般公共预算支出', general(department.payments)),
    drawer.basic(),
    drawer.projects(),
    drawer.threePublic(),
    drawer.byFunction(
      '表九',
      '政府性基金预算支出情况表',
      '政府性基金预算支出',
      ofFund(department.payments, '政府性基金预算'),
    ),
    ...drawer.performance(),
  ];
  return {
    snapshot: { stamp: 'generated', sheets: drawn.map(sheetOf) },
    amounts: drawn.flatMap(({ name, rows }) =>
      rows.flatMap((row, r) =>
        row.flatMap((entry, c) => (entry?.isAmount ? [placeOf({ sheet: name, row: r, column: c })] : [])),
      ),
    ),
  };
}

function sheetOf({ name, merges, rows }: Drawn): SheetSnapshot {
  return {
    name,
    visibility: 'visible',
    rows: rows.flatMap((row, r) => {
      const cells = row.flatMap((entry, column) =>
        entry && entry.value !== null ? [{ column, value: entry.value }] : [],
      );
      return cells.length > 0 ? [{ row: r, cells }] : [];
    }),
    merges: merges.flatMap((merge) => parseA1Area(merge) ?? []),
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    flags: [],
    isProtected: false,
    ours: false,
  };
}

const general = (payments: readonly Payment[]): readonly Payment[] => ofFund(payments, '一般公共预算');
const ofFund = (payments: readonly Payment[], fund: Fund): readonly Payment[] =>
  payments.filter((payment) => payment.fund === fund);
const isGrant = ({ fund }: Payment): boolean =>
  fund === '一般公共预算' || fund === '政府性基金预算' || fund === '国有资本经营预算';

const word = (value: CellValue): Entry => ({ value, isAmount: false });
const words = (...values: readonly (string | undefined)[]): Row =>
  values.map((value) => (value === undefined ? undefined : word(value)));

type Sum = (payments: readonly Payment[]) => number;

const REVENUE: readonly (readonly [label: string, header: string, fund: Fund])[] = [
  ['一般公共预算', '一般公共预算拨款', '一般公共预算'],
  ['政府性基金预算', '政府性基金预算拨款', '政府性基金预算'],
  ['国有资本经营预算', '国有资本经营预算', '国有资本经营预算'],
  ['教育收费（财政专户）', '财政专户（教育收费）', '财政专户管理资金'],
  ['事业收入', '事业收入', '事业收入'],
  ['上级补助收入', '上级补助收入', '上级补助收入'],
  ['事业单位经营收入', '事业单位经营收入', '事业单位经营收入'],
  ['单位其他资金收入', '单位其他资金收入', '其他收入'],
  ['上级专项收入', '上级专项收入', '上级专项收入'],
  ['用事业基金弥补收支差额', '用事业基金弥补收支差额', '用事业基金弥补收支差额'],
];

const CLASS_LIST =
  '201 一般公共服务支出,202 外交支出,203 国防支出,204 公共安全支出,205 教育支出,206 科学技术支出,207 文化旅游体育与传媒支出,208 社会保障和就业支出,' +
  '209 社会保险基金支出,210 卫生健康支出,211 节能环保支出,212 城乡社区支出,213 农林水支出,214 交通运输支出,215 资源勘探工业信息等支出,' +
  '216 商业服务业等支出,217 金融支出,219 援助其他地区支出,220 自然资源海洋气象等支出,221 住房保障支出,222 粮油物资储备支出,' +
  '223 国有资本经营预算支出,224 灾害防治及应急管理支出,227 预备费,229 其他支出,230 转移性支出,231 债务还本支出,232 债务付息支出,' +
  '233 债务发行费用支出,234 抗疫特别国债还本支出';
const CLASSES = CLASS_LIST.split(',').map((line) => ({ code: line.slice(0, 3), line }));

const ECONOMIC_COLUMNS: readonly (readonly [string, string])[] = [
  ['工资福利支出', '301'],
  ['商品和服务支出', '302'],
  ['对个人和家庭的补助', '303'],
  ['债务利息及费用支出', '307'],
  ['资本性支出（基本建设）', '309'],
  ['资本性支出', '310'],
  ['对企业补助（基本建设）', '311'],
  ['对企业补助', '312'],
  ['对社会保障基金补助', '313'],
  ['其他支出', '399'],
];

class Drawer {
  private readonly manner: Manner;

  constructor(private readonly department: Department) {
    this.manner = department.manner;
  }

  summary(): Drawn {
    const { payments } = this.department;
    const indent = this.manner.indented ? '    ' : '';
    const income: readonly Row[] = [
      [word('财政拨款（补助）'), this.money(sumOf(payments, isGrant))],
      ...REVENUE.map(([label, , fund], index): Row => [
        word(index < 3 ? `${indent}${label}` : label),
        this.money(sumOf(ofFund(payments, fund))),
      ]),
    ];
    const spending = CLASSES.map(({ code, line }): Row => [
      word(line),
      this.money(sumOf(payments, (one) => one.functional.startsWith(code))),
    ]);
    return {
      name: '表一',
      merges: ['A2:D2', 'A4:B4', 'C4:D4'],
      rows: [
        ...this.heading('表一：', '部门收支总体情况表', 4),
        words('收     入', undefined, '支     出'),
        words('项     目', '预算数', '功能分类', '预算数'),
        ...sideBySide(income, spending),
        [word('收  入  总  计'), this.money(sumOf(payments)), word('支  出  总  计'), this.money(sumOf(payments))],
      ],
    };
  }

  revenue(): Drawn {
    const columns: readonly Sum[] = [
      sumOf,
      ...REVENUE.map(
        ([, , fund]): Sum =>
          (payments) =>
            sumOf(ofFund(payments, fund)),
      ),
    ];
    return {
      name: '表二',
      merges: ['A2:N2', 'A4:C4', ...[...'DEFGHIJKLMN'].map((letter) => `${letter}4:${letter}5`)],
      rows: [
        ...this.heading('表二：', '部门收入总体情况表', 14),
        words(
          '功能分类科目编码',
          undefined,
          undefined,
          '功能分类科目名称',
          '总  计',
          ...REVENUE.map(([, header]) => header),
        ),
        words('类', '款', '项'),
        ...this.tree(this.department.payments, columns),
        this.total('合  计', 3, this.department.payments, columns),
      ],
    };
  }

  byFunction(name: string, title: string, under: string, payments: readonly Payment[]): Drawn {
    const columns: readonly Sum[] = [
      sumOf,
      (own) => sumOf(own, ({ kind }) => kind !== '项目支出'),
      (own) => sumOf(own, ({ kind }) => kind === '项目支出'),
    ];
    return {
      name,
      merges: ['A2:G2', 'A4:D4', 'E4:G4', 'A5:C5', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6'],
      rows: [
        ...this.heading(`${name}：`, title, 7),
        words('项    目', undefined, undefined, undefined, under),
        words('功能分类科目编码', undefined, undefined, '功能分类科目名称', '合  计', '基本支出', '项目支出'),
        words('类', '款', '项'),
        ...this.tree(payments, columns),
        ...this.spare(payments, 7),
        this.total('合  计', 3, payments, columns),
        ...this.emptyNote(payments, `${this.department.name}没有安排政府性基金预算，本表为空表。`),
      ],
    };
  }

  appropriation(): Drawn {
    const grants = this.department.payments.filter(isGrant);
    const indent = this.manner.indented ? ' ' : '';
    const income: readonly Row[] = [
      [word('一、财政拨款（补助）'), this.money(sumOf(grants))],
      ...REVENUE.slice(0, 3).map(([label, , fund]): Row => [
        word(`${indent}${label}`),
        this.money(sumOf(ofFund(grants, fund))),
      ]),
    ];
    const across = (own: readonly Payment[]): Row => [
      this.money(sumOf(own)),
      ...REVENUE.slice(0, 3).map(([, , fund]) => this.money(sumOf(ofFund(own, fund)))),
    ];
    const spending = CLASSES.map(({ code, line }): Row => [
      word(line),
      ...across(grants.filter((one) => one.functional.startsWith(code))),
    ]);
    return {
      name: '表四',
      merges: ['A2:G2', 'A4:B4', 'C4:G4'],
      rows: [
        ...this.heading('表四：', '财政拨款收支预算总体情况表', 7),
        words('财政拨款收入', undefined, '财政拨款支出'),
        words('项    目', '合  计', '功  能  分  类', '合 计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
        ...sideBySide(income, spending),
        [word('收  入  总  计'), this.money(sumOf(grants)), word('支  出  总  计'), ...across(grants)],
      ],
    };
  }

  basic(): Drawn {
    const payments = general(this.department.payments).filter(({ kind }) => kind !== '项目支出');
    const columns: readonly Sum[] = [
      sumOf,
      (own) => sumOf(own, ({ kind }) => kind === '人员经费'),
      (own) => sumOf(own, ({ kind }) => kind === '公用经费'),
    ];
    const codes = [...new Set(payments.map(({ economic }) => economic))].sort();
    return {
      name: '表六',
      merges: ['A2:F2', 'A4:C4', 'D4:F4', 'A5:B5', 'C5:C6', 'D5:D6', 'E5:E6', 'F5:F6'],
      rows: [
        ...this.heading('表六：', '一般公共预算基本支出情况表', 6),
        words('项目', undefined, undefined, '一般公共预算基本支出'),
        words('经济分类科目编码', undefined, '经济分类科目名称', '合  计', '人员经费', '公用经费'),
        words('类', '款'),
        ...codes.map((code): Row => {
          const own = payments.filter(({ economic }) => economic === code);
          return [
            this.code(code.slice(0, 3)),
            word(code.slice(3)),
            word(nameOf(code)),
            ...columns.map((column) => this.money(column(own))),
          ];
        }),
        this.total('合  计', 2, payments, columns),
      ],
    };
  }

  projects(): Drawn {
    const payments = general(this.department.payments).filter(({ kind }) => kind === '项目支出');
    const columns: readonly Sum[] = [
      sumOf,
      ...ECONOMIC_COLUMNS.map(
        ([, code]): Sum =>
          (own) =>
            sumOf(own, ({ economic }) => economic === code),
      ),
    ];
    const cells = (own: readonly Payment[]): Row => columns.map((column) => this.money(column(own)));
    const rows = prefixes(payments).flatMap((code): readonly Row[] => {
      const own = payments.filter(({ functional }) => functional.startsWith(code));
      const key = [...this.codeCells(code), word(nameOf(code))];
      if (code.length < 7) return [[...key, undefined, ...cells(own)]];
      return projectsOf(own).map((project) => [
        ...key,
        word(project),
        ...cells(own.filter((one) => one.project === project)),
      ]);
    });
    return {
      name: '表七',
      merges: ['A2:P2', 'A4:C4', ...[...'DEFGHIJKLMNOP'].map((letter) => `${letter}4:${letter}5`)],
      rows: [
        ...this.heading('表七：', '一般公共预算项目支出情况表', 16),
        words(
          '科 目 编 码',
          undefined,
          undefined,
          '科目',
          '项目名称',
          '项目支出合计',
          ...ECONOMIC_COLUMNS.map(([header]) => header),
        ),
        words('类', '款', '项'),
        ...rows,
        this.total('合 计', 4, payments, columns),
        ...this.emptyNote(payments, `${this.department.name}没有安排一般公共预算项目支出，本表为空表。`),
      ],
    };
  }

  threePublic(): Drawn {
    const payments = general(this.department.payments).filter(({ threePublic }) => threePublic !== undefined);
    const of = (own: readonly Payment[], ...items: readonly ThreePublic[]): number =>
      sumOf(own, ({ threePublic }) => threePublic !== undefined && items.includes(threePublic));
    // Its rows have no label: one without an amount could not be told from one left out.
    const money = (cents: number): Entry => (payments.length > 0 ? this.stated(cents) : this.money(0));
    const cells = (own: readonly Payment[]): Row => [
      money(sumOf(own)),
      money(of(own, '因公出国（境）费')),
      money(of(own, '公务用车购置费', '公务用车运行费')),
      money(of(own, '公务用车购置费')),
      money(of(own, '公务用车运行费')),
      money(of(own, '公务接待费')),
    ];
    const isProject = ({ kind }: Payment): boolean => kind === '项目支出';
    return {
      name: '表八',
      merges: ['A2:F2', 'A4:A5', 'B4:B5', 'C4:E4', 'F4:F5'],
      rows: [
        ...this.heading('表八：', '一般公共预算“三公”经费支出情况表', 6),
        words('合  计', '因公出国（境）费', '公务用车购置及运行费', undefined, undefined, '公务接待费'),
        words(undefined, undefined, '合  计', '公务用车购置费', '公务用车运行费'),
        ...(payments.length > 0
          ? [cells(payments), cells(payments.filter((one) => !isProject(one))), cells(payments.filter(isProject))]
          : []),
        ...this.emptyNote(payments, `${this.department.name}没有安排“三公”经费支出，本表为空表。`),
      ],
    };
  }

  performance(): readonly Drawn[] {
    const payments = general(this.department.payments);
    return projectsOf(payments).map((project, index): Drawn => {
      const own = sumOf(payments, (one) => one.project === project);
      const { besides } = this.department;
      return {
        name: `绩效${index + 1}`,
        merges: [],
        rows: [
          words('项  目  支  出  绩  效  目  标  表'),
          words('（2021年）'),
          words('项目名称', project),
          words('预算单位', this.department.name),
          [word('项目资金（万元）'), { value: ` 年度资金总额：${plain(own + (besides ?? 0))}`, isAmount: true }],
          [undefined, { value: `       其中：财政拨款：${plain(own)}`, isAmount: true }],
          [
            undefined,
            { value: `             其他资金：${besides === undefined ? '' : plain(besides)}`, isAmount: true },
          ],
          words('总体目标', '年度目标'),
          words(undefined, `按计划完成${project}的各项任务，第${index + 1}项。`),
          words('绩效指标', '一级指标', '二级指标', '三级指标', '指标值（包含数字及文字描述）'),
          words(undefined, '项目完成', '数量指标', '完成任务', `≥${index + 3}项`),
          words(undefined, undefined, '质量指标', '验收合格率', '≥95%'),
          words(undefined, undefined, '时效指标', '开始时间', '2021年1月1日'),
          words(undefined, undefined, undefined, '结束时间', '2021年12月31日'),
          words(undefined, undefined, '成本指标', '每项任务', '≤1元'),
          words(undefined, '项目效益', '社会效益指标', '服务对象受益面', '逐步扩大'),
          words(undefined, '满意度指标', '满意度指标', '服务对象满意度', '≥90%'),
        ],
      };
    });
  }

  private heading(number: string, title: string, width: number): readonly Row[] {
    const line: (Entry | undefined)[] = Array.from({ length: width }, () => undefined);
    line[0] = word(`编制部门：${this.department.name}`);
    line[width - 1] = word('单位：万元');
    return [words(number), words(title), line];
  }

  private tree(payments: readonly Payment[], columns: readonly Sum[]): readonly Row[] {
    return prefixes(payments).map((code): Row => {
      const own = payments.filter(({ functional }) => functional.startsWith(code));
      return [...this.codeCells(code), word(nameOf(code)), ...columns.map((column) => this.money(column(own)))];
    });
  }

  private total(label: string, column: number, payments: readonly Payment[], columns: readonly Sum[]): Row {
    const before: (Entry | undefined)[] = Array.from({ length: column }, () => undefined);
    return [...before, word(label), ...columns.map((sum) => this.money(sum(payments)))];
  }

  private spare(payments: readonly Payment[], width: number): readonly Row[] {
    if (payments.length > 0 || !this.manner.blankRows) return [];
    return [Array.from({ length: width }, () => word('\u3000'))];
  }

  private emptyNote(payments: readonly Payment[], note: string): readonly Row[] {
    return payments.length > 0 ? [] : [words(`备注：${note}`)];
  }

  private codeCells(code: string): readonly (Entry | undefined)[] {
    return [
      this.code(code.slice(0, 3)),
      ...[3, 5].map((from) => (code.length > from ? word(code.slice(from, from + 2)) : undefined)),
    ];
  }

  private code(digits: string): Entry {
    return word(this.manner.codes === 'number' ? Number(digits) : digits);
  }

  private money(cents: number): Entry {
    if (cents !== 0) return this.stated(cents);
    return { value: this.manner.blanks === 'space' ? '\u3000' : null, isAmount: true };
  }

  private stated(cents: number): Entry {
    const text = (cents / 100).toFixed(2);
    switch (this.manner.amounts) {
      case 'number':
        return { value: cents / 100, isAmount: true };
      case 'text':
        return { value: text, isAmount: true };
      case 'spaced':
        return { value: `${text}\u3000`, isAmount: true };
      case 'grouped':
        return { value: text.replace(/\B(?=(\d{3})+\.)/g, ','), isAmount: true };
    }
  }
}

const plain = (cents: number): string => String(cents / 100);

function nameOf(code: string): string {
  const name = catalogue().nameOf(code);
  if (name === undefined) throw new Error(`no published name of ${code}`);
  return name;
}

/** The 类, 款 and 项 of payments, in the order of their codes. */
function prefixes(payments: readonly Payment[]): readonly string[] {
  return [
    ...new Set(payments.flatMap(({ functional }) => [3, 5, 7].map((length) => functional.slice(0, length)))),
  ].sort();
}

const projectsOf = (payments: readonly Payment[]): readonly string[] =>
  [...new Set(payments.flatMap(({ project }) => project ?? []))].sort();

function sideBySide(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const width = left[0]?.length ?? 0;
  return right.map((cells, index): Row => {
    const own = left[index] ?? [];
    return [...Array.from({ length: width }, (_cell, column) => own[column]), ...cells];
  });
}
