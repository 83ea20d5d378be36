/* npm run docs: writes the generated pages of docs/checks from the editions' declarations and the examples of tests/docs. */
import { ensurePackages, carryOut, runTool, StepFailed } from './setup.mjs';

await carryOut(async () => {
  await ensurePackages();
  const { status, output } = await runTool('jest/bin/jest.js', ['tests/docs/(checks|editions)'], {
    env: { UPDATE_DOCS: '1' },
  });
  if (status !== 0) throw new StepFailed('docs/checks没有全部生成：', output);
  console.log('已生成docs/checks。');
});
