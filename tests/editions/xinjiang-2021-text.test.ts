import { editionById } from '../../src/commands/check';
import { held, paragraphsOf } from '../engine/renarrate/changed-figures';
import { departments } from '../narrative/departments';
import { asText, narrated } from '../narrative/narrated';
import type { Department } from '../narrative/department';

const office = departmentOf('01');

function departmentOf(file: string): Department {
  const found = departments.find((one) => one.file.startsWith(file));
  if (!found) throw new Error('no department');
  return found;
}

/** The lines of a small office's text that hold these words, when it answers so. */
async function linesWith(word: string, facts: Department['facts']): Promise<readonly string[]> {
  const text = asText(await narrated({ ...office, facts: { ...office.facts, ...facts } }));
  return text.split('\n').filter((line) => line.includes(word));
}

describe('how many people there are', () => {
  const staff = async (facts: Department['facts']): Promise<string> =>
    ((await linesWith('核定编制', facts))[0] ?? '').replace('青岚县统计局核定编制20名，', '');

  test.each<[why: string, facts: Department['facts'], says: string]>([
    [
      'none in either year',
      { veterans: '无', veteransBefore: '无' },
      '实有人数24人，其中：在职18人，与上年持平；退休6人，比上年增加1人；无离休人员。',
    ],
    [
      'all gone',
      { veterans: 0, veteransBefore: 1 },
      '实有人数24人，其中：在职18人，与上年持平；退休6人，比上年增加1人；无离休人员，比上年减少1人。',
    ],
    [
      'new',
      { veterans: 1, veteransBefore: '无' },
      '实有人数25人，其中：在职18人，与上年持平；退休6人，比上年增加1人；离休1人，上年无离休人员。',
    ],
    [
      'unchanged',
      { veterans: 2, veteransBefore: 2 },
      '实有人数26人，其中：在职18人，与上年持平；退休6人，比上年增加1人；离休2人，与上年持平。',
    ],
    [
      'nobody is left at all',
      { inService: 0, retired: '无', veterans: '无', veteransBefore: '无' },
      '无在职人员，比上年减少18人；无退休人员，比上年减少5人；无离休人员。',
    ],
    [
      'last year’s is not known',
      { veterans: '无', veteransBefore: '' },
      '实有人数24人，其中：在职18人，与上年持平；退休6人，比上年增加1人；无离休人员，【待填：上年离休人数】。',
    ],
    [
      'of a new department',
      { newDepartment: '是', retired: '无' },
      '实有人数18人，其中：在职18人，无退休人员和离休人员。',
    ],
    [
      'of a new department all three kinds',
      { newDepartment: '是', veterans: 1 },
      '实有人数25人，其中：在职18人，退休6人，离休1人。',
    ],
    ['nobody is in a new department yet', { newDepartment: '是', inService: '无', retired: '无' }, '暂无实有人员。'],
  ])('%s', async (_why, facts, says) => {
    expect(await staff(facts)).toBe(says);
  });

  test.each([
    ['somebody came', { veterans: '无' }, { veterans: 2 }],
    ['nobody is left', { veterans: 2, veteransBefore: 2 }, { veterans: '无', veteransBefore: 2 }],
  ])('a text that stands is known to be old when %s', async (_why, was, is) => {
    const write = (facts: Department['facts']): ReturnType<typeof narrated> =>
      narrated({ ...office, facts: { ...office.facts, ...facts } });
    const { sentences } = held(await editionById('xinjiang-2021'), paragraphsOf(await write(was)), await write(is));
    const stale = sentences.filter(({ verdict }) => verdict.kind === 'stale').map(({ text }) => text);
    expect(stale).toEqual([expect.stringContaining('核定编制')]);
  });

  test('no posts', async () => {
    expect(await linesWith('编制', { posts: '无' })).toEqual([
      '青岚县统计局没有核定编制，实有人数24人，其中：在职18人，与上年持平；退休6人，比上年增加1人；无离休人员。',
    ]);
  });
});

