/*
 * How soon an open pane shows what an edit brings about, and for how long it holds the page up meanwhile: node bench/live.mjs
 * Through the genuine office.js and the test host, from the moment somebody has typed; each slip is taken back by another edit.
 * `node bench/live.mjs 120 --profile` changes so many places of the sample, and tells by function what the slowest of them take.
 * Nothing here passes or fails.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeWorkbook } from './large.mjs';
import { ledgerWorkbook } from './ledger.mjs';
import { selfTimes } from './self-time.mjs';

const require = createRequire(import.meta.url);
const { takeParts } = require('./phases.cjs');
const { createExcelHost } = require('../src/hosts/excel/excel-host.ts');
const { paneServices } = require('../src/pane/session/services.ts');
const { createSession } = require('../src/pane/session/session.ts');
const { isUpToDate } = require('../src/pane/session/state.ts');
const { a1 } = require('../src/engine/snapshot/address.ts');
const { compileWorkbook } = require('../src/commands/compile.ts');
const { afterCompiling } = require('../tests/fixtures/compiled.ts');
const { sample } = require('../tests/fixtures/sample.ts');
const { rowsOf, sampleLines } = require('../tests/fixtures/sample-ledger.ts');
const { sheet, workbook } = require('../tests/fixtures/sheet.ts');
const { enter } = require('../tests/office/model/enter.ts');
const { openExcel } = require('../tests/office/excel.ts');
const { workbookFromSnapshot } = require('../tests/office/model/from-snapshot.ts');

const COUNT = Number(process.argv[2] ?? 120);
const WITH_PROFILE = process.argv.includes('--profile');
const SLOWEST = 8;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** What a hand makes of an amount. */
const SLIPS = {
  加: (value) => value + 1.8,
  // The first two neighbours that differ: the cell must not hold the same as before.
  颠倒: (value) => Number(String(value).replace(/(\d)(\.?)(?!\1)(\d)/, '$3$2$1')),
  符号: (value) => -value,
  清空: () => '',
  文字: (value) => `约${value}`,
};

/** Typed amounts, spread over the workbook. */
function places(snapshot, count) {
  const all = snapshot.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value, formula }) =>
        typeof value === 'number' && formula === undefined && !Number.isInteger(value)
          ? [{ name, row, column, value }]
          : [],
      ),
    ),
  );
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);
}

/** The tables compiled from a ledger beside it, by values: there is something to type over. */
async function compiled(rows) {
  const ledger = workbook([
    sheet(
      '台账',
      [],
      rows.map((cells, index) => [index + 1, ...cells]),
    ),
  ]);
  const made = await compileWorkbook(ledger, { department: '某局', year: 2021, values: true });
  return afterCompiling(ledger, made);
}

/** Each place changed in one of the ways and back; 4.4 turned round is no change, and nothing would come of it. */
function slipsIn(snapshot, count, kinds) {
  return places(snapshot, count)
    .map((place, index) => ({ place, kind: kinds[index % kinds.length] }))
    .filter(({ place, kind }) => SLIPS[kind](place.value) !== place.value);
}

/** A pane over a workbook: what an edit takes until it is shown, and the longest that the page is held up. */
async function openPane(snapshot) {
  const excel = openExcel({ workbook: workbookFromSnapshot(snapshot), excelApi: '1.14' });
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  const session = createSession(paneServices(host), 'zh-CN');
  const end = session.watch();
  await session.check();
  const edit = async (what, changes) => {
    // Somebody who types cell after cell waits for nothing; a single change does.
    await pause(300);
    const before = session.state().checked;
    if (changes.length === 1)
      for (const { name, row, column, value } of changes) excel.user.types(name, a1({ row, column }), value);
    else pastes(excel, changes);
    takeParts();
    const started = performance.now();
    const busy = process.cpuUsage();
    let last = started;
    let held = 0;
    let found;
    while (session.state().checked === before || !isUpToDate(session.state())) {
      await pause(0);
      const now = performance.now();
      held = Math.max(held, now - last);
      last = now;
      if (session.state().soFar) found ??= now - started;
    }
    const { user, system } = process.cpuUsage(busy);
    const known = last - started;
    return { what, found, shown: found ?? known, known, held, cpu: (user + system) / 1000, parts: takeParts() };
  };
  return { edit, end };
}

/** All at one go: an event for each sheet. */
function pastes({ user }, changes) {
  user.does((workbook) => {
    const areas = new Map();
    for (const { name, row, column, value } of changes) {
      const there = workbook.sheet(name);
      enter(workbook, there, row, column, value);
      const area = areas.get(there) ?? { top: row, left: column, bottom: row, right: column };
      areas.set(there, {
        top: Math.min(area.top, row),
        left: Math.min(area.left, column),
        bottom: Math.max(area.bottom, row),
        right: Math.max(area.right, column),
      });
    }
    for (const [there, area] of areas) workbook.note({ kind: 'cells', sheet: there, area, change: 'RangeEdited' });
  });
}

