import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'webpack';
import webpack from 'webpack';

const ROOT = join(__dirname, '../..');
const OUT = join(ROOT, 'out/test-pane');

/** Builds the pane as it is shipped, and says where it is. What was built before is built upon. */
export async function buildPane(): Promise<string> {
  const configurations = createRequire(__filename)('../../webpack.config.js') as readonly Configuration[];
  const pane = configurations.find((configuration) => configuration.name === 'pane');
  if (!pane) throw new Error('webpack.config.js has no pane');
  mkdirSync(OUT, { recursive: true });
  const compiler = webpack({
    ...pane,
    mode: 'production',
    context: ROOT,
    output: { ...pane.output, path: OUT },
    cache: { type: 'filesystem', name: 'test-pane', cacheDirectory: join(ROOT, 'out/webpack-cache') },
  });
  const stats = await new Promise<string>((resolve, reject) => {
    compiler.run((error, result) => {
      if (error) reject(error);
      else resolve(result?.hasErrors() ? result.toString({ all: false, errors: true }) : '');
    });
  });
  await new Promise<void>((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
  if (stats !== '') throw new Error(stats);
  return OUT;
}