describe('a total whose parts are not all known', () => {
  const procurement = async (facts: Department['facts']): Promise<string> =>
    ((await linesWith('政府采购预算', facts))[0] ?? '').replace('2021年，青岚县统计局政府采购预算', '');

  test.each<[why: string, facts: Department['facts'], says: string]>([
    ['all known', {}, '18.20万元，其中：政府采购货物预算6.20万元，政府采购工程预算未安排，政府采购服务预算12.00万元。'],
    [
      'one missing',
      { procurementGoods: '' },
      '【待填：合计，缺货物预算】，其中：政府采购货物预算【待填：货物预算】，政府采购工程预算未安排，政府采购服务预算12.00万元。',
    ],
    [
      'two missing, one of them not readable',
      { procurementGoods: '', procurementServices: '待定' },
      '【待填：合计，缺货物预算、服务预算】，其中：政府采购货物预算【待填：货物预算】，政府采购工程预算未安排，政府采购服务预算【待填：服务预算】。',
    ],
  ])('%s', async (_why, facts, says) => {
    expect(await procurement(facts)).toBe(says);
  });

  test('people, cars and their values', async () => {
    expect((await linesWith('实有人数', { inService: '' }))[0]).toContain(
      '实有人数【待填：合计，缺在职人数】，其中：在职【待填：在职人数】；',
    );
    expect(await linesWith('2.车辆', { carsEnforcement: 3, carsEnforcementValue: '' })).toEqual([
      '2.车辆5辆，价值【待填：合计，缺执法执勤用车价值】，其中：一般公务用车2辆，价值38.60万元；执法执勤用车3辆，价值【待填：执法执勤用车价值】；无其他车辆。',
    ]);
  });

  test('only the parts are listed as missing, each once, with its cell', async () => {
    const { missing } = await narrated({
      ...office,
      facts: { ...office.facts, procurementGoods: '', procurementServices: '' },
    });
    expect(missing.filter(({ what }) => what === 'fact').map(({ about, text }) => `${about} ${text}`)).toEqual([
      '货物预算 【待填：货物预算】',
      '服务预算 【待填：服务预算】',
    ]);
    expect(missing.every(({ what, fill }) => what !== 'fact' || fill !== undefined)).toBe(true);
  });
});

describe('what the appropriation is used for', () => {
  const use = async (department: Department, answer: string): Promise<readonly string[]> => {
    const text = asText(await narrated({ ...department, facts: { ...department.facts, appropriationUse: answer } }));
    return text.split('\n').filter((line) => /财政拨款(?:主要)?用于/.test(line));
  };

  test('as it was answered', async () => {
    expect(await use(office, '人员工资和统计调查')).toEqual(['财政拨款主要用于人员工资和统计调查。']);
  });

  test('not answered: as the tables tell', async () => {
    expect(await use(office, '')).toEqual(['财政拨款用于人员经费236.38万元、公用经费25.10万元、项目支出78.50万元。']);
  });

  test('only what there is', async () => {
    expect(await use(departmentOf('02'), '')).toEqual([expect.not.stringMatching(/项目支出|未安排/)]);
  });

  test('not answered where there are other funds too: asked for', async () => {
    expect(await use(departmentOf('06'), '')).toEqual(['财政拨款主要用于【待填：财政拨款主要用途】。']);
  });
});

test('a list never names only what it is of: state capital is told by its 款', async () => {
  const lines = [
    ...office.lines,
    '2230105 | 项目支出 | 30399 | 退休人员社会化管理 | 国有资本经营预算 | 12.6 | ',
    '2230201 | 项目支出 | 31201 | 资本金注入 | 国有资本经营预算 | 350 | ',
  ];
  const text = asText(await narrated({ ...office, lines }));
  expect(text).toContain(
    '国有资本经营预算支出362.60万元，包括：解决历史遗留问题及改革成本支出12.60万元、国有企业资本金注入350.00万元。',
  );
  for (const line of text.split('\n')) {
    const [, whole, part] = /([^，。：]+?)[\d,.]+万元，(?:主要)?包括：([^、]+?)[\d,.]+万元。$/.exec(line) ?? [];
    if (whole !== undefined) expect(whole).not.toBe(part);
  }
});

describe('a reason', () => {
  const said = async (words: string): Promise<string> => {
    const { reasons } = office;
    const text = asText(await narrated({ ...office, reasons: { ...reasons, '三、支出预算 · 项目支出': words } }));
    return text.split('\n').find((line) => line.startsWith('项目支出88.50万元')) ?? '';
  };

  test.each([
    ['厉行节约！', '，主要原因是厉行节约。'],
    ['一是普查结束，二是压减开支。', '，主要原因：一是普查结束；二是压减开支。'],
    ['1.普查结束；2.压减开支', '，主要原因：1.普查结束；2.压减开支。'],
    ['（一）普查结束（二）压减开支', '，主要原因：（一）普查结束；（二）压减开支。'],
    ['普查结束，一是人员减少', '，主要原因是普查结束，一是人员减少。'],
  ])('%s', async (words, says) => {
    expect((await said(words)).slice(-says.length)).toBe(says);
  });
});
