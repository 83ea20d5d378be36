import { version } from '../../package.json';
import { parseArguments } from '../../src/cli/arguments';
import { budget } from './terminal';

const EDITIONS = ['xinjiang-2021', 'other-2026'];
const parsed = (line: string): unknown => {
  const outcome = parseArguments(line.split(' ').filter(Boolean), EDITIONS);
  return outcome.ok ? outcome.command : outcome.problem;
};

const check = {
  command: 'check',
  inputs: ['a.xlsx'],
  format: 'text',
  edition: undefined,
  detail: 'usual',
  output: undefined,
  overwrite: false,
};
const annotate = {
  command: 'annotate',
  input: 'a.xlsx',
  output: 'b.xlsx',
  overwrite: false,
  edition: undefined,
  remove: false,
  equations: false,
  ticks: false,
};

const fix = {
  command: 'fix',
  input: 'a.xlsx',
  output: 'b.xlsx',
  overwrite: false,
  edition: undefined,
  only: undefined,
  minConfidence: undefined,
  dryRun: false,
};

const narrate = {
  command: 'narrate',
  input: 'a.xlsx',
  output: 'b.docx',
  overwrite: false,
  ask: undefined,
  edition: undefined,
  prior: undefined,
};

const fill = {
  command: 'fill',
  input: 'a.xlsx',
  output: 'b.xlsx',
  overwrite: false,
  edition: undefined,
  values: false,
  formulas: false,
  dryRun: false,
};

const compile = {
  command: 'compile',
  input: 'a.xlsx',
  output: 'b.xlsx',
  overwrite: false,
  edition: undefined,
  department: undefined,
  year: undefined,
  values: false,
};

test.each([
  ['check a.xlsx', check],
  ['narrate a.xlsx -o b.docx', narrate],
  ['narrate a.xlsx --prior p.xlsx -o b.docx --ask c.xlsx', { ...narrate, prior: 'p.xlsx', ask: 'c.xlsx' }],
  ['narrate a.xlsx --ask c.xlsx', { ...narrate, output: undefined, ask: 'c.xlsx' }],
  ['check a.xlsx b.xlsx', { ...check, inputs: ['a.xlsx', 'b.xlsx'] }],
  ['check --quiet a.xlsx', { ...check, detail: 'quiet' }],
  ['check a.xlsx --all', { ...check, detail: 'all' }],
  ['check a.xlsx --format json', { ...check, format: 'json' }],
  ['check a.xlsx --format=json', { ...check, format: 'json' }],
  ['check a.xlsx -o r.xlsx', { ...check, output: 'r.xlsx' }],
  ['check a.xlsx --edition other-2026', { ...check, edition: 'other-2026' }],
  ['check -- --all', { ...check, inputs: ['--all'] }],
  ['annotate a.xlsx -o b.xlsx', annotate],
  ['annotate -o b.xlsx --remove a.xlsx', { ...annotate, remove: true }],
  ['annotate a.xlsx -o b.xlsx --equations', { ...annotate, equations: true }],
  ['annotate a.xlsx -o b.xlsx --ticks', { ...annotate, ticks: true }],
  ['fix a.xlsx -o b.xlsx', fix],
  ['fix a.xlsx --dry-run', { ...fix, output: undefined, dryRun: true }],
  ['fix a.xlsx -o b.xlsx --only typing,漏填', { ...fix, only: ['typing', 'omission'] }],
  ['fix a.xlsx -o b.xlsx --min-confidence 0.95', { ...fix, minConfidence: 0.95 }],
  ['fill a.xlsx -o b.xlsx', fill],
  ['fill a.xlsx --dry-run', { ...fill, output: undefined, dryRun: true }],
  ['fill a.xlsx -o b.xlsx --values', { ...fill, values: true }],
  ['fill a.xlsx -o b.xlsx --formulas --edition other-2026', { ...fill, formulas: true, edition: 'other-2026' }],
  ['compile a.xlsx -o b.xlsx --overwrite', { ...compile, overwrite: true }],
  ['--version', { command: 'version' }],
  ['', { command: 'help', about: 'general' }],
  ['--help', { command: 'help', about: 'general' }],
  ['check --help', { command: 'help', about: 'check' }],
  ['annotate a.xlsx --help', { command: 'help', about: 'annotate' }],
])('budget %s', (line, command) => {
  expect(parsed(line)).toEqual(command);
});

test.each([
  ['chekc a.xlsx', '没有“chekc”这个命令。'],
  ['check', '没有写要检查的文件。'],
  ['check a.xlsx --frmat json', '没有--frmat这个选项，是不是--format？'],
  ['check a.xlsx -x', '没有-x这个选项。'],
  ['check a.xlsx --remove', '没有--remove这个选项。'],
  ['check a.xlsx --format', '--format后面要写内容。'],
  ['check a.xlsx -o --quiet', '-o后面要写内容。'],
  ['check a.xlsx --all=yes', '--all后面不能写内容。'],
  ['check a.xlsx --format xml', '--format不能是“xml”，只能是text、json、letter。'],
  ['check a.xlsx -o b.xlsx -o c.xlsx', '-o写了两次。'],
  ['check a.xlsx --all --quiet', '--all和--quiet不能同时用。'],
  ['check a.xlsx --edition beijing', '没有“beijing”这个版式，现有：xinjiang-2021、other-2026。'],
  ['check a.xlsx --lang fr', '--lang不能是“fr”，只能是zh、en。'],
  ['check a.xlsx --lang en --format xml', '--format cannot be “xml”, only text、json、letter.'],
  ['annotate a.xlsx', '没有写输出文件，请加-o 输出.xlsx。'],
  ['fill a.xlsx', '没有写输出文件，请加-o 输出.xlsx。'],
  ['fill -o b.xlsx', '没有写要检查的文件。'],
  ['fill a.xlsx b.xlsx -o c.xlsx', '一次只能处理一个文件。'],
  ['fill a.xlsx -o b.xlsx --values --formulas', '--values和--formulas不能同时用。'],
  ['fill a.xlsx -o b.xlsx --only typing', '没有--only这个选项。'],
  ['annotate a.xlsx b.xlsx -o c.xlsx', '一次只能处理一个文件。'],
  ['narrate a.xlsx', '没有写输出文件，请加-o 输出.docx或--ask 填写.xlsx。'],
  ['narrate a.xlsx b.xlsx -o b.docx', '一次只能处理一个文件。'],
  ['check a.xlsx --prior p.xlsx', '没有--prior这个选项。'],
])('budget %s is not understood', (line, problem) => {
  expect(parsed(line)).toBe(problem);
});

test('a usage error is status 2, said on stderr, with the way to the help', async () => {
  expect(await budget(['chekc'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: '没有“chekc”这个命令。用法见budget --help。\n',
  });
});

test('the version is that of the package', async () => {
  expect(await budget(['--version'])).toMatchObject({ status: 0, stdout: `budget ${version}\n` });
});

test.each([
  [['--help']],
  [['check', '--help']],
  [['annotate', '--help', '--lang', 'en']],
  [['fix', '--help']],
  [['narrate', '--help']],
])('help %j', async (argv) => {
  const { status, stdout, stderr } = await budget(argv);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchSnapshot();
});
