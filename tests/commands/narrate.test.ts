import { catalogue } from '../../src/commands/catalogue';
import { editionById } from '../../src/commands/check';
import { narrateWorkbook, type NarrateResult } from '../../src/commands/narrate';
import { drawFacts } from '../../src/commands/sheets/facts';
import { drawPrior } from '../../src/commands/sheets/prior';
import { drawReasons } from '../../src/commands/sheets/reasons';
import { NO_ANSWERS } from '../../src/engine/asked/answers';
import { NO_REASONS } from '../../src/engine/asked/read-reasons';
import type { ResolvedEdition } from '../../src/engine/edition/resolve';
import type { Text } from '../../src/engine/edition/text';
import type { Narration, Span } from '../../src/engine/narrate/narration';
import type { DrawnSheet } from '../../src/engine/snapshot/drawn';
import type { Cell, Snapshot } from '../../src/engine/snapshot/snapshot';
import { askedSheetWords } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL } from '../fixtures/compiled-department';
import { typed, workbookOf } from '../fixtures/drawn';
import { placeOf, withValues } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import { sampleFacts, sampleProjectFacts } from '../fixtures/sample-answers';

let edition: ResolvedEdition;
let text: Text;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
  if (!edition.declared.text) throw new Error('no text');
  text = edition.declared.text;
});

const withSheets = (snapshot: Snapshot, ...sheets: readonly DrawnSheet[]): Snapshot => ({
  ...snapshot,
  sheets: [...snapshot.sheets, ...workbookOf(...sheets).sheets],
});

/** 单位情况 as the department of the sample answers it. */
function facts(): DrawnSheet {
  const projects = Object.keys(sampleProjectFacts);
  const values = [
    ...text.asks.map(({ id }) => sampleFacts[id] ?? ''),
    ...projects.flatMap((project) => text.asksOfProjects.map(({ id }) => sampleProjectFacts[project]?.[id] ?? '')),
  ];
  return values.reduce<DrawnSheet>(
    (sheet, value, index) => (value === '' ? sheet : typed(sheet, index + 2, 2, value)),
    drawFacts(text, NO_ANSWERS, projects),
  );
}

function narrationOf({ narration }: NarrateResult): Narration {
  if (!narration) throw new Error('no narration');
  return narration;
}

const spansOf = ({ facts: first, sections }: Narration): readonly Span[] =>
  [...first, ...sections].flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans));
const linesOf = ({ facts: first, sections }: Narration): readonly string[] =>
  [...first, ...sections].flatMap(({ paragraphs }) =>
    paragraphs.map(({ spans }) => spans.map((span) => span.text).join('')),
  );
const missingIn = ({ missing }: Narration): readonly string[] => missing.map(({ text: mark }) => mark);

test('a workbook of tables alone: its figures are told, all else is asked for', async () => {
  const result = await narrateWorkbook(mended);
  expect(result.about).toEqual({ department: '云州市人民政府办公室', year: 2021 });
  const narration = narrationOf(result);
  expect(linesOf(narration)).toContain('收入预算包括：一般公共预算1406.62万元、上级补助收入17.00万元。');
  expect(missingIn(narration)).toContain('【待填：编制数】');
  expect(missingIn(narration).filter((mark) => mark === '【待填：上年数】')).toHaveLength(7);
  expect(missingIn(narration)).not.toContain('【待填：预算数】');
});

test('what people answered stands where it belongs, with its cell', async () => {
  const narration = narrationOf(await narrateWorkbook(withSheets(mended, facts())));
  expect(narration.missing.filter(({ what }) => what === 'fact')).toEqual([]);
  expect(linesOf(narration)).toContain('项目承担单位：云州市接待服务中心');
  const person = spansOf(narration).find((span) => span.kind === 'words-of-person' && span.text.includes('综合科'));
  expect(person).toMatchObject({ from: { sheet: '单位情况', column: 2 } });
});

/** The same workbook as if it were of 2020. */
function ofYearBefore(snapshot: Snapshot): Snapshot {
  const renamed = (cell: Cell): Cell =>
    typeof cell.value === 'string' ? { ...cell, value: cell.value.replaceAll('2021年', '2020年') } : cell;
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(renamed) })),
  }));
  return { ...snapshot, sheets };
}

