import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Loads modules of src/engine (`['localise/localise']`) as plain JavaScript; types are not checked here. */
export function loadEngine(folders, modules) {
  const out = join(root, 'node_modules/.cache/bench-engine');
  for (const folder of folders) {
    mkdirSync(join(out, folder), { recursive: true });
    for (const file of readdirSync(join(root, 'src/engine', folder))) {
      if (!file.endsWith('.ts')) continue;
      const { outputText } = ts.transpileModule(readFileSync(join(root, 'src/engine', folder, file), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
      });
      writeFileSync(join(out, folder, file.replace(/\.ts$/, '.js')), outputText);
    }
  }
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}');
  const require = createRequire(join(out, 'index.js'));
  return Object.assign({}, ...modules.map((name) => require(`./${name}.js`)));
}
