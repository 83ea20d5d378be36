import { edition as xinjiang } from '../../../src/editions/xinjiang-2021/edition';
import type { Edition } from '../../../src/engine/edition/edition';
import { resolveEdition } from '../../../src/engine/edition/resolve';
import type { AskedFact, Sentence, Text } from '../../../src/engine/edition/text';

const withText = (text: Partial<Text>): Edition => ({ ...xinjiang, text: { ...xinjiang.text, ...text } });
const saying = (...says: readonly Sentence[]): Edition =>
  withText({ sections: [{ id: 'one', heading: '说明', name: '说明', scope: { flow: '支出' }, says }] });
const asking = (...asks: readonly AskedFact[]): Edition => withText({ asks: [...xinjiang.text.asks, ...asks] });
const relating = (says: string): Edition =>
  withText({ relations: [{ says, because: '不能都对', severity: 'warning' }] });
const fact = (given: Partial<AskedFact>): AskedFact => ({
  id: 'x',
  group: '其他',
  label: '其他',
  kind: 'text',
  usedIn: '',
  help: '',
  ...given,
});

const count = xinjiang.text.phrases.changeOfCount;

const problemsOf = (edition: Edition): readonly string[] => {
  const resolution = resolveEdition(edition);
  return resolution.ok ? [] : resolution.problems;
};

test('every sentence of the text is understood', () => {
  expect(problemsOf(xinjiang)).toEqual([]);
});

test.each<[mistake: string, edition: Edition, problem: string]>([
  ['a phrase that is none', saying('{amont}'), 'text.sections.one.says[0]: no phrase {amont}; did you mean amount?'],
  ['a relation that is none', relating('offices < posts'), 'text.relations[0]: "offices < posts" is no relation'],
  ['a relation of nothing asked', relating('office <= posts'), 'no fact "office"; did you mean offices?'],
  ['words that are no number', relating('officeNames = offices'), 'officeNames is answered in words'],
  ['names of a number', relating('offices = names posts'), 'posts is answered by a number itself'],
  ['a member that is none', saying('{amount 基本支岀}'), 'no member "基本支岀"; did you mean 基本支出?'],
  ['a fact that nobody asks', saying('{fact officeName}'), 'no fact "officeName"; did you mean officeNames?'],
  ['a brace without its other', saying('支出预算{amount'), 'a brace without its other in "支出预算{amount"'],
  ['it of nothing', saying('{it}{amount}'), '{it} stands in no "each"'],
  ['a path of what is no code', saying({ each: 'kind', says: '{path}' }), '{path} speaks of codes, not of kind'],
  ['a share of what', saying('{share}'), '{share} in no "each" names what it is a share of: {share 支出}'],
  ['a list of no dimension', saying('{list functionl 类}'), 'no dimension "functionl"; did you mean functional?'],
  ['levels of what has none', saying('{list kind 类}'), 'kind has no levels'],
  ['more than it can mean', saying('{year 2021}'), '{year 2021} says more than {year} can mean'],
  ['a sum of nothing', saying('{sum}'), '{sum} of nothing'],
  ['a sum of words', saying('{sum offices officeNames}'), 'officeNames cannot be added up'],
  ['words as a budget', saying('{arranged officeNames}'), 'officeNames is no amount in {arranged officeNames}'],
  [
    'a change of what has no last year',
    saying('{change procurementGoods}'),
    'procurementGoods has no "before" to be compared with',
  ],
  ['a percentage of people', saying('{change inService}'), 'of a count only {changeBrief} can be said'],
  [
    'each of no dimension',
    saying({ each: 'kinds', says: '{it}' }),
    'says[0].each: no dimension "kinds"; did you mean kind?',
  ],
  [
    'each at a level that is none',
    saying({ each: 'kind', level: '类', says: '{it}' }),
    'says[0].level: kind has no levels',
  ],
  [
    'each of a member that is none',
    saying({ each: 'kind', only: ['基本'], says: '{it}' }),
    'says[0].only: no member "基本"',
  ],
  [
    'somebody to pass over who is not among them',
    saying({ each: 'kind', only: ['基本支出'], passOver: ['项目支出'], says: '{it}' }),
    'says[0].passOver: "项目支出" is none of "only"',
  ],
  [
    'a mistake in what is joined',
    saying({ joined: ['{amont}'], between: '，' }),
    'says[0].joined[0]: no phrase {amont}',
  ],
  ['a condition of no fact', saying({ if: { fact: 'office' }, says: [] }), 'says[0].if: no fact "office"'],
  ['yes to what is no question', saying({ if: { yes: 'offices' }, says: [] }), '"offices" is no yes-no fact'],
  ['money at no scope', saying({ if: { never: { kind: '基本' } }, says: [] }), 'says[0].if: no member "基本" in kind'],
  ['a project’s fact of the department', saying('{fact policy}'), 'no fact "policy"'],
  ['a fact asked twice', asking(fact({ id: 'offices' })), 'text.asks: "offices" is asked twice'],
  [
    'another kind of last year',
    asking(fact({ before: 'offices' })),
    'text.asks.x: no text fact "offices" to be compared with',
  ],
  [
    'words without the number that they are for',
    withText({ phrases: { ...xinjiang.text.phrases, share: '占{shares}%' } }),
    'text.phrases.share: lacks {share}',
  ],
  [
    'a slot that nothing fills in',
    withText({ phrases: { ...xinjiang.text.phrases, changeOfCount: { ...count, same: '与{lastYear}年持平' } } }),
    'text.phrases.changeOfCount.same: nothing is filled in for {lastYear}',
  ],
  [
    'a name for nobody',
    withText({ names: { 其它收入: '单位其他资金收入' } }),
    'text.names: no member "其它收入"; did you mean 其他收入?',
  ],
  [
    'no question about a new department',
    withText({ newDepartment: 'isNew' }),
    'text.newDepartment: no yes-no fact "isNew"',
  ],
  [
    'reasons from a percentage that is none',
    withText({ reasonsFrom: { percent: 'offices' } }),
    'text.reasonsFrom.percent: no percent fact "offices"',
  ],
  [
    'reasons from an amount that nobody is asked',
    withText({ reasonsFrom: { amount: 'from' } }),
    'text.reasonsFrom.amount: no amount fact "from"',
  ],
])('says where: %s', (_mistake, edition, problem) => {
  expect(problemsOf(edition)[0]).toContain(problem);
});
