import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/**
 * The typings know members that the library which can be served offline does not have: such a call compiles and is
 * undefined at run time. Every member used must be in a requirement set of at most the ceiling.
 */
const CEILING = 1.15;
const FOLDERS = ['src/hosts/excel', 'src/pane'];
const ROOT = join(__dirname, '../../..');

interface Use {
  readonly file: string;
  readonly line: number;
  readonly member: string;
  readonly set: string;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** All uses of members of office.js in the given files, with the requirement set each member's comment names. */
function usesIn(files: readonly string[]): readonly Use[] {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: ['office-js'],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`not compiled: ${file}`);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const set = setOf(checker, node);
        if (set !== undefined) {
          const { line } = source.getLineAndCharacterOfPosition(node.name.getStart());
          uses.push({ file: file.slice(ROOT.length + 1), line: line + 1, member: node.name.text, set });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

function setOf(checker: ts.TypeChecker, node: ts.PropertyAccessExpression): string | undefined {
  const symbol = checker.getSymbolAtLocation(node.name);
  const declarations =
    symbol?.declarations?.filter((declaration) => declaration.getSourceFile().fileName.includes('@types/office-js')) ??
    [];
  // Of several overloads the oldest decides: the others only say more about the arguments.
  const sets = declarations.flatMap(
    (declaration) =>
      /\[Api set: (ExcelApi\w* [\d.]+)/.exec(
        declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart()),
      )?.[1] ?? [],
  );
  return sets.sort((a, b) => versionOf(a) - versionOf(b))[0];
}

const versionOf = (set: string): number => {
  const [name, version = '99'] = set.split(' ');
  const [major = 99, minor = 0] = version.split('.').map(Number);
  return name === 'ExcelApi' ? major + minor / 100 : 99;
};

const tooNew = (uses: readonly Use[]): readonly string[] =>
  uses
    .filter((use) => versionOf(use.set) > CEILING)
    .map((use) => `${use.file}:${use.line} ${use.member} needs ${use.set}`);

it('nothing that Excel is asked for is above the library that can be served', () => {
  const uses = usesIn(FOLDERS.flatMap((folder) => sourcesIn(join(ROOT, folder))));
  expect(uses.map((use) => use.member)).toEqual(
    expect.arrayContaining(['getUsedRangeOrNullObject', 'getMergedAreasOrNullObject', 'onChanged']),
  );
  expect(tooNew(uses)).toEqual([]);
});

it('a member above it would be seen', () => {
  const uses = usesIn([join(ROOT, 'tests/hosts/excel/too-new.fixture.ts')]);
  expect(tooNew(uses)).toEqual([
    'tests/hosts/excel/too-new.fixture.ts:3 getCount needs ExcelApi 1.18',
    'tests/hosts/excel/too-new.fixture.ts:3 notes needs ExcelApi 1.18',
  ]);
});
