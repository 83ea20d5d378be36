import fc from 'fast-check';

/** Some money: where it comes from, what it is for, what it is spent on. All tables are sums of payments, so they agree. */
export interface Payment {
  /** 项, seven digits. */
  readonly functional: string;
  readonly fund: Fund;
  readonly kind: '人员经费' | '公用经费' | '项目支出';
  /** 款 for basic expenditure, 类 for projects. */
  readonly economic: string;
  /** Of a project; basic expenditure has none. */
  readonly project: string | undefined;
  readonly threePublic: ThreePublic | undefined;
  /** In hundredths of 万元. */
  readonly cents: number;
}

export type Fund = (typeof FUNDS)[number];
export const FUNDS = [
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
  '财政专户管理资金',
  '事业收入',
  '上级补助收入',
  '事业单位经营收入',
  '其他收入',
  '上级专项收入',
  '用事业基金弥补收支差额',
] as const;

export type ThreePublic = '因公出国（境）费' | '公务用车购置费' | '公务用车运行费' | '公务接待费';

/** How the workbook is typed. */
export interface Manner {
  readonly amounts: 'number' | 'text' | 'spaced' | 'grouped';
  readonly blanks: 'nothing' | 'space';
  readonly codes: 'text' | 'number';
  /** Empty tables are printed with their headers and a note, or with a row of blanks as well. */
  readonly blankRows: boolean;
  /** Labels of 表一 and 表四 are indented. */
  readonly indented: boolean;
}

export interface Department {
  readonly name: string;
  readonly payments: readonly Payment[];
  /** Other money of each project's performance table, in hundredths; undefined for none said. */
  readonly besides: number | undefined;
  readonly manner: Manner;
}

const BASIC_ONLY = ['2010301', '2010401', '2050101', '2080501', '2080505', '2080506', '2101101', '2210201', '2120101'];
const PROJECT_ONLY = ['2010302', '2010402', '2050205', '2130106', '2120102'];
const BOTH = ['2010350', '2010399', '2010499', '2050199', '2089999', '2101199', '2130199', '2239999', '2299999'];

const PERSONNEL = [
  '30101',
  '30102',
  '30103',
  '30107',
  '30108',
  '30109',
  '30110',
  '30112',
  '30113',
  '30199',
  '30301',
  '30302',
  '30305',
  '30309',
  '30399',
];
const PUBLIC_USE = [
  '30201',
  '30202',
  '30206',
  '30207',
  '30211',
  '30212',
  '30215',
  '30216',
  '30217',
  '30228',
  '30229',
  '30231',
  '30239',
  '30299',
  '31002',
];
const PROJECT_CLASSES = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];
const PROJECTS = [
  '公务接待费',
  '机场设施租用费',
  '群众工作经费',
  '业务活动经费',
  '信息系统运行维护',
  '办公楼修缮',
  '教育督导专项',
  '节能改造',
];

const BASIC_THREE_PUBLIC: Readonly<Record<string, ThreePublic>> = {
  '30212': '因公出国（境）费',
  '30217': '公务接待费',
  '30231': '公务用车运行费',
};

// Few digits, many digits, and the amounts of one cent and of round thousands that slips like.
const cents = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }),
  fc.integer({ min: 1, max: 99_999_999 }),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 10_000),
);

const fund: fc.Arbitrary<Fund> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fund>('一般公共预算') },
  { weight: 2, arbitrary: fc.constantFrom(...FUNDS) },
);

const basic: fc.Arbitrary<Payment> = fc
  .record({
    functional: fc.constantFrom(...BASIC_ONLY, ...BOTH),
    fund,
    personnel: fc.boolean(),
    economic: fc.nat(),
    cents,
  })
  .map(({ personnel, economic, ...rest }) => {
    const pool = personnel ? PERSONNEL : PUBLIC_USE;
    const code = pool[economic % pool.length] ?? '30101';
    return {
      ...rest,
      kind: personnel ? '人员经费' : '公用经费',
      economic: code,
      project: undefined,
      threePublic: BASIC_THREE_PUBLIC[code],
    };
  });

const project: fc.Arbitrary<Payment> = fc.record({
  functional: fc.constantFrom(...PROJECT_ONLY, ...BOTH),
  fund,
  kind: fc.constant('项目支出' as const),
  economic: fc.constantFrom(...PROJECT_CLASSES),
  project: fc.constantFrom(...PROJECTS),
  threePublic: fc.option(
    fc.constantFrom<ThreePublic>('因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'),
    { nil: undefined, freq: 3 },
  ),
  cents,
});

/** Functional classes of a department are few. */
function withinClasses(payments: readonly Payment[], most: number): readonly Payment[] {
  const classes = [...new Set(payments.map((payment) => payment.functional.slice(0, 3)))].slice(0, most);
  return payments.filter((payment) => classes.includes(payment.functional.slice(0, 3)));
}

const manner: fc.Arbitrary<Manner> = fc.record({
  amounts: fc.constantFrom('number', 'text', 'spaced', 'grouped'),
  blanks: fc.constantFrom('nothing', 'space'),
  codes: fc.constantFrom('text', 'number'),
  blankRows: fc.boolean(),
  indented: fc.boolean(),
});

/** Departments whose nine tables and performance tables agree with each other to the cent. */
export const department: fc.Arbitrary<Department> = fc
  .record({
    name: fc.constantFrom('云州市发展和改革委员会', '平川县教育局', '云州市人民政府办公室', '青石区残疾人联合会'),
    first: basic,
    payments: fc.array(fc.oneof(basic, basic, project), { minLength: 0, maxLength: 14 }),
    classes: fc.integer({ min: 1, max: 4 }),
    besides: fc.option(cents, { nil: undefined, freq: 3 }),
    manner,
  })
  .map(({ name, first, payments, classes, besides, manner: typed }) => ({
    name,
    // Somebody always draws pay from the general public budget.
    payments: withinClasses([{ ...first, fund: '一般公共预算' }, ...payments], classes),
    besides,
    manner: typed,
  }));

/** The sum of the payments that pass, in hundredths. */
export function sumOf(payments: readonly Payment[], passes: (payment: Payment) => boolean = () => true): number {
  return payments.reduce((sum, payment) => (passes(payment) ? sum + payment.cents : sum), 0);
}
