// Lets a benchmark require the sources as they are, types left out.
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
