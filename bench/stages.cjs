// Reading and checking apart from each other, in one warm process: medians in seconds, as JSON on stderr.
const { readFileSync } = require('node:fs');
const ts = require('typescript');

for (const extension of ['.ts', '.tsx']) {
  require.extensions[extension] = (module, file) => {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      fileName: file,
      compilerOptions: { module: 'commonjs', target: 'es2022', esModuleInterop: true },
    });
    module._compile(outputText, file);
  };
}

const { openXlsx } = require('../src/hosts/xlsx/open-xlsx.ts');
const { checkSnapshot } = require('../src/commands/check.ts');

const ROUNDS = 25;
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] / 1000;

async function main() {
  const bytes = readFileSync(process.argv[2]);
  const reading = [];
  const checking = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(`not opened: ${process.argv[2]}`);
    const read = performance.now();
    await checkSnapshot(opened.workbook.snapshot);
    reading.push(read - started);
    checking.push(performance.now() - read);
  }
  process.stderr.write(JSON.stringify([median(reading), median(checking)]));
}

main();
