/*
 * Part of the build: carries out the built program's commands on the samples and keeps the code that V8 compiled on the way beside it. What
 * the commands write goes into a folder that is deleted.
 */
const { mkdtempSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
require('../bench/typescript.cjs');
const { loadProgram, programIn } = require('../src/cli/program-file.ts');

const root = path.join(__dirname, '..');
const samples = path.join(root, 'assets/sample');
const folder = mkdtempSync(path.join(tmpdir(), 'budget-'));
const out = (name) => path.join(folder, name);
const [ledger, received] = ['台账.xlsx', '部门预算.xlsx'].map((ending) =>
  path.join(
    samples,
    readdirSync(samples).find((name) => name.endsWith(ending)),
  ),
);
const commands = [
  ['new', '--department', '某局', '--year', '2021', '-o', out('new.xlsx')],
  ['compile', ledger, '-o', out('compiled.xlsx')],
  ['check', received, '-o', out('report.xlsx')],
  ['fill', received, '-o', out('filled.xlsx')],
  ['fix', received, '-o', out('fixed.xlsx')],
  ['annotate', received, '-o', out('marked.xlsx')],
  ['narrate', out('compiled.xlsx'), '-o', out('document.docx')],
  ['narrate', out('compiled.xlsx'), '-o', out('document.txt')],
];

async function precompile() {
  const program = programIn(path.join(root, 'dist/cli'));
  const { main } = loadProgram(program);
  process.stdout.write = process.stderr.write = () => true;
  for (const args of commands) {
    if ((await main(args, '')) > 1) throw new Error(`not carried out: ${args.join(' ')}`);
  }
  writeFileSync(program.compiledFile, program.script.createCachedData());
}

precompile().finally(() => rmSync(folder, { recursive: true }));
