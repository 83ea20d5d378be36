/* npm start: on a fresh clone, installs and builds what is missing, checks the workbooks of assets/sample, and leaves the results in out/. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StepFailed, budget, carryOut, ensureCommandLine, ensurePackages, root, run } from './setup.mjs';

const samples = 'assets/sample';
const out = 'out';

await carryOut(async () => {
  await ensurePackages();
  await ensureCommandLine();

  const names = (existsSync(path.join(root, samples)) ? await readdir(path.join(root, samples)) : [])
    // Excel leaves a `~$` file beside a workbook that is open.
    .filter((name) => name.toLowerCase().endsWith('.xlsx') && !name.startsWith('~$'))
    .sort();
  if (names.length === 0) throw new StepFailed(`${samples}里没有.xlsx文件。`);
  await mkdir(path.join(root, out), { recursive: true });

  const inputs = names.map((name) => path.join(samples, name));
  const report = path.join(out, '审核报告.xlsx');
  const { output } = await checked(['check', ...inputs, '-o', report]);
  console.log(output.trimEnd());

  const json = path.join(out, '审核结果.json');
  await writeFile(path.join(root, json), (await checked(['check', ...inputs, '--format', 'json'])).stdout);

  const annotated = [];
  for (const [index, name] of names.entries()) {
    const copy = path.join(out, `${path.basename(name, path.extname(name))}（已标记）.xlsx`);
    await checked(['annotate', inputs[index], '-o', copy]);
    annotated.push(copy);
  }

  const command = process.platform === 'win32' ? 'node dist\\cli\\budget.js' : 'node dist/cli/budget.js';
  console.log(`
审核了${names.length}个示例工作簿，结果在${out}文件夹：
${annotated.map((copy) => `  ${copy}    标记和批注在单元格里，明细在“审核结果”工作表`).join('\n')}
  ${report}    问题清单
  ${json}    供其他程序读取
检查自己的文件：${command} check 文件.xlsx`);
});

/** Runs the command line. Status 1 says that errors were found in a workbook, which is what a sample is for. */
async function checked(args) {
  const result = await run(process.execPath, [budget, ...args]);
  if (result.status > 1) throw new StepFailed(`budget ${args[0]}没有完成（退出码${result.status}）。`, result.output);
  return result;
}
