import type { Narration, Span } from '../../src/engine/narrate/narration';
import { amountsOf, moneyOf } from './amounts';
import { departments } from './departments';
import { laws, type Years } from './laws';
import { narrated } from './narrated';

const office = departments.find(({ file }) => file.startsWith('01'));
if (!office) throw new Error('no department');

const years: Years = {
  now: amountsOf(moneyOf(office.lines, 'now')),
  before: amountsOf(moneyOf(office.lines, 'before')),
};

let right: Narration;
beforeAll(async () => {
  right = await narrated(office);
});

/** The text with the first span of a section that reads so written otherwise. */
function altered(section: string, was: string, becomes: string): Narration {
  let isDone = false;
  const alter = (span: Span): Span => {
    if (isDone || !span.text.includes(was)) return span;
    isDone = true;
    return { ...span, text: span.text.replace(was, becomes) };
  };
  const sections = right.sections.map((one) =>
    one.id === section
      ? { ...one, paragraphs: one.paragraphs.map((paragraph) => ({ ...paragraph, spans: paragraph.spans.map(alter) })) }
      : one,
  );
  const narration = { ...right, sections };
  if (JSON.stringify(narration) === JSON.stringify(right)) throw new Error(`nothing reads ${was} in ${section}`);
  return narration;
}

test.each(Object.entries(laws))('the text as it is written keeps the law: %s', (_name, law) => {
  expect(law(right, years)).toEqual([]);
});

// 基本支出261.48 (257.13), 项目支出88.50 (127.50); 一般公共预算 339.98 (384.63).
test.each<[mistake: string, law: string, section: string, was: string, becomes: string]>([
  ['an amount that is not the table’s', 'lines', 'expenditure', '261.48', '261.84'],
  ['a difference of its own', 'lines', 'expenditure', '4.35', '4.53'],
  ['a percentage of this year', 'lines', 'expenditure', '1.69', '1.66'],
  ['a percentage cut off, not rounded', 'lines', 'expenditure', '30.59', '30.58'],
  ['a direction against the sign', 'lines', 'expenditure', '比上年预算增加', '比上年预算减少'],
  ['a reason that is not given', 'lines', 'expenditure', '，主要原因是', ''],
  ['the whole that does not agree', 'totals', 'overall', '34.65', '34.56'],
  ['the appropriation with last year’s figure', 'totals', 'appropriation', '339.98', '384.63'],
  ['a public expense that is denied', 'threePublic', 'three-public', '公务接待费', '公务接待费未安排，另有'],
  ['a public expense with another change', 'threePublic', 'three-public', '1.80', '1.08'],
  ['an item of a list with another amount', 'lists', 'basic', '96.40', '94.60'],
  ['a share of another whole', 'shares', 'expenditure', '74.71', '77.71'],
  ['shares that do not sum to a hundred', 'shares', 'expenditure', '25.29', '25.28'],
  ['parts that change otherwise than the whole', 'partsDelta', 'revenue', '44.65', '44.56'],
  ['an amount in the text alone', 'amounts', 'project', '24.50', '25.40'],
  ['an amount without its unit', 'amounts', 'project', '万元', '元'],
  ['a number among the words', 'traced', 'government-funds', '没有安排', '没有安排900.00万元的'],
  ['a comma too many', 'readsWell', 'expenditure', '，其中：', '，，其中：'],
  ['a word twice', 'readsWell', 'revenue', '未安排', '未安排未安排'],
  ['nothing that increased', 'readsWell', 'three-public', '与上年预算持平', '增加0万元'],
  ['a bracket without its other', 'readsWell', 'three-public', '因公出国（境）', '因公出国（境'],
  ['a sentence without its end', 'readsWell', 'government-funds', '以空表列示。', '以空表列示'],
  ['a mark that is not listed', 'listed', 'general-public', '【待填：增减原因】', '【待填：说明】'],
])('a law sees %s', (_mistake, name, section, was, becomes) => {
  const law = laws[name];
  if (!law) throw new Error(`no law ${name}`);
  const tampered = altered(section, was, becomes);
  // What reads as no sentence of the text at all is seen by the reader.
  let problems: readonly string[];
  try {
    problems = law(tampered, years);
  } catch (error) {
    problems = [String(error)];
  }
  expect(problems).not.toEqual([]);
});
