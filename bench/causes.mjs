/*
 * How long the causes of very many failing sums take, and the longest step: node bench/causes.mjs
 * Processor time, since other programs run beside. A workbook of some 1,600 rows in which the first so many amounts are replaced by arbitrary ones; nothing here passes or fails.
 */
import { createRequire } from 'node:module';
import { largeWorkbook } from './large.mjs';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { catalogue, checkSnapshot, editionById } = require('../src/commands/check.ts');
const { figuresOf } = require('../src/engine/book/book.ts');
const { deriveEquations } = require('../src/engine/equation/derive.ts');
const { evaluate } = require('../src/engine/equation/evaluate.ts');
const { groupByCauseInSteps } = require('../src/engine/finding/causes.ts');
const { equationFindings } = require('../src/engine/finding/equation-findings.ts');
const { recognise } = require('../src/engine/recognise/recognise.ts');
const { placeOf, valueAt, withValues } = require('../tests/fixtures/edit.ts');
const { sheet, workbook } = require('../tests/fixtures/sheet.ts');

const ROWS = 400;
const FAILING = [10, 100, 400, 1200, 4000];
const RUNS = 3;

const clean = workbook(
  largeWorkbook(ROWS).map(({ name, merges, rows }) =>
    sheet(
      name,
      merges,
      rows.map((row, index) => [index + 1, ...row]),
    ),
  ),
);
const { edition } = await checkSnapshot(clean);
const read = async (snapshot) => {
  const { book } = recognise(snapshot, await editionById(edition.id), catalogue());
  const evaluated = evaluate(deriveEquations(book));
  return { book, evaluated, failed: equationFindings(evaluated) };
};
const { book: cleanBook } = await read(clean);
const amounts = [...figuresOf(cleanBook)]
  .filter(({ reading, value }) => reading.kind === 'amount' && !value.isZero())
  .map(({ cell }) => placeOf(cell))
  .filter((place) => typeof valueAt(clean, place) === 'number');
const spoilt = (count) =>
  read(
    withValues(
      clean,
      Object.fromEntries(amounts.slice(0, count).map((place, index) => [place, (1 + ((index * 7919) % 99991)) / 100])),
    ),
  );

/** The fewest amounts whose replacement makes so many sums fail. */
async function failing(target) {
  let [low, high] = [1, amounts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { failed } = await spoilt(middle);
    if (failed.length < target) low = middle + 1;
    else high = middle;
  }
  return spoilt(low);
}

const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed({ failed, evaluated, book }) {
  const steps = groupByCauseInSteps(failed, evaluated, book);
  let [longest, count] = [0, 0];
  const from = now();
  for (;;) {
    const before = now();
    const step = steps.next();
    longest = Math.max(longest, now() - before);
    count++;
    if (step.done) return { all: now() - from, longest, count, grouped: step.value };
  }
}

const least = (values) => Math.min(...values).toFixed(0);
console.log(
  '| 不平的算式 | 全部（毫秒） | 最长一步（毫秒） | 步数 | 工作量 | 没有查到底的 |\n|--:|--:|--:|--:|--:|--:|',
);
for (const target of FAILING) {
  const workbookRead = await failing(target);
  const runs = Array.from({ length: RUNS }, () => timed(workbookRead));
  const [{ count, grouped }] = runs;
  const open = grouped.causes.filter(({ unsearched }) => unsearched).length;
  console.log(
    `| ${workbookRead.failed.length} | ${least(runs.map(({ all }) => all))} | ${least(runs.map(({ longest }) => longest))} | ${count} | ${Math.round(grouped.work)} | ${open} |`,
  );
}
