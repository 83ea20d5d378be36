/*
 * How soon an open pane shows what an edit brings about, and for how long it holds the page up meanwhile: node bench/live.mjs
 * Through the genuine office.js and the test host, from the moment somebody has typed; each slip is taken back by another edit.
 * Nothing here passes or fails.
 */
import { createRequire } from 'node:module';
import { largeWorkbook } from './large.mjs';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { createExcelHost } = require('../src/hosts/excel/excel-host.ts');
const { paneServices } = require('../src/pane/session/services.ts');
const { createSession } = require('../src/pane/session/session.ts');
const { isUpToDate } = require('../src/pane/session/state.ts');
const { a1 } = require('../src/engine/snapshot/address.ts');
const { sample } = require('../tests/fixtures/sample.ts');
const { sheet, workbook } = require('../tests/fixtures/sheet.ts');
const { openExcel } = require('../tests/office/excel.ts');
const { workbookFromSnapshot } = require('../tests/office/model/from-snapshot.ts');

const EDITS = 20;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

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

async function measure(what, snapshot) {
  const excel = openExcel({ workbook: workbookFromSnapshot(snapshot), excelApi: '1.14' });
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  const session = createSession(paneServices(host), 'zh-CN');
  const end = session.watch();
  await session.check();
  const shown = [];
  const held = [];
  const edit = async ({ name, row, column }, value) => {
    // Somebody who types cell after cell waits for nothing; a single change does.
    await pause(400);
    const before = session.state().checked;
    excel.user.types(name, a1({ row, column }), value);
    const started = performance.now();
    let last = started;
    let longest = 0;
    while (session.state().checked === before || !isUpToDate(session.state())) {
      await pause(0);
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    shown.push(last - started);
    held.push(longest);
  };
  for (const place of places(snapshot, EDITS)) {
    await edit(place, place.value + 1.8);
    await edit(place, place.value);
  }
  end();
  const of = (values) =>
    `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.9).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;
  console.log(`| ${what} | ${of(shown)} | ${of(held)} |`);
}

console.log('| 工作簿 | 改完到看见（毫秒，中位数 / 九成以内 / 最长） | 页面一次最多停多久 |');
console.log('|---|--:|--:|');
await measure('样本（未修正）', sample);
await measure(
  '10,873格',
  workbook(
    largeWorkbook(400).map(({ name, merges, rows }) =>
      sheet(
        name,
        merges,
        rows.map((row, index) => [index + 1, ...row]),
      ),
    ),
  ),
);
