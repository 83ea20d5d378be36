// The whole line of an officer in one process, each command for the first time: an empty workbook, the tables out of a ledger, their
// check, the document. Seconds as JSON on stderr. Arguments: the ledger, a folder to write to.
const path = require('node:path');
require('./typescript.cjs');

const { checkSnapshot, editionIds } = require('../src/commands/check.ts');
const { NODE_COMPRESSION } = require('../src/cli/node-compression.ts');
const { nodeFiles } = require('../src/cli/files.ts');
const { run } = require('../src/cli/run.ts');
const { DEFAULT_LIMITS } = require('../src/hosts/xlsx/compression.ts');
const { openXlsx } = require('../src/hosts/xlsx/open-xlsx.ts');

// Loaded when they are used: part of the start-up, which is not measured here.
require('../src/editions/xinjiang-2021/edition.ts');
require('../src/editions/shanghai-putuo-2026-unit/edition.ts');

const [, , ledger, folder] = process.argv;
const [blank, compiled, document] = ['blank.xlsx', 'compiled.xlsx', 'document.docx'].map((name) =>
  path.join(folder, name),
);
const nowhere = { write: () => undefined, isTerminal: false, columns: undefined };
const io = { stdout: nowhere, stderr: nowhere, env: {}, now: () => performance.now(), files: nodeFiles };
const packing = { limits: DEFAULT_LIMITS, compression: NODE_COMPRESSION };
const tools = { open: (bytes) => openXlsx(bytes, packing), editionIds, check: checkSnapshot };

async function main() {
  const started = performance.now();
  for (const args of [
    ['new', '--department', '某局', '--year', '2021', '-o', blank],
    ['compile', ledger, '-o', compiled],
    ['check', compiled, '--quiet'],
    ['narrate', compiled, '-o', document],
  ]) {
    const status = await run(args, io, tools);
    if (status > 1) throw new Error(`${args[0]} ends with ${status}`);
  }
  process.stderr.write(JSON.stringify((performance.now() - started) / 1000));
}

main();
