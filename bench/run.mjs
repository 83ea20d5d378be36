// npm run bench [rows…]: times of the built command line in fresh processes, medians; nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgerWorkbook } from './ledger.mjs';
import { largeWorkbook, reducedWorkbook } from './large.mjs';
import { xlsx } from './xlsx.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const cli = process.env.BUDGET_CLI ?? path.join(root, 'dist/cli/budget.js');
const sample = path.join(root, 'assets/sample/云州市人民政府办公室2021年部门预算.xlsx');
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const folder = mkdtempSync(path.join(tmpdir(), 'budget-bench-'));

if (!existsSync(cli)) {
  console.error('dist/cli/budget.js is not there: npm run build first');
  process.exit(2);
}

function run(command, args, times) {
  const peakFile = path.join(folder, 'peak');
  const runs = Array.from({ length: times }, () => {
    rmSync(peakFile, { force: true });
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync(command, args, {
      env: { ...process.env, PEAK_FILE: peakFile },
      maxBuffer: 1 << 30,
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    return {
      status,
      seconds,
      stderr: String(stderr),
      peak: existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : 0,
    };
  });
  const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b)[times >> 1];
  return { status: runs[0].status, stderr: runs[0].stderr, seconds, peak: Math.max(...runs.map((one) => one.peak)) };
}

const budget = (args, times) =>
  run(process.execPath, ['--require', path.join(root, 'bench/peak.cjs'), cli, ...args], times);

const table = [];
function note(what, { seconds, peak, status }, base) {
  const ratio = base === undefined ? '' : `${(seconds / base).toFixed(2)}×`;
  table.push([
    what,
    `${(seconds * 1000).toFixed(0)} ms`,
    peak > 0 ? `${(peak / 2 ** 20).toFixed(0)} MB` : '',
    ratio,
    status === 0 || status === 1 ? '' : `exit ${status}`,
  ]);
}

const bare = run(process.execPath, ['-e', '0'], 5);
const start = budget(['--version'], 5);
const check = budget(['check', sample, '--quiet'], 5);
note('node alone', bare);
note('start-up (--version)', start);
note('check of the sample, start-up included', check);
note('  without start-up', { ...check, seconds: check.seconds - start.seconds, peak: 0 });

const document = (name) => budget(['narrate', sample, '-o', path.join(folder, name)], 5);
note('document of the sample as .docx, start-up included', document('out.docx'), check.seconds);
note('document of the sample as .txt, start-up included', document('out.txt'), check.seconds);
const filled = path.join(folder, 'filled.xlsx');
const fill = budget(['fill', sample, '-o', filled, '--overwrite'], 5);
note('fill of the sample, checked again, start-up included', fill, check.seconds);

stagesOf('it', sample, 25);

const ledger = path.join(root, 'assets/sample/云州市人民政府办公室2021年台账.xlsx');
const [blank, compiled, disclosure] = ['blank.xlsx', 'compiled.xlsx', 'disclosure.docx'].map((name) =>
  path.join(folder, name),
);
const line = [
  budget(['new', '--department', '某局', '--year', '2021', '-o', blank, '--overwrite'], 5),
  budget(['compile', ledger, '-o', compiled, '--overwrite'], 5),
  budget(['check', compiled, '--quiet'], 5),
  budget(['narrate', compiled, '-o', disclosure], 5),
];
const seconds = line.reduce((sum, one) => sum + one.seconds, 0);
const worst = Math.max(...line.map(({ status }) => status));
note('the whole line from the sample ledger: new, compile, check, narrate', { seconds, status: worst }, check.seconds);
note('  without four start-ups', { seconds: seconds - 4 * start.seconds, status: worst });
const inOne = run(process.execPath, [path.join(root, 'bench/line.cjs'), ledger, folder], 3);
note('  the same in one process, what is loaded at the start left out', {
  ...inOne,
  seconds: Number(inOne.stderr),
  peak: 0,
});

function stagesOf(what, file, rounds) {
  const stages = run(process.execPath, [path.join(root, 'bench/stages.cjs'), file, String(rounds)], 1);
  if (stages.status !== 0) return;
  const [reading, checking, narrating] = JSON.parse(stages.stderr);
  note(`  reading ${what} (warm)`, { seconds: reading, status: 0 });
  note(`  checking ${what} (warm)`, { seconds: checking, status: 0 });
  note(`  narrating ${what} with a last year (warm)`, { seconds: narrating, status: 0 }, checking);
}

const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import openpyxl']).status === 0);
if (python === undefined) table.push(['openpyxl', 'absent', '', '', '']);
else {
  const read = run(python, ['-c', 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])', sample], 5);
  note('openpyxl merely reading it', read, check.seconds);
}

let before;
for (const rows of sizes.length > 0 ? sizes : [40, 400, 4_000, 40_000]) {
  const file = path.join(folder, `${rows}.xlsx`);
  writeFileSync(file, xlsx(largeWorkbook(rows)));
  const result = budget(['check', file, '--quiet', '--edition', 'xinjiang-2021'], rows > 1_000 ? 1 : 3);
  note(`${rows} rows a table (${(statSync(file).size / 2 ** 20).toFixed(1)} MB)`, result, before);
  before = result.seconds;
  if (rows <= 4_000) stagesOf('them', file, 5);
}
for (const rows of sizes.length > 0 ? sizes : [40, 400, 4_000]) {
  const file = path.join(folder, `${rows}-reduced.xlsx`);
  writeFileSync(file, xlsx(reducedWorkbook(rows)));
  const result = budget(
    ['fill', file, '-o', filled, '--overwrite', '--edition', 'xinjiang-2021'],
    rows > 1_000 ? 1 : 3,
  );
  note(`fill of ${rows} rows a table, reduced to the lowest`, result, before);
  before = result.seconds;
}

for (const rows of sizes.length > 0 ? sizes : [500, 5_000, 50_000]) {
  const file = path.join(folder, `${rows}-ledger.xlsx`);
  writeFileSync(file, xlsx(ledgerWorkbook(rows, root)));
  const compiled = path.join(folder, 'compiled.xlsx');
  const result = budget(['compile', file, '-o', compiled, '--overwrite', '--department', '某局', '--year', '2021'], 1);
  note(`compile of ${rows} ledger rows, checked again`, result, before);
  before = result.seconds;
  const stages = run(process.execPath, [path.join(root, 'bench/compile-stages.cjs'), file, '3'], 1);
  if (stages.status !== 0) continue;
  const [reading, compiling, writing] = JSON.parse(stages.stderr);
  note('  reading the ledger (warm)', { seconds: reading, status: 0 });
  note('  making the tables (warm)', { seconds: compiling, status: 0 }, reading);
  note('  writing them (warm)', { seconds: writing, status: 0 }, reading);
}

const COPIES = 300;
const copies = Array.from({ length: COPIES }, (_copy, i) => path.join(folder, `sample-${i}.xlsx`));
for (const copy of copies) copyFileSync(sample, copy);
note(`${COPIES} copies of the sample in one command`, budget(['check', ...copies, '--quiet'], 1), check.seconds);

rmSync(folder, { recursive: true });
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}\n`);
console.log('| what | time | peak memory | ratio to the line above it, or to the check | |\n|---|---|---|---|---|');
for (const line of table) console.log(`| ${line.join(' | ')} |`);
