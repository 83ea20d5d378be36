import { Decimal } from 'decimal.js';
import { edition as xinjiang } from '../../../src/editions/xinjiang-2021/edition';
import { NO_ANSWERS, type Answers } from '../../../src/engine/asked/answers';
import { NO_REASONS } from '../../../src/engine/asked/read-reasons';
import { resolveEdition, type ResolvedEdition } from '../../../src/engine/edition/resolve';
import type { Section, Sentence } from '../../../src/engine/edition/text';
import { narrate } from '../../../src/engine/narrate/narrate';
import type { Narration } from '../../../src/engine/narrate/narration';
import type { Members } from '../../../src/engine/scope/scope';
import type { Source } from '../../../src/engine/source/source';
import { lineSource } from '../../narrative/line-source';

/** The Xinjiang edition with one section of these sentences. */
function editionSaying(says: readonly Sentence[], scope: Members): ResolvedEdition {
  const section: Section = { id: 'one', heading: '说明', name: '说明', scope, says };
  const resolution = resolveEdition({ ...xinjiang, text: { ...xinjiang.text, facts: [], sections: [section] } });
  if (!resolution.ok) throw new Error(resolution.problems.join('\n'));
  return resolution.edition;
}

// function | kind | economic | project | fund | this year | last year
const LINES = [
  '2010501 | 人员经费 | 30101 | | 一般公共预算 | 80 | 70',
  '2010501 | 公用经费 | 30201 | | 一般公共预算 | 15 | 20',
  '2080505 | 人员经费 | 30108 | | 一般公共预算 | 5 | 5',
  '2010507 | 项目支出 | 30202 | 普查 | 一般公共预算 | | 10',
  '2010508 | 项目支出 | 30202 | 抽样调查 | 政府性基金预算 | 50 | ',
];

interface Given {
  readonly scope?: Members;
  readonly facts?: Answers;
  /** Nobody knows last year's figures. */
  readonly noPrior?: boolean;
  readonly now?: (source: Source) => Source;
}

function narration(
  says: readonly Sentence[],
  { scope = { flow: '支出' }, facts, noPrior, now }: Given = {},
): Narration {
  const edition = editionSaying(says, scope);
  const source = lineSource(LINES, 'now', edition);
  const written = narrate(
    edition,
    now ? now(source) : source,
    noPrior === true ? undefined : lineSource(LINES, 'before', edition),
    { facts: facts ?? NO_ANSWERS, reasons: NO_REASONS },
    { department: '云州市统计局', year: 2021, nameOf: (code) => NAMES[code] },
  );
  if (!written) throw new Error('no text');
  return written;
}

const NAMES: Readonly<Record<string, string>> = {
  '201': '一般公共服务支出',
  '208': '社会保障和就业支出',
  '2010501': '行政运行',
  '2010507': '专项普查活动',
  '2010508': '统计抽样调查',
  '30101': '基本工资',
};

const said = (says: readonly Sentence[], given?: Given): readonly string[] =>
  (narration(says, given).sections[0]?.paragraphs ?? [])
    .slice(1)
    .map(({ spans }) => spans.map(({ text }) => text).join(''));

const answers = (...rows: readonly (readonly [group: string, label: string, value: string | number])[]): Answers => ({
  sheet: '单位情况',
  rows: rows.map(([group, label, value], row) => ({
    group,
    label,
    measure: '',
    value,
    cell: { sheet: '单位情况', row, column: 2 },
  })),
});

const untold =
  (...members: readonly string[]) =>
  (source: Source): Source => ({
    ...source,
    told: (scope) => (members.some((member) => Object.values(scope).includes(member)) ? undefined : source.told(scope)),
  });

describe('each: the same words for several', () => {
  test('all that have money, by code, at a level', () => {
    expect(said([{ each: 'functional', level: '类', says: '{it}{amount}。' }])).toEqual([
      '一般公共服务支出145.00万元。',
      '社会保障和就业支出5.00万元。',
    ]);
  });

  test('those that had some last year, where the words speak of the change', () => {
    const each = { each: 'functional', level: '项', says: '{it}{amount}{change}。' } as const;
    const items = said([each], { scope: { flow: '支出', fund: '一般公共预算' } });
    expect(items.join('')).not.toContain('专项普查活动');
    const spoken = said([{ ...each, none: '{it}未安排{change}。' }], { scope: { flow: '支出', fund: '一般公共预算' } });
    expect(spoken).toContain('专项普查活动未安排，比上年预算减少10.00万元，下降100%。');
  });

  test('declared ones in their order; those to be passed over only where they have money in neither year', () => {
    const each = {
      each: 'fund',
      only: ['事业收入', '政府性基金预算', '国有资本经营预算'],
      passOver: ['事业收入', '政府性基金预算'],
      says: '{it}{amount}。',
      none: '{it}未安排。',
    } as const;
    expect(said([each])).toEqual(['政府性基金预算50.00万元。', '国有资本经营预算未安排。']);
  });

  test('numbered, below a paragraph that leads to them', () => {
    const each = {
      each: 'kind',
      only: ['基本支出', '项目支出'],
      says: '{it}。',
      numbered: '（一）',
      lead: '如下：',
    } as const;
    expect(said([each])).toEqual(['如下：', '（一）基本支出。', '（二）项目支出。']);
    expect(said([each], { scope: { flow: '支出', fund: '国有资本经营预算' } })).toEqual([]);
  });

  test('a share is of the scope around it', () => {
    expect(said([{ each: 'kind', says: '{it}{share}。' }])).toEqual(['基本支出占66.67%。', '项目支出占33.33%。']);
    expect(said([{ each: 'kind', scope: { fund: '一般公共预算' }, says: '{it}{share}。' }])).toEqual([
      '基本支出占100%。',
    ]);
  });

  test('one that is not told is asked for, not denied', () => {
    const each = {
      each: 'kind',
      only: ['基本支出', '项目支出'],
      says: '{it}{amount}{change}{reason}。',
      none: '{it}未安排。',
    } as const;
    expect(said([each], { now: untold('项目支出') })[1]).toBe('项目支出【待填：预算数】。');
  });
});