async function measure(snapshot, slips) {
  const { edit, end } = await openPane(snapshot);
  const edits = [];
  for (const { place, kind } of slips) {
    const what = `${place.name}!${a1(place)} ${kind}`;
    edits.push(await edit(what, [{ ...place, value: SLIPS[kind](place.value) }]));
    edits.push(await edit(`${what} 改回`, [place]));
  }
  end();
  return edits;
}

/** So many amounts replaced at one go by others, in a pane that has followed nothing yet. */
async function paste(snapshot, count) {
  const { edit, end } = await openPane(snapshot);
  const pasted = await edit(
    '粘贴',
    places(snapshot, count).map((place) => ({ ...place, value: place.value + 1.8 })),
  );
  end();
  return [pasted];
}

function row(what, edits) {
  const of = (read) => {
    const values = edits.map(read);
    return `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.9).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;
  };
  const host = ({ parts }) => parts.get('测试宿主') ?? 0;
  console.log(
    `| ${[what, edits.length, of((one) => one.shown), of((one) => one.known), edits.filter(({ found }) => found !== undefined).length, of((one) => one.held), of((one) => one.cpu), of(host)].join(' | ')} |`,
  );
}

/** Of the slowest edits, what went where. */
function slowest(edits) {
  const parts = [...new Set(edits.flatMap((one) => [...one.parts.keys()]))];
  console.log(
    `\n| 最慢的 | 看见不平 | 知道哪一格 | ${parts.join(' | ')} | 其余和等待 |\n|---|--:|--:|${'--:|'.repeat(parts.length + 1)}`,
  );
  for (const { what, shown, known: all, parts: spent } of [...edits]
    .sort((a, b) => b.known - a.known)
    .slice(0, SLOWEST)) {
    const known = parts.map((part) => spent.get(part) ?? 0);
    const rest = all - known.reduce((sum, value) => sum + value, 0);
    console.log(`| ${[what, ...[shown, all, ...known, rest].map((value) => value.toFixed(0))].join(' | ')} |`);
  }
}

async function profile(snapshot, slips, edits) {
  const whats = new Set(
    [...edits]
      .sort((a, b) => b.known - a.known)
      .slice(0, SLOWEST)
      .map(({ what }) => what.replace(' 改回', '')),
  );
  const chosen = slips.filter(({ place, kind }) => whats.has(`${place.name}!${a1(place)} ${kind}`));
  const times = await selfTimes(() => measure(snapshot, chosen));
  console.log('\n| 最慢的各次里，函数自己的时间 | 毫秒 |\n|---|--:|');
  for (const [place, spent] of times.slice(0, 40)) console.log(`| ${place} | ${spent.toFixed(0)} |`);
}

const kinds = Object.keys(SLIPS);
const slips = slipsIn(sample, COUNT, kinds);
const edits = await measure(sample, slips);
console.log(
  '| 工作簿 | 改动 | 改完到看见不平（毫秒，中位数 / 九成以内 / 最长） | 到知道是哪一格 | 先后不同的 | 页面一次最多停多久 | 处理器 | 其中测试宿主 |',
);
console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
for (const kind of kinds)
  row(
    `样本（未修正），${kind}`,
    edits.filter(({ what }) => what.includes(kind)),
  );
row('样本（未修正），全部', edits);

const large = workbook(
  largeWorkbook(400).map(({ name, merges, rows }) =>
    sheet(
      name,
      merges,
      rows.map((cells, index) => [index + 1, ...cells]),
    ),
  ),
);
const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
for (const [what, rows] of [
  ['样本的台账和九张表', rowsOf(sampleLines)],
  ['3,000行台账和九张表', ledgerWorkbook(3000, ROOT)[0].rows],
]) {
  const snapshot = await compiled(rows);
  const only = (of) => ({ ...snapshot, sheets: snapshot.sheets.filter(({ name }) => (name === '台账') === of) });
  row(`${what}，改表`, await measure(snapshot, slipsIn(only(false), 20, ['加'])));
  row(`${what}，改台账`, await measure(snapshot, slipsIn(only(true), 10, ['加'])));
}
row('10,873格', await measure(large, slipsIn(large, 20, ['加'])));
row('10,873格，一次粘贴10,000格', await paste(large, 10_000));
slowest(edits);
if (WITH_PROFILE) await profile(sample, slips, edits);
