/*
 * The localiser against a mixed-integer program in HiGHS, on the same random systems, in one run: node bench/localise.mjs [repetitions]
 * Systems are tables with subtotals, totals and a second table that repeats a column, chained by sums, amounts not negative.
 * The program is given every advantage: its instance is loaded, its text is built beforehand, and it has to name one set only.
 */
import { Decimal } from 'decimal.js';
import { createRequire } from 'node:module';
import loadHighs from 'highs';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { localise } = require('../src/engine/localise/localise.ts');
const repetitions = Number(process.argv[2] ?? 5);

let seed = 20240601;
/** A whole number below n, the same in every run. */
function random(n) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
}

/** About so many amounts (in hundredths) that agree, and the rows that say so. */
function cleanSystem(size) {
  const amounts = [];
  const rows = [];
  const cell = (amount) => amounts.push(amount) - 1;
  const equals = (whole, parts) => rows.push([[whole, 1], ...parts.map((part) => [part, -1])]);
  const total = (parts) => {
    const whole = cell(parts.reduce((sum, part) => sum + amounts[part], 0));
    equals(whole, parts);
    return whole;
  };
  const columnTotals = (lines) => {
    const totals = lines[0].map((_, column) => total(lines.map((line) => line[column])));
    equals(totals.at(-1), totals.slice(0, -1));
    return totals;
  };
  let chained;
  while (amounts.length < size) {
    const width = 2 + random(5);
    const lines = Array.from({ length: 4 + random(12) }, () => {
      const cells = Array.from({ length: width }, () => cell(random(3) === 0 ? 0 : random(1_000_000)));
      return [...cells, total(cells)];
    });
    const groups = [];
    for (let start = 0; start < lines.length;) {
      const end = start + 1 + random(4);
      groups.push(columnTotals(lines.slice(start, end)));
      start = end;
    }
    columnTotals(groups);
    const repeated = lines.map((line) => {
      const again = cell(amounts[line.at(-1)]);
      equals(again, [line.at(-1)]);
      return again;
    });
    const sum = total(repeated);
    chained = chained === undefined ? sum : total([sum, chained]);
  }
  return { amounts, rows };
}

function damaged({ amounts }, errors) {
  const wrong = [...amounts];
  const hit = new Set();
  while (hit.size < errors) hit.add(random(amounts.length));
  for (const index of hit) wrong[index] += 1 + random(100_000);
  return { wrong, hit };
}

/** Deviations as variables, bounded by the sum of absolute residuals: with a larger bound small errors cost nothing. */
function program(amounts, rows) {
  const residuals = rows.map((row) => row.reduce((sum, [index, factor]) => sum + factor * amounts[index], 0));
  const bound = residuals.reduce((sum, residual) => sum + Math.abs(residual), 0);
  const used = new Set(rows.flatMap((row) => row.map(([index]) => index)));
  const lines = ['Minimize', ` obj: ${[...used].map((index) => `z${index}`).join(' + ')}`, 'Subject To'];
  for (const [at, row] of rows.entries()) {
    const terms = row
      .map(([index, factor]) => (factor > 0 ? `+ p${index} - n${index}` : `- p${index} + n${index}`))
      .join(' ');
    lines.push(` r${at}: ${terms} = ${-residuals[at]}`);
  }
  for (const index of used) lines.push(` b${index}: p${index} + n${index} - ${bound} z${index} <= 0`);
  lines.push('Bounds');
  for (const index of used)
    lines.push(` 0 <= p${index} <= ${bound}`, ` 0 <= n${index} <= ${Math.min(bound, amounts[index])}`);
  lines.push('Binary', ` ${[...used].map((index) => `z${index}`).join(' ')}`, 'End');
  return lines.join('\n');
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const milliseconds = (work) => {
  const start = performance.now();
  const result = work();
  return { took: performance.now() - start, result };
};

const highs = await loadHighs();
const solve = (text) =>
  highs.solve(text, {
    mip_feasibility_tolerance: 1e-10,
    primal_feasibility_tolerance: 1e-10,
    mip_rel_gap: 0,
    time_limit: 30,
  });

/** Both on one system with so many amounts and errors. */
function compare(size, errors) {
  const clean = cleanSystem(size);
  const { wrong, hit } = damaged(clean, errors);
  const rows = clean.rows.map((row) => ({
    op: '=',
    terms: row.map(([variable, coefficient]) => ({ variable, coefficient })),
  }));
  for (const variable of wrong.keys()) rows.push({ op: '>=', terms: [{ variable, coefficient: 1 }] });
  const system = { variables: wrong.map((amount) => ({ value: new Decimal(amount).div(100), weight: 1 })), rows };
  const own = milliseconds(() => localise(system));
  const text = program(wrong, clean.rows);
  const mip = milliseconds(() => solve(text));
  const listed = new Set(
    own.result.groups.flatMap(({ alternatives }) =>
      alternatives.flatMap((changes) => changes.map(({ variable }) => variable)),
    ),
  );
  return {
    ours: own.took,
    theirs: mip.took,
    same: Math.round(mip.result.ObjectiveValue) === own.result.groups.reduce((sum, group) => sum + group.weight, 0),
    listed: [...hit].every((index) => listed.has(index)),
    proved: own.result.proved,
  };
}

// Both are warm before anything is counted.
for (let turn = 0; turn < 5; turn++) compare(300, 2);

console.log('figures  errors | ours ms   HiGHS ms   ratio | same weight  injected set listed  proved');
for (const size of [50, 100, 300, 1000, 3000]) {
  for (const errors of [1, 2, 3, 4]) {
    const turns = Array.from({ length: repetitions }, () => compare(size, errors));
    const [ours, theirs] = [median(turns.map((turn) => turn.ours)), median(turns.map((turn) => turn.theirs))];
    const of = (what) => `${turns.filter((turn) => turn[what]).length}/${repetitions}`;
    console.log(
      `${String(size).padStart(7)}  ${String(errors).padStart(6)} | ${ours.toFixed(2).padStart(7)} ${theirs.toFixed(1).padStart(10)} ${`${(theirs / ours).toFixed(0)}×`.padStart(7)} | ${of('same').padStart(11)} ${of('listed').padStart(20)} ${of('proved').padStart(7)}`,
    );
  }
}
