import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programIn } from '../../src/cli/program-file';

// What `npm run build` made: `npm test` builds it first.
const ROOT = path.join(__dirname, '../..');
const BUILT = path.join(ROOT, 'dist/cli');
const SAMPLE = path.join(ROOT, 'assets/sample/云州市人民政府办公室2021年部门预算.xlsx');
const COMPILED = programIn(BUILT).compiledFile;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'budget-built-'));
  for (const name of ['budget.js', 'program.js']) copyFileSync(path.join(BUILT, name), path.join(folder, name));
});

afterEach(() => rmSync(folder, { recursive: true }));

function budget(from: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(from, 'budget.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, said: (stdout + stderr).replace(/用时[\d.]+秒/g, '') };
}

test('the program is there with its compiled code, which this Node reads', () => {
  expect(readdirSync(BUILT).sort()).toEqual(['budget.js', path.basename(COMPILED), 'program.js'].sort());
  // What was compiled belongs to the text of the program as Node runs it: functions and all.
  expect(programIn(BUILT).script.cachedDataRejected).toBe(false);
});

test.each([
  ['its compiled code', () => copyFileSync(COMPILED, path.join(folder, path.basename(COMPILED)))],
  ['no compiled code', () => undefined],
  ['compiled code that is damaged', () => writeFileSync(path.join(folder, path.basename(COMPILED)), 'damaged')],
])('with %s it says and does the same', (_, arrange) => {
  arrange();
  expect(budget(folder, 'check', SAMPLE)).toEqual(budget(BUILT, 'check', SAMPLE));
  expect(budget(folder, 'check', 'nowhere.xlsx')).toMatchObject({ status: 2 });
});

test('compiled code of another program is not taken', () => {
  const of = (text: string): string => {
    writeFileSync(path.join(folder, 'program.js'), text);
    return programIn(folder).compiledFile;
  };
  // As long as the other: V8 itself looks at the length of the text only.
  expect(of('exports.one = 1;')).not.toBe(of('exports.one = 2;'));
});

test('many files are spread over workers, which start the same way', () => {
  const files = Array.from({ length: 12 }, (_, index) => {
    const file = path.join(folder, `${index}.xlsx`);
    copyFileSync(SAMPLE, file);
    return file;
  });
  const { status, said } = budget(folder, 'check', '--quiet', ...files);
  expect(status).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(files.length);
});
