import { departments } from './departments';
import { narrated } from './narrated';

const office = departments.find(({ file }) => file.startsWith('08'));
if (!office) throw new Error('no department');

/** The sentence on operating expenses, with other answers. */
async function operating(facts: Readonly<Record<string, string | number>>): Promise<string> {
  if (!office) return '';
  const { sections } = await narrated({ ...office, facts: { ...office.facts, ...facts } });
  const lines = sections.flatMap(({ paragraphs }) =>
    paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')),
  );
  return lines.find((line) => line.includes('机关运行经费财政拨款预算')) ?? '';
}

test.each([
  [{ isAgency: '是' }, '2021年，青岚县农业农村局本级及下属1家参照公务员法管理的事业单位的机关运行经费'],
  [{ isAgency: '否' }, '2021年，青岚县农业农村局下属1家参照公务员法管理的事业单位的机关运行经费'],
  [
    { isAgency: '否', administrativeUnits: 2 },
    '2021年，青岚县农业农村局下属2家行政单位、1家参照公务员法管理的事业单位的机关运行经费',
  ],
  [
    { isAgency: '否', administrativeUnits: 2, participatingUnits: '无' },
    '2021年，青岚县农业农村局下属2家行政单位的机关运行经费',
  ],
  [{ isAgency: '是', participatingUnits: '无' }, '2021年，青岚县农业农村局本级机关运行经费'],
])('operating expenses are of whoever has some: %j', async (facts, begins) => {
  const sentence = await operating(facts);
  expect(sentence.slice(0, begins.length)).toBe(begins);
});
