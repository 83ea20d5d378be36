/*
 * npm test: on a fresh clone, installs what is missing, then everything that must hold, from the quick to the slow.
 * npm test -- ARGS: the tests alone, with ARGS for jest.
 * The last line is always `N passed, N failed, N skipped`: other programs read it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StepFailed, carryOut, ensureCommandLine, ensurePackages, root, runTool } from './setup.mjs';

const STAGES = [
  ['eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'], '排版不合：npm run format'],
  ['tsc', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['tsc（引擎与版式）', 'typescript/bin/tsc', ['-p', 'tsconfig.engine.json']],
  [
    'dependency-cruiser',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['src', '--config', '.dependency-cruiser.cjs'],
  ],
  ['build', 'webpack/bin/webpack.js', ['--mode', 'production', '--stats', 'errors-warnings']],
];

const args = process.argv.slice(2);
let counts = { passed: 0, failed: 1, skipped: 0 };

await carryOut(async () => {
  await ensurePackages();
  if (args.length > 0) {
    await ensureCommandLine();
    counts = await jest(args, { quiet: false });
  } else {
    for (const stage of STAGES) await timed(stage[0], () => check(stage));
    // By itself jest leaves a core free, which on a machine with two is half of it.
    counts = await timed('jest', () => jest(['--maxWorkers=100%'], { quiet: true, onLine: showFailure }));
  }
  if (counts.failed > 0) process.exitCode = 1;
});
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);

async function timed(name, step) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    const result = await step();
    console.log(`${result?.failed > 0 ? '×' : '√'} ${name}  ${seconds()}`);
    return result;
  } catch (error) {
    console.log(`× ${name}  ${seconds()}`);
    throw error;
  }
}

async function check([name, file, toolArgs, hint]) {
  const { status, output } = await runTool(file, toolArgs);
  if (status !== 0) throw new StepFailed(`${name}没有通过，后面的没有再做。${hint ?? ''}`, output);
}

function showFailure(line) {
  if (line.startsWith('FAIL ')) console.log(`  ${line}`);
}

/** Runs jest, says what failed and what was skipped, and gives how many of each. */
async function jest(jestArgs, options) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'budget-test-'));
  try {
    const file = path.join(folder, 'results.json');
    const outcome = await runTool('jest/bin/jest.js', ['--json', `--outputFile=${file}`, ...jestArgs], options);
    const results = readResults(file);
    if (!results) throw new StepFailed(`jest没有完成（${outcome.signal ?? outcome.status}）。`, outcome.output);
    if (options.quiet) sayFailures(results);
    saySkipped(results);
    const unread = results.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    const failed = results.numFailedTests + unread.length;
    return {
      passed: results.numPassedTests,
      // A status without a failed test, as from an unknown option or an obsolete snapshot under --ci, is a failure all the same.
      failed: failed === 0 && outcome.status !== 0 ? 1 : failed,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function sayFailures({ testResults }) {
  for (const { status, name, message } of testResults) {
    if (status === 'failed') console.log(`\n${path.relative(root, name)}\n${message.trimEnd()}\n`);
  }
}

/** Where tests were skipped; the reason stands in the name of what was skipped. */
function saySkipped({ testResults }) {
  const groups = new Map();
  for (const { name, assertionResults } of testResults) {
    for (const { status, ancestorTitles, title } of assertionResults) {
      if (status !== 'pending' && status !== 'todo') continue;
      const group = `${path.relative(root, name)}: ${ancestorTitles[0] ?? title}`;
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  for (const [group, count] of groups) console.log(`－ 跳过${count}项  ${group}`);
}
