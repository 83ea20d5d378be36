// The whole line of an officer in one process, each command for the first time: an empty workbook, the tables out of a ledger, their
// check, the document. By the built program, which is loaded beforehand. Seconds as JSON on stderr. Arguments: the ledger, a folder.
const path = require('node:path');
require('./typescript.cjs');

const { loadProgram, programIn } = require('../src/cli/program-file.ts');

const [, , ledger, folder] = process.argv;
const [blank, compiled, document] = ['blank.xlsx', 'compiled.xlsx', 'document.docx'].map((name) =>
  path.join(folder, name),
);

async function line() {
  const { main } = loadProgram(programIn(path.join(__dirname, '../dist/cli')));
  const started = performance.now();
  for (const args of [
    ['new', '--department', '某局', '--year', '2021', '-o', blank, '--overwrite'],
    ['compile', ledger, '-o', compiled, '--overwrite'],
    ['check', compiled, '--quiet'],
    ['narrate', compiled, '-o', document],
  ]) {
    const status = await main(args, '');
    if (status > 1) throw new Error(`${args[0]} ends with ${status}`);
  }
  process.stderr.write(JSON.stringify((performance.now() - started) / 1000));
}

line();
