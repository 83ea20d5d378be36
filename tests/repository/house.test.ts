import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, trackedFiles } from './tracked-files';

/** What may stand at the top level. A new name here is a decision, not an accident. */
const TOP_LEVEL = [
  '.ci',
  '.dependency-cruiser.cjs',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc.json',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'assets',
  'bench',
  'docs',
  'eslint.config.mjs',
  'jest.config.cjs',
  'manifest.xml',
  'package-lock.json',
  'package.json',
  'scripts',
  'src',
  'tests',
  'tsconfig.engine.json',
  'tsconfig.json',
  'webpack.config.js',
];

const LONGEST = 500;
/** Lists of published codes are as long as they are. */
const PURE_DATA = 'src/editions/shared/classification/';

const BINARY = /\.(?:xlsx|docx|png|ico)$/;

// Written in pieces, so that this file does not find itself.
const PERSONAL = ['work', 'tmp', 'home', 'Users', 'root'].map((folder) => `/${folder}/`);
const MACHINE_PATH = new RegExp(String.raw`(?<![\w.:/$\x7d~*-])(?:${PERSONAL.join('|')})\w`);
/** Paths that Excel, or a system package, has on every machine. */
const OF_EVERY_MACHINE = ['~/Library/Containers/com.microsoft.Excel'];

const tracked = trackedFiles();
const inCheckout = tracked ? describe : describe.skip;

// A file deleted but not yet committed is still listed.
const files = (tracked ?? []).filter((file) => existsSync(path.join(root, file)));
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

inCheckout(`the house is in order${tracked ? '' : ' (this is no git checkout)'}`, () => {
  test('the top level holds what belongs there', () => {
    const names = [...new Set(files.map((file) => file.split('/')[0] ?? ''))];
    expect(names.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test(`no source file is longer than ${LONGEST} lines`, () => {
    const sources = files.filter((file) => /^src\/.*\.tsx?$/.test(file) && !file.startsWith(PURE_DATA));
    expect(sources.length).toBeGreaterThan(50);
    const long = sources
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  test('no file tells of the machine on which it was written', () => {
    const telling = files
      .filter((file) => !BINARY.test(file) && file !== 'package-lock.json')
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .map((line, index) => ({ at: `${file}:${index + 1}`, line })),
      )
      .filter(({ line }) => MACHINE_PATH.test(OF_EVERY_MACHINE.reduce((text, path) => text.replaceAll(path, ''), line)))
      .map(({ at, line }) => `${at} ${line.trim()}`);
    expect(telling).toEqual([]);
  });

  test('texts end their lines as on Unix', () => {
    expect(files.filter((file) => !BINARY.test(file) && textOf(file).includes('\r\n'))).toEqual([]);
  });

  test('links in the documents lead somewhere', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...textOf(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
          .map(([, target = '']) => decodeURI(target))
          .filter((target) => !existsSync(path.join(root, path.dirname(file), target)))
          .map((target) => `${file}: ${target}`),
      );
    expect(broken).toEqual([]);
  });
});

describe('what gives a machine away is found', () => {
  const personal = (folder: string, rest: string): string => `/${folder}/${rest}`;

  test.each([
    [`const file = '${personal('work', 'main/a.xlsx')}';`, true],
    [`cd ${personal('tmp', 'x')}`, true],
    [`see ${personal('home', 'user/notes')}`, true],
    [`import x from '../work/main';`, false],
    ['path.join(os.tmpdir(), name)', false],
    ['https://host.example/home/page', false],
    ['docs/home/page', false],
  ])('%s', (line, found) => {
    expect(MACHINE_PATH.test(line)).toBe(found);
  });
});
