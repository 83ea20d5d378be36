// Reading, checking and narrating (compared with itself) apart from each other, in one warm process: medians in seconds, as JSON
// on stderr. Arguments: the file, and how many rounds.
const { readFileSync } = require('node:fs');
require('./typescript.cjs');

const { openXlsx } = require('../src/hosts/xlsx/open-xlsx.ts');
const { checkSnapshot } = require('../src/commands/check.ts');
const { narrateWorkbook } = require('../src/commands/narrate.ts');

const rounds = Number(process.argv[3] ?? 25);
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] / 1000;

async function main() {
  const bytes = readFileSync(process.argv[2]);
  const reading = [];
  const checking = [];
  const narrating = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(`not opened: ${process.argv[2]}`);
    const read = performance.now();
    await checkSnapshot(opened.workbook.snapshot);
    const checked = performance.now();
    await narrateWorkbook(opened.workbook.snapshot, { prior: opened.workbook.snapshot });
    reading.push(read - started);
    checking.push(checked - read);
    narrating.push(performance.now() - checked);
  }
  process.stderr.write(JSON.stringify([median(reading), median(checking), median(narrating)]));
}

main();