describe('joined: one paragraph', () => {
  const joined = {
    joined: [
      { each: 'kind', only: ['基本支出', '项目支出'], says: '{it}{amount}' },
      { if: { fact: 'offices' }, says: [], otherwise: ['没有科室'] },
    ],
    before: '包括：',
    between: '；',
    after: '。',
  } as const;

  test('of what its sentences say', () => {
    expect(said([joined], { facts: answers(['机构设置', '内设机构数', '无']) })).toEqual([
      '包括：基本支出100.00万元；项目支出50.00万元；没有科室。',
    ]);
  });

  test('none where they say nothing', () => {
    const nothing = { flow: '支出', fund: '国有资本经营预算' };
    expect(said([joined], { scope: nothing, facts: answers(['机构设置', '内设机构数', 3]) })).toEqual([]);
  });
});

describe('if: other words where there is nothing', () => {
  const choice = (condition: Extract<Sentence, { if: unknown }>['if']): Sentence => ({
    if: condition,
    says: ['是。'],
    otherwise: ['否。'],
  });

  test.each<[why: string, condition: Extract<Sentence, { if: unknown }>['if'], says: string, given: Given]>([
    ['there is money', { amount: { kind: '项目支出' } }, '是。', {}],
    ['there is none', { amount: { fund: '事业收入' } }, '否。', {}],
    ['nobody tells whether there is', { amount: { kind: '项目支出' } }, '是。', { now: untold('项目支出') }],
    ['there was never any', { never: { fund: '事业收入' } }, '是。', {}],
    ['there was some last year', { never: { functional: '2010507' } }, '否。', {}],
    ['nobody tells whether there was', { never: { fund: '事业收入' } }, '否。', { noPrior: true }],
    [
      'there was no last year',
      { never: { fund: '事业收入' } },
      '是。',
      { facts: answers(['基本信息', '是否本年新设立', '是']) },
    ],
    ['all of it is there', { only: { kind: '基本支出' } }, '是。', { scope: { flow: '支出', fund: '一般公共预算' } }],
    ['not all of it is there', { only: { kind: '基本支出' } }, '否。', {}],
    [
      'it is about this',
      { about: { fund: '一般公共预算' } },
      '是。',
      { scope: { flow: '支出', fund: '一般公共预算' } },
    ],
    [
      'it is about another',
      { about: { fund: '政府性基金预算' } },
      '否。',
      { scope: { flow: '支出', fund: '一般公共预算' } },
    ],
    ['it is about no fund', { about: { fund: '一般公共预算' } }, '否。', {}],
    ['the fact is given', { fact: 'offices' }, '是。', { facts: answers(['机构设置', '内设机构数', 3]) }],
    ['the fact is 无', { fact: 'offices' }, '否。', { facts: answers(['机构设置', '内设机构数', '无']) }],
    ['the fact is open', { fact: 'offices' }, '是。', {}],
    ['是', { yes: 'newDepartment' }, '是。', { facts: answers(['基本信息', '是否本年新设立', '是']) }],
    [
      'neither 是 nor 否',
      { yes: 'newDepartment' },
      '否。',
      { facts: answers(['基本信息', '是否本年新设立', '不清楚']) },
    ],
  ])('%s', (_why, condition, says, given) => {
    expect(said([choice(condition)], given)).toEqual([says]);
  });
});

