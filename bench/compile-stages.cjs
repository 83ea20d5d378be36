// Reading a ledger, making the tables out of it, and writing them, apart from each other in one warm process, packed as on the command
// line: medians in seconds, as JSON on stderr. Arguments: the file, and how many rounds.
const { readFileSync } = require('node:fs');
require('./typescript.cjs');

const { NODE_COMPRESSION } = require('../src/cli/node-compression.ts');
const { compileWorkbook } = require('../src/commands/compile.ts');
const { DEFAULT_LIMITS } = require('../src/hosts/xlsx/compression.ts');
const { openXlsx } = require('../src/hosts/xlsx/open-xlsx.ts');

const PACKING = { limits: DEFAULT_LIMITS, compression: NODE_COMPRESSION };
const rounds = Number(process.argv[3] ?? 5);
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] / 1000;

async function main() {
  const bytes = readFileSync(process.argv[2]);
  const reading = [];
  const compiling = [];
  const writing = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const opened = openXlsx(bytes, PACKING);
    if (!opened.ok) throw new Error(`not opened: ${process.argv[2]}`);
    const read = performance.now();
    const result = await compileWorkbook(opened.workbook.snapshot, { department: '某局', year: 2021 });
    if (!result.ok) throw new Error(result.because);
    const compiled = performance.now();
    if (opened.workbook.apply(result.patch).bytes.length === 0) throw new Error('nothing written');
    reading.push(read - started);
    compiling.push(compiled - read);
    writing.push(performance.now() - compiled);
  }
  process.stderr.write(JSON.stringify([median(reading), median(compiling), median(writing)]));
}

main();
