/*
 * How often the wrong cell is named, with the right value: npm run bench:localise [-- seed [trials [large]]]
 * Workbooks without errors are made wrong in all ways and checked; `trials` for each workbook, kind and number of errors,
 * `large` for the workbook of some thousand rows.
 */
import { createRequire } from 'node:module';
import os from 'node:os';
import { largeWorkbook } from './large.mjs';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { cleanWorkbooks } = require('./localisation/workbooks.ts');
const { evaluateLocalisation } = require('./localisation/evaluate.ts');
const { tablesOf } = require('./localisation/table.ts');
const { sheet, workbook } = require('../tests/fixtures/sheet.ts');

/** Rows of each tree of codes; six tables have one. */
const LARGE = 600;

const [seed = 2026, trials = 5, largeTrials = 1] = process.argv.slice(2).map(Number);

const large = workbook(
  largeWorkbook(LARGE).map(({ name, merges, rows }) =>
    sheet(
      name,
      merges,
      rows.map((row, index) => [index + 1, ...row]),
    ),
  ),
);

const usual = await evaluateLocalisation(cleanWorkbooks(seed, 3), { seed, trials, timed: true });
const big = await evaluateLocalisation([{ name: `${6 * LARGE}行`, snapshot: large }], {
  seed,
  trials: largeTrials,
  timed: true,
});
const all = {
  attempts: [...usual.attempts, ...big.attempts],
  cleanSuspects: usual.cleanSuspects + big.cleanSuspects,
  cleanWorkbooks: usual.cleanWorkbooks + big.cleanWorkbooks,
};
const cpu = os.cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}，${cpu[0]?.model ?? '?'}，${cpu.length}核，Node ${process.versions.node}；种子${seed}，共${all.attempts.length}次。\n`,
);
console.log(tablesOf(all));