describe('无 where there always is something', () => {
  test.each<[group: string, label: string, says: Sentence]>([
    ['主要职能', '主要职能', '{fact duties}'],
    ['机构设置', '内设机构名称', '{fact officeNames}'],
    ['机构设置', '下属预算单位名称', '{fact subordinateUnitNames}'],
    ['财政拨款', '财政拨款主要用途', '{fact appropriationUse}'],
    ['项目：抽样调查', '项目承担单位', { each: 'project', says: '{fact executor}' }],
    ['项目：抽样调查', '资金分配情况', { each: 'project', says: '{fact allocation}' }],
    ['项目：抽样调查', '资金执行时间', { each: 'project', says: '{fact period}' }],
    ['项目：抽样调查', '补贴标准', { each: 'project', says: '{fact rate}' }],
  ])('is no answer: %s %s', (group, label, says) => {
    const given: Given = { facts: answers([group, label, '没有']) };
    expect(said([says], given)).toEqual([`【待填：${label}】`]);
    const { missing } = narration([says], given);
    expect(missing).toMatchObject([
      { unread: '没有', wanted: 'something', fill: { sheet: '单位情况', row: 0, column: 2 } },
    ]);
  });

  test('counts as blank where other words stand for a blank', () => {
    const choice: Sentence = { if: { answered: 'appropriationUse' }, says: ['有。'], otherwise: ['照表写。'] };
    const use = (value: string) => said([choice], { facts: answers(['财政拨款', '财政拨款主要用途', value]) });
    expect([use('无'), use(''), use('人员工资')]).toEqual([['照表写。'], ['照表写。'], ['有。']]);
  });

  test('is an answer where there may be none', () => {
    const given: Given = { facts: answers(['项目：抽样调查', '设立的政策依据', '无']) };
    expect(said([{ each: 'project', says: '设立的政策依据：{fact policy}' }], given)).toEqual(['设立的政策依据：无']);
  });
});

describe('what is not known is marked and listed', () => {
  test('a part without sentences has no heading', () => {
    expect(
      said([{ heading: '（一）基金', scope: { fund: '事业收入' }, says: [{ each: 'kind', says: '{it}。' }] }]),
    ).toEqual([]);
  });

  test('the name of a code, once', () => {
    const { missing } = narration([{ each: 'functional', level: '项', says: '{path}：{it}{amount}。' }]);
    const names = missing.filter(({ what }) => what === 'name');
    expect(names.map(({ text, about }) => `${text} ${about}`)).toEqual([
      '【待填：20105的科目名称】 20105',
      '【待填：20805的科目名称】 20805',
      '【待填：2080505的科目名称】 2080505',
    ]);
  });

  test('projects that no table names: there are some, nobody knows how many', () => {
    const nameless = (source: Source): Source => ({
      ...source,
      points: (within, dimensions) => (dimensions.includes('project') ? [] : source.points(within, dimensions)),
    });
    const count = ['共安排项目{count project 项目支出}。'];
    expect(said(count)).toEqual(['共安排项目1个。']);
    expect(said(count, { now: nameless })).toEqual(['共安排项目【待填：项目名称】。']);
    expect(said(count, { now: (source) => untold('项目支出')(nameless(source)) })).toEqual([
      '共安排项目【待填：项目名称】。',
    ]);
  });

  test('an amount whose cells are blank', () => {
    const blank = (source: Source): Source => ({
      ...source,
      told: () => ({ value: new Decimal(0), cells: [{ sheet: '表三', row: 9, column: 4 }], blank: true }),
    });
    expect(said(['支出预算{amount}。'], { now: blank })).toEqual(['支出预算【待填：预算数】。']);
  });

  test('last year’s figures: as a whole where nobody has them, else each by its name', () => {
    const says = ['{amount}{change}。', { each: 'kind', says: '{it}{amount}{change}。' }] as const;
    const listed = ({ missing }: Narration): readonly string[] =>
      missing.map(({ text, about }) => `${text} ${about}`.trim());
    expect(listed(narration(says, { noPrior: true }))).toEqual(['【待填：上年数】']);
    const edition = editionSaying(says, { flow: '支出' });
    const written = narrate(
      edition,
      lineSource(LINES, 'now', edition),
      untold('项目支出')(lineSource(LINES, 'before', edition)),
      { facts: NO_ANSWERS, reasons: NO_REASONS },
      { department: '云州市统计局', year: 2021, nameOf: () => undefined },
    );
    expect(written && listed(written)).toEqual(['【待填：上年数】 项目支出']);
  });

  test('who and when', () => {
    const edition = editionSaying(['{department}{year}年，上年为{lastYear}年。'], {});
    const source = lineSource(LINES, 'now', edition);
    const about = { department: undefined, year: undefined, nameOf: () => undefined };
    const written = narrate(edition, source, undefined, { facts: NO_ANSWERS, reasons: NO_REASONS }, about);
    expect(written?.missing.map(({ text }) => text)).toEqual(['【待填：部门名称】', '【待填：预算年度】']);
  });
});

describe('a list that does not add up', () => {
  test('is said as the tables have it, and remarked', () => {
    const wrong = (source: Source): Source => ({
      ...source,
      told: (scope) =>
        scope['kind'] === undefined ? { value: new Decimal('160'), cells: [], blank: false } : source.told(scope),
    });
    const { remarks } = narration([{ each: 'kind', says: '{it}{amount}。' }], { now: wrong });
    expect(remarks).toEqual([
      { kind: 'apart', year: 'now', section: 'one', about: '支出', whole: new Decimal(160), parts: new Decimal(150) },
    ]);
  });
});
