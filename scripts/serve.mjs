/*
 * npm run serve: the pane at https://localhost:3000, rebuilt after each change. Excel loads it by https alone, with a certificate that the
 * machine trusts; making one changes the machine's settings, so it is left to the user and only looked for here.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StepFailed, carryOut, ensurePackages, runTool } from './setup.mjs';

const folder = process.env.BUDGET_CERTIFICATES ?? path.join(os.homedir(), '.office-addin-dev-certs');
const files = Object.fromEntries(
  [
    ['key', 'localhost.key'],
    ['cert', 'localhost.crt'],
    ['ca', 'ca.crt'],
  ].map(([option, name]) => [option, path.join(folder, name)]),
);

await carryOut(async () => {
  await ensurePackages();
  const secure = existsSync(files.key) && existsSync(files.cert);
  if (!secure) {
    console.log(
      `没有找到证书（${folder}），改用http：只能在浏览器里看，Excel不会加载。\n` +
        '做证书：npx office-addin-dev-certs install（会把一个只供本机使用的根证书加入系统信任）。',
    );
  }
  const certificate = Object.entries(files).flatMap(([option, file]) =>
    existsSync(file) ? [`--server-options-${option}`, file] : [],
  );
  const { status } = await runTool(
    'webpack/bin/webpack.js',
    [
      'serve',
      '--config-name',
      'pane',
      '--mode',
      'development',
      '--host',
      'localhost',
      '--port',
      '3000',
      ...(secure ? ['--server-type', 'https', ...certificate] : []),
    ],
    { quiet: false },
  );
  if (status !== 0 && status !== 130) throw new StepFailed('服务没有启动，或已中断。');
});
