import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

const DIRECTION = 'boundaries/dependencies';
const OUTSIDE = 'boundaries/no-unknown-dependencies';
const PACKAGES = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const PROPERTY = 'no-restricted-properties';

/** `path | code | the rule that must complain`; `ok` where none may. The files need not exist, what they import does. */
const CASES = `
src/engine/amount/x.ts       | import { openXlsx } from '../../hosts/xlsx/open-xlsx'; openXlsx;                | ${DIRECTION}
src/engine/amount/x.ts       | import type { OpenResult } from '../../hosts/xlsx/open-xlsx'; export type X = OpenResult; | ${DIRECTION}
src/engine/amount/x.ts       | import { editions } from '../../editions/index'; editions;                     | ${DIRECTION}
src/engine/amount/x.ts       | export const load = () => import('../../editions/index');                      | ${DIRECTION}
src/engine/amount/x.ts       | export * from '../../i18n/catalogue';                                          | ${DIRECTION}
src/engine/amount/x.ts       | import { checkSnapshot } from '../../commands/check'; checkSnapshot;           | ${DIRECTION}
src/engine/amount/x.ts       | import type { Snapshot } from '../snapshot/snapshot'; export type X = Snapshot; | ok
src/i18n/x.ts                | import { checkSnapshot } from '../commands/check'; checkSnapshot;              | ${DIRECTION}
src/i18n/x.ts                | import { editions } from '../editions/index'; editions;                        | ${DIRECTION}
src/editions/x-2021/a.ts     | import { whyWords } from '../../i18n/catalogue'; export const x = { whyWords }; | ${DIRECTION}
src/hosts/xlsx/x.ts          | import { resolveEdition } from '../../engine/edition/resolve'; resolveEdition; | ${DIRECTION}
src/hosts/xlsx/x.ts          | import type { Finding } from '../../engine/finding/finding'; export type X = Finding; | ${DIRECTION}
src/hosts/xlsx/x.ts          | import { x } from '../excel/excel-host'; x;                                    | ${DIRECTION}
src/hosts/xlsx/x.ts          | import { x } from '../../i18n/catalogue'; x;                                   | ${DIRECTION}
src/hosts/xlsx/x.ts          | import { x } from '../../engine/formula/evaluate'; x;                          | ok
src/hosts/xlsx/x.ts          | import { x } from './open-xlsx'; x;                                            | ok
src/hosts/excel/x.ts         | import { x } from '../../engine/equation/evaluate'; x;                         | ${DIRECTION}
src/hosts/excel/x.ts         | import { x } from '../../engine/formula/evaluate'; x;                          | ok
src/hosts/excel/x.ts         | import type { Snapshot } from '../../engine/snapshot/snapshot'; export type X = Snapshot; | ok
src/documents/x.ts           | import { openXlsx } from '../hosts/xlsx/open-xlsx'; openXlsx;                  | ${DIRECTION}
src/documents/x.ts           | import { whyWords } from '../i18n/catalogue'; whyWords;                        | ${DIRECTION}
src/documents/x.ts           | import { checkSnapshot } from '../commands/check'; checkSnapshot;              | ${DIRECTION}
src/documents/x.ts           | import type { Book } from '../engine/book/book'; export type X = Book;         | ok
src/documents/x.ts           | import { strToU8 } from 'fflate'; strToU8;                                     | ok
src/documents/x.ts           | import path from 'node:path'; path;                                            | ${PACKAGES}
src/commands/x.ts            | import { run } from '../cli/run'; run;                                         | ${DIRECTION}
src/commands/x.ts            | import { editions } from '../editions/index'; editions;                        | ok
src/pane/x.tsx               | import { run } from '../cli/run'; run;                                         | ${DIRECTION}
src/cli/x.ts                 | import { sheet } from '../../tests/notation'; sheet;                           | ${OUTSIDE}
src/engine/amount/x.ts       | import settings from '../../../package.json'; settings;                        | ${OUTSIDE}
src/cli/x.ts                 | import { checkSnapshot } from '../commands/check'; checkSnapshot;              | ok
src/engine/amount/x.ts       | import { readFileSync } from 'node:fs'; readFileSync;                          | ${PACKAGES}
src/engine/amount/x.ts       | import { unzipSync } from 'fflate'; unzipSync;                                 | ${PACKAGES}
src/engine/amount/x.ts       | import { Decimal } from 'decimal.js'; Decimal;                                 | ok
src/commands/x.ts            | import path from 'node:path'; path;                                            | ${PACKAGES}
src/pane/x.tsx               | import path from 'node:path'; path;                                            | ${PACKAGES}
src/editions/x-2021/a.ts     | import { Decimal } from 'decimal.js'; export const x = { Decimal };            | ${PACKAGES}
src/engine/check/x.ts        | export const x = Date.now();                                                   | ${PROPERTY}
src/engine/check/x.ts        | export const x = Math.random();                                                | ${PROPERTY}
src/engine/check/x.ts        | export const x = new Date();                                                   | ${SYNTAX}
src/engine/check/x.ts        | export const x = new Date(2021, 0, 1);                                         | ok
src/engine/check/x.ts        | export const x = parseFloat('1');                                              | ${SYNTAX}
src/engine/check/x.ts        | export const x = Number.parseFloat('1');                                       | ${SYNTAX}
src/engine/check/x.ts        | export const x = Number('1');                                                  | ${SYNTAX}
src/engine/check/x.ts        | export const x = (1).toFixed(2);                                               | ${SYNTAX}
src/engine/amount/x.ts       | export const x = (1).toFixed(2);                                               | ok
src/engine/check/x.ts        | export default 1;                                                              | ${SYNTAX}
src/engine/check/x.ts        | const x = 1; export { x as default };                                          | ${SYNTAX}
src/hosts/xlsx/x.ts          | export default 1;                                                              | ${SYNTAX}
src/commands/x.ts            | export default 1;                                                              | ${SYNTAX}
src/engine/check/x.ts        | export const x: any = 1;                                                       | @typescript-eslint/no-explicit-any
src/editions/x-2021/a.ts     | export const x = { id: '表一', decimals: 2, rows: [{ total: '合计' }] } as const; | ok
src/editions/x-2021/a.ts     | export const x = () => 1;                                                      | ${SYNTAX}
src/editions/x-2021/a.ts     | export const x = { f() { return 1; } };                                        | ${SYNTAX}
src/editions/x-2021/a.ts     | export const x = ['表一'].concat('表二');                                      | ${SYNTAX}
src/editions/x-2021/a.ts     | export const x = 2 > 1 ? '表一' : '表二';                                      | ${SYNTAX}
src/editions/x-2021/a.ts     | for (const x of ['表一']) x;                                                   | ${SYNTAX}
src/editions/x-2021/a.ts     | let x = 1; x = 2; export { x };                                                | ${SYNTAX}
src/editions/index.ts        | export const editions = { x: () => import('./shared/dimensions') };            | ok
src/editions/index.ts        | import { checkSnapshot } from '../commands/check'; checkSnapshot;              | ${DIRECTION}
`
  .trim()
  .split('\n')
  .map((line) => {
    const [file = '', ...rest] = line.split(/\s+\| /);
    return { path: file.trim(), code: rest.slice(0, -1).join(' | ').trim(), rule: (rest.at(-1) ?? '').trim() };
  });

/** Consequences of the snippets being so short. */
const IRRELEVANT = [
  '@typescript-eslint/no-unused-expressions',
  'prefer-const',
  'no-constant-condition',
  'import/no-mutable-exports',
];

describe('the lint rules of the house bite', () => {
  let complaints: readonly (readonly string[])[] = [];

  beforeAll(() => {
    const answer = execFileSync(process.execPath, [path.join(__dirname, 'lint-snippets.mjs')], {
      cwd: root,
      input: JSON.stringify(CASES),
      encoding: 'utf8',
    });
    complaints = JSON.parse(answer) as string[][];
  }, 120_000);

  test.each(CASES.map((one, index) => [`${one.path}: ${one.code}`, one.rule, index] as const))(
    '%s → %s',
    (_, rule, index) => {
      const said = new Set(complaints[index]?.filter((id) => !IRRELEVANT.includes(id)));
      expect([...said]).toEqual(rule === 'ok' ? [] : [rule]);
    },
  );
});
