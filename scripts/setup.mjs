/* What `npm start` and `npm test` share on a fresh clone: the packages, the built command line, and running one program after another. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A step that did not succeed: what was to be done, in Chinese, and what the program said. */
export class StepFailed extends Error {
  constructor(what, output = '') {
    super(what);
    this.output = output;
  }
}

/**
 * Runs a program and gives { status, stdout, output }, where output is all it wrote, errors included. With `quiet: false` it writes to
 * the terminal itself; `onLine` sees each line as it comes.
 */
export function run(command, args, { quiet = true, onLine, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let [output, stdout] = ['', ''];
    for (const stream of [child.stdout, child.stderr]) {
      let line = '';
      stream?.setEncoding('utf8');
      stream?.on('data', (text) => {
        output += text;
        if (stream === child.stdout) stdout += text;
        const lines = (line + text).split('\n');
        line = lines.pop() ?? '';
        if (onLine) lines.forEach((one) => onLine(one));
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status: status ?? 128, signal, stdout, output }));
  });
}

/** Runs a program of node_modules by the path of its file, without npx, shells or extensions of Windows. */
export function runTool(file, args, options) {
  return run(process.execPath, [path.join(root, 'node_modules', file), ...args], options);
}

/** Installs the packages where they are missing or are not those of package-lock.json. */
export async function ensurePackages() {
  checkNode();
  if (packagesAreCurrent()) return;
  console.log('正在安装依赖包（npm ci，约一分钟）……');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status, output } = npm
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (status !== 0) throw new StepFailed('依赖包没有装上：请检查网络，或npm镜像（npm config get registry）。', output);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 15) || major === 21 || (major === 22 && minor < 2)) {
    throw new StepFailed(`需要Node.js 20.15或更新的版本，现在是${process.versions.node}。`);
  }
}

/*
 * By what is installed, not by dates: a checkout sets the date of package-lock.json anew without changing it. Optional packages may be
 * left out on this kind of machine.
 */
function packagesAreCurrent() {
  const installed = lockedPackages('node_modules/.package-lock.json');
  const wanted = lockedPackages('package-lock.json');
  if (!wanted) throw new StepFailed('没有package-lock.json，仓库不完整。');
  return (
    installed !== undefined &&
    Object.entries(wanted).every(
      ([place, { version, optional }]) => place === '' || optional === true || installed[place]?.version === version,
    )
  );
}

function lockedPackages(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : undefined;
}

export const budget = path.join(root, 'dist/cli/budget.js');

/** Builds the command line where it is missing or older than what it is made of. */
export async function ensureCommandLine() {
  const sources = [
    'src',
    'scripts/precompile.cjs',
    'webpack.config.js',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  if (existsSync(budget) && statSync(budget).mtimeMs >= Math.max(...sources.map(newest))) return;
  console.log('正在构建命令行程序……');
  const { status, output } = await runTool('webpack/bin/webpack.js', ['--config-name', 'cli', '--mode', 'production']);
  if (status !== 0) throw new StepFailed('命令行程序没有构建成功。', output);
}

/** When anything in a file or folder was last changed, folders included: a deleted file counts. */
function newest(name) {
  const full = path.isAbsolute(name) ? name : path.join(root, name);
  const stats = statSync(full);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(full).map((entry) => newest(path.join(full, entry))));
}

/** Carries out a script: a failed step is said in a few lines and sets the exit status; anything else is our mistake and is thrown. */
export async function carryOut(script) {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    if (error.output.trim() !== '') console.error(lastLines(error.output, 60));
    console.error(`× ${error.message}`);
    process.exitCode = 1;
  }
}

export function lastLines(text, most) {
  const lines = text.trimEnd().split('\n');
  return lines.length <= most
    ? lines.join('\n')
    : [`（前面省略${lines.length - most}行）`, ...lines.slice(-most)].join('\n');
}
