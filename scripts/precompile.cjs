/*
 * Part of the build: runs the built program over the samples, as an officer would, and keeps the code that V8 compiled on the way beside
 * it. Without an argument; what the commands write goes into a folder that is deleted.
 */
const { mkdtempSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
require('../bench/typescript.cjs');
const { programIn, runProgram } = require('../src/cli/program-file.ts');

const root = path.join(__dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'budget-'));
const out = (name) => path.join(folder, name);
const samples = path.join(root, 'assets/sample');
const sampleEndingIn = (ending) =>
  path.join(
    samples,
    readdirSync(samples).find((name) => name.endsWith(ending)),
  );

const commands = [
  ['new', '--department', '某局', '--year', '2021', '-o', out('new.xlsx')],
  ['compile', sampleEndingIn('台账.xlsx'), '-o', out('compiled.xlsx')],
  ['check', sampleEndingIn('部门预算.xlsx'), '-o', out('report.xlsx')],
  ['fill', sampleEndingIn('部门预算.xlsx'), '-o', out('filled.xlsx')],
  ['fix', sampleEndingIn('部门预算.xlsx'), '-o', out('fixed.xlsx')],
  ['annotate', sampleEndingIn('部门预算.xlsx'), '-o', out('marked.xlsx')],
  ['narrate', out('compiled.xlsx'), '-o', out('document.docx')],
  ['narrate', out('compiled.xlsx'), '-o', out('document.txt')],
];

const program = programIn(path.join(root, 'dist/cli'));
process.stdout.write = process.stderr.write = () => true;

// A command has ended when nothing is left to wait for.
process.on('beforeExit', () => {
  const status = process.exitCode;
  process.exitCode = undefined;
  if (status === 2) throw new Error(`not carried out: ${process.argv.slice(2).join(' ')}`);
  const next = commands.shift();
  if (next) {
    process.argv.splice(2, process.argv.length, ...next);
    runProgram(program, program.file);
  } else {
    writeFileSync(program.compiledFile, program.script.createCachedData());
    rmSync(folder, { recursive: true });
  }
});