test('last year’s workbook is compared with: its cells are marked as the other file’s', async () => {
  const before = withValues(ofYearBefore(mended), { '表三!F28': 1302.62, '表三!E28': 1476.62, '表五!F24': 1302.62 });
  const result = await narrateWorkbook(mended, { prior: before });
  const narration = narrationOf(result);
  expect(result).toMatchObject({ priorUnknown: false, prior: { book: { year: 2020 } } });
  expect(linesOf(narration)).toContain(
    '基本支出1249.62万元，占87.78%，比上年预算减少53.00万元，下降4.07%，主要原因是【待填：增减原因】。',
  );
  const difference = spansOf(narration).find((span) => span.kind === 'figure' && span.text === '53.00');
  expect(difference).toMatchObject({
    cells: [
      { sheet: '表三', row: 27, column: 5 },
      { sheet: '表三', row: 27, column: 5, prior: true },
    ],
  });
});

test('a file in which nothing is recognised is no last year, and that is said', async () => {
  const result = await narrateWorkbook(mended, { prior: { ...mended, sheets: [] } });
  expect(result.priorUnknown).toBe(true);
  expect(missingIn(narrationOf(result))).toContain('【待填：上年数】');
});

test('figures typed into the sheet for them, and reasons, come round', async () => {
  let prior = drawPrior(edition.declared, undefined, [], catalogue());
  const row = prior.rows.findIndex(({ cells }) =>
    ['表三', '合计', '项目支出'].every((word) => cells.some(({ value }) => value === word)),
  );
  prior = typed(typed(typed(prior, row, 4, 190), row - 1, 4, 1249.62), row - 2, 4, 1439.62);
  const asked = narrationOf(await narrateWorkbook(withSheets(mended, prior)));
  expect(asked.reasons.map(({ sectionName, about }) => `${sectionName} ${about}`)).toEqual(['三、支出预算 项目支出']);
  const reasons = typed(drawReasons(asked.reasons, NO_REASONS), 2, 7, '主要原因是接待任务减少。');
  const narration = narrationOf(await narrateWorkbook(withSheets(mended, prior, reasons)));
  expect(linesOf(narration)).toContain(
    '项目支出174.00万元，占12.22%，比上年预算减少16.00万元，下降8.42%，主要原因是接待任务减少。',
  );
  const [key] = narration.reasons.map((reason) => reason.key);
  expect(spansOf(narration)).toContainEqual({
    kind: 'words-of-person',
    text: '接待任务减少',
    from: { sheet: '增减原因', row: 2, column: 7 },
    reason: key,
  });
});

test('a reason that was given for a change the other way is asked for again', async () => {
  const priorOf = (projects: number): DrawnSheet => {
    const prior = drawPrior(edition.declared, undefined, [], catalogue());
    const row = prior.rows.findIndex(({ cells }) =>
      ['表三', '合计', '项目支出'].every((word) => cells.some(({ value }) => value === word)),
    );
    return typed(typed(typed(prior, row, 4, projects), row - 1, 4, 1249.62), row - 2, 4, 1249.62 + projects);
  };
  const { reasons: asked } = narrationOf(await narrateWorkbook(withSheets(mended, priorOf(190))));
  const reasons = typed(drawReasons(asked, NO_REASONS), 2, 7, '接待任务减少');
  const saidWith = async (projects: number): Promise<string | undefined> =>
    linesOf(narrationOf(await narrateWorkbook(withSheets(mended, priorOf(projects), reasons)))).find((line) =>
      line.startsWith('项目支出174.00万元'),
    );
  expect([await saidWith(200), await saidWith(150)]).toEqual([
    '项目支出174.00万元，占12.22%，比上年预算减少26.00万元，下降13.00%，主要原因是接待任务减少。',
    '项目支出174.00万元，占12.22%，比上年预算增加24.00万元，增长16.00%，主要原因是【待填：增减原因，已填的是增减方向相反时写的】。',
  ]);
});

test('spans say nothing but what their type says', async () => {
  const kinds: Readonly<Record<Span['kind'], readonly string[]>> = {
    words: ['kind', 'text'],
    figure: ['as', 'cells', 'kind', 'of', 'scope', 'text', 'value'],
    'words-of-person': ['from', 'kind', 'reason', 'text'],
    missing: ['fill', 'kind', 'reason', 'text', 'what'],
  };
  for (const span of spansOf(narrationOf(await narrateWorkbook(withSheets(mended, facts()))))) {
    expect(kinds[span.kind]).toEqual(expect.arrayContaining(Object.keys(span)));
  }
});

