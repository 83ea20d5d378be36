/*
 * Reads [{ path, code }] as JSON from stdin, lints each snippet as if it stood at that path, and writes for each the rules that complain.
 * A process of its own, because ESLint loads its settings by `import()`, which jest's sandbox does not offer.
 */
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({
  cwd: root,
  // The snippets are no part of the TypeScript project: rules that need types cannot judge them.
  overrideConfig: { ...typescript.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] },
});

const snippets = JSON.parse(await text(process.stdin));
const answers = [];
for (const { path: file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  answers.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(answers));
