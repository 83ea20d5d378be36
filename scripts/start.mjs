/*
 * npm start: on a fresh clone, installs and builds what is missing; then does the whole line with the ledger of assets/sample - an empty
 * workbook, the tables, their check, the document - and checks somebody else's workbook. The results stay in out/.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StepFailed, budget, carryOut, ensureCommandLine, ensurePackages, root, run } from './setup.mjs';

const samples = 'assets/sample';
const out = 'out';
const program = process.platform === 'win32' ? 'node dist\\cli\\budget.js' : 'node dist/cli/budget.js';

await carryOut(async () => {
  await ensurePackages();
  await ensureCommandLine();
  await mkdir(path.join(root, out), { recursive: true });

  const ledger = await sampleEndingIn('台账.xlsx');
  const department = path.basename(ledger).replace(/\d{4}年台账\.xlsx$/, '');
  const year = /(\d{4})年台账/.exec(ledger)?.[1] ?? '';
  const blank = inOut('空白标准工作簿.xlsx');
  const compiled = inOut(`${department}${year}年部门预算（编制）.xlsx`);
  const disclosure = inOut(`${department}${year}年部门预算公开.docx`);
  const compiledReport = inOut('编制后的审核报告.xlsx');

  heading('一、由台账编制');
  await shown('生成空白工作簿', ['new', '--department', department, '--year', year, '-o', blank]);
  await shown('台账编成九张表', ['compile', ledger, '-o', compiled]);
  await shown('审核编好的表', ['check', compiled, '-o', compiledReport]);
  await shown('写整份公开文件', ['narrate', compiled, '-o', disclosure]);

  const received = await sampleEndingIn('部门预算.xlsx');
  const marked = inOut(`${path.basename(received, '.xlsx')}（已标记）.xlsx`);
  const report = inOut('审核报告.xlsx');
  const json = inOut('审核结果.json');

  heading('二、审核别人做的表');
  await shown('审核', ['check', received, '-o', report]);
  await shown('标记到单元格', ['annotate', received, '-o', marked]);
  await writeFile(path.join(root, json), (await finished(['check', received, '--format', 'json'])).stdout);

  heading(`结果都在${out}文件夹`);
  console.log(`  ${blank}    从这里开始：填台账
  ${compiled}    九张表和绩效目标表，合计是公式
  ${disclosure}    整份公开文件，可用Word、WPS打开
  ${compiledReport}    编好的表的审核结果
  ${marked}    标记和批注在单元格里，明细在“审核结果”工作表
  ${report}    问题清单
  ${json}    供其他程序读取

自己的文件：${program} check 文件.xlsx；全部命令：${program} --help`);
});

function inOut(name) {
  return path.join(out, name);
}

function heading(text) {
  console.log(`\n${text}`);
}

/** The shipped workbook of that ending. Excel leaves a `~$` file beside a workbook that is open. */
async function sampleEndingIn(ending) {
  const names = await readdir(path.join(root, samples)).catch(() => []);
  const found = names.filter((name) => name.endsWith(ending) && !name.startsWith('~$')).sort();
  if (found[0] === undefined) throw new StepFailed(`${samples}里没有${ending}。`);
  return path.join(samples, found[0]);
}

/** Runs a command and shows what it says below the command itself. */
async function shown(what, args) {
  console.log(`\n【${what}】budget ${args.join(' ')}`);
  const { output } = await finished(args);
  console.log(output.trimEnd());
}

/** Runs the command line. Status 1 says that errors were found in a workbook, which is what a sample is for. */
async function finished(args) {
  const result = await run(process.execPath, [budget, ...args]);
  if (result.status > 1) throw new StepFailed(`budget ${args[0]}没有完成（退出码${result.status}）。`, result.output);
  return result;
}