test('a mark names the sheet, or the question, in which it is answered', () => {
  const words = askedSheetWords('zh-CN');
  const { missing } = text.phrases;
  expect(missing.reason).toBe(`【待填：${words.reasons.name}】`);
  expect(missing.prior).toBe(`【待填：${words.prior.name}】`);
  expect(missing.prior).toBe(`【待填：${words.prior.headers.amount}】`);
  expect(missing.fact).toBe('【待填：{fact}】');
  const headers = edition.declared.tables.flatMap(({ blocks }) => blocks.flatMap(({ columns }) => columns));
  expect(headers.map(({ header }) => `【待填：${header}】`)).toContain(missing.amount);
});

test('a fund is called what the revenue table calls it', () => {
  const rows = edition.declared.tables.find(({ id }) => id === '表一')?.blocks[0]?.rows ?? [];
  const labels = new Map(rows.flatMap((row) => ('label' in row ? [[row.scope['fund'], row.label] as const] : [])));
  for (const fund of ['一般公共预算', '财政专户管理资金', '事业收入', '其他收入', '上级专项收入'])
    expect(text.names?.[fund] ?? fund).toBe(labels.get(fund));
});

test('a workbook in which nobody has written an amount is asked for everything and told nothing', async () => {
  const sheets = mended.sheets.filter(({ name }) => name.startsWith('表'));
  const bare = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) =>
        /^[\s\d.]+$/.test(String(cell.value)) && cell.column > 2 ? { ...cell, value: ' ' } : cell,
      ),
    })),
  }));
  const noAmounts = bare.filter(({ name }) => !['表一', '表四', '表八'].includes(name));
  const narration = narrationOf(await narrateWorkbook({ ...mended, sheets: noAmounts }, { edition: 'xinjiang-2021' }));
  const lines = linesOf(narration);
  expect(lines.filter((line) => /未安排|没有安排/.test(line))).toEqual([]);
  expect(lines.join('')).not.toMatch(/[\d]+(?:\.\d+)?万元(?!以上)/);
  expect(lines).toContain('云州市政府办公室【待填：预算年度】年支出预算【待填：预算数】，其中：');
});

test('of money that only the tables of all funds speak of, nothing is asked of those that have none', async () => {
  const workbook = await compiledWorkbook(
    [
      ['2230201', '项目支出', '31201', '资本金注入', '国有资本经营预算', 500, ''],
      ['2230103', '项目支出', '31205', '办学补助', '国有资本经营预算', 36.5, ''],
    ],
    true,
  );
  const narration = narrationOf(await narrateWorkbook(workbook));
  expect(narration.missing.filter(({ what }) => what === 'amount' || what === 'name')).toEqual([]);
  expect(linesOf(narration)).toContainEqual(expect.stringMatching(/未安排一般公共预算项目支出。$/));
});

test('a figure of last year that is no amount, or was left out, is asked for with its cell', async () => {
  const compiled = await compiledWorkbook(SCHOOL, true);
  const { rows = [] } = compiled.sheets.find(({ name }) => name === '上年数') ?? {};
  const cellOf = (...row: readonly string[]): string => {
    const found = rows.find(({ cells }) => row.every((word) => cells.some(({ value }) => value === word)));
    return `上年数!E${(found?.row ?? -1) + 1}`;
  };
  const askedFor = async (values: Readonly<Record<string, string | number>>): Promise<readonly string[]> =>
    narrationOf(await narrateWorkbook(withValues(compiled, values))).missing.flatMap(({ what, about, fill, unread }) =>
      what === 'prior' && fill ? [[placeOf(fill), about, unread ?? ''].join(' ')] : [],
    );
  const item = `${cellOf('表五', '2080505')} 2080505 机关事业单位基本养老保险缴费支出 `;
  expect(await askedFor({ [cellOf('表五', '合计', '合计')]: 250, [cellOf('表五', '2050202')]: 200 })).toContain(item);
  expect(await askedFor({ [cellOf('表五', '合计', '合计')]: 200, [cellOf('表五', '2050202')]: 200 })).not.toContain(
    item,
  );
  const basic = cellOf('表三', '合计', '基本支出');
  expect(await askedFor({ [cellOf('表三', '合计', '合计')]: 9, [basic]: '见附件' })).toContain(
    `${basic} 基本支出 见附件`,
  );
});

test('a workbook of nothing that is known has no text', async () => {
  const result = await narrateWorkbook({ stamp: 'empty', sheets: [] });
  expect(result).toMatchObject({ book: undefined, narration: undefined, priorUnknown: false });
});
