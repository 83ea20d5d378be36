import { checkSnapshot } from '../../src/commands/check';
import type { CheckReport } from '../../src/engine/finding/report';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { withValues } from '../fixtures/edit';
import { workbook } from '../notation';
import { groupPage, type RuleEntry } from './check-pages';
import { answers } from './examples/answers';
import { betweenTables } from './examples/between-tables';
import { codes } from './examples/codes';
import type { CheckExample, Examples } from './examples/example';
import { performance } from './examples/performance';
import { structure } from './examples/structure';
import { tables } from './examples/tables';
import { expectFresh } from './fresh';
import { allRules, type Rule } from './rules';

const GROUPS: readonly {
  readonly file: string;
  readonly title: string;
  readonly intro: string;
  readonly examples: Examples;
  has(id: string): boolean;
}[] = [
  {
    file: 'structure',
    title: '表和格式',
    intro: '表齐不齐、表头和表下写得对不对、格里是不是数。',
    examples: structure,
    has: (id) => id.startsWith('s-'),
  },
  {
    file: 'tables',
    title: '表内勾稽',
    intro: '一张表自己的行与列是否相平。每版的全部等式见该版的页。差额先按四舍五入判断，见[b-rounding](#b-rounding)。',
    examples: tables,
    has: (id) => id.startsWith('b-'),
  },
  {
    file: 'between-tables',
    title: '表间勾稽',
    intro: '同一口径的数在几张表里是否一致，以及各版另行声明的关系。',
    examples: betweenTables,
    has: (id) => id.startsWith('c-') || id === 'same-scope',
  },
  {
    file: 'codes',
    title: '科目编码和名称',
    intro: '对照各地公开预算里用过的科目编码和名称。目录不敢说齐全，所以“不在目录中”只作提示。',
    examples: codes,
    has: (id) => id.startsWith('k-'),
  },
  {
    file: 'performance',
    title: '绩效目标表',
    intro: '每个项目一份的绩效目标表。',
    examples: performance,
    has: (id) => id.startsWith('p-'),
  },
  {
    file: 'answers',
    title: '单位情况',
    intro: '写说明用的回答是否自相矛盾。每版查哪些，见该版的页；没有回答的、读不出的不查。',
    examples: answers,
    has: (id) => id.startsWith('f-'),
  },
];

const examples: Examples = Object.assign({}, ...GROUPS.map((group) => group.examples)) as Examples;

interface Tried {
  readonly wrong: Snapshot;
  readonly mended: Snapshot;
  readonly report: CheckReport;
  readonly after: CheckReport;
}

async function tried(example: CheckExample): Promise<Tried> {
  const wrong = withValues(workbook(example.wrong), example.stored ?? {});
  const mended = example.mended ? workbook(example.mended) : withValues(wrong, example.mend ?? {});
  const edition = { edition: example.edition ?? 'xinjiang-2021' };
  return { wrong, mended, report: await checkSnapshot(wrong, edition), after: await checkSnapshot(mended, edition) };
}

const rulesIn = (report: CheckReport): readonly string[] => [
  ...new Set(report.findings.map((finding) => finding.rule)),
];

test.each(Object.entries(examples))('%s: the wrong workbook is found, the mended one is not', async (rule, example) => {
  const { report, after } = await tried(example);
  expect(rulesIn(report)).toContain(rule);
  expect(rulesIn(after)).not.toContain(rule);
});

test('every rule of every edition has a name, words and an example', async () => {
  const rules = await allRules();
  const lacking = (has: (rule: Rule) => boolean): readonly string[] =>
    rules.filter((rule) => !has(rule)).map((rule) => rule.id);
  expect(lacking((rule) => rule.name !== undefined)).toEqual([]);
  expect(lacking((rule) => rule.says !== '' || rule.declared.length > 0)).toEqual([]);
  expect(lacking((rule) => rule.id in examples)).toEqual([]);
  expect(lacking((rule) => GROUPS.filter((group) => group.has(rule.id)).length === 1)).toEqual([]);
  expect(Object.keys(examples).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
});

test.each(GROUPS)(
  'docs/checks/$file.md is what the declarations and the examples say',
  async ({ file, title, intro, has }) => {
    const entries: RuleEntry[] = [];
    for (const rule of (await allRules()).filter(({ id }) => has(id))) {
      const example = examples[rule.id];
      if (!example) continue;
      entries.push({
        ...rule,
        name: rule.name ?? rule.id,
        how: example.how,
        shows: example.shows,
        ...(await tried(example)),
      });
    }
    expectFresh(`checks/${file}.md`, groupPage(title, intro, entries));
  },
);
