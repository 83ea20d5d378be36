/*
 * npm run manifest -- --base https://host/path
 * Writes dist/manifest.xml: the manifest with every address moved from https://localhost:3000 to where the pane is served.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const HERE = 'https://localhost:3000';

/** The address without a slash at its end, or undefined where it is no plain https address. */
function baseOf(text) {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.href.replace(/\/+$/, '');
}

function xmlEscaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}

let values;
try {
  ({ values } = parseArgs({ options: { base: { type: 'string' }, output: { type: 'string', short: 'o' } } }));
} catch {
  values = {};
}
const base = values.base === undefined ? undefined : baseOf(values.base);

if (base === undefined) {
  fail('用法：npm run manifest -- --base https://主机/路径 [-o dist/manifest.xml]\n地址须以https://开头，不带?和#。');
} else {
  const manifest = await readFile(path.join(root, 'manifest.xml'), 'utf8');
  const output = path.resolve(root, values.output ?? 'dist/manifest.xml');
  // Only attributes: the comment at the head goes on saying where the original points.
  const moved = manifest.replaceAll(`"${HERE}/`, `"${xmlEscaped(base)}/`);
  await mkdir(path.dirname(output), { recursive: true });
  await writeFile(output, moved);
  console.log(`已写入${path.relative(process.cwd(), output)}，窗格地址：${base}/taskpane.html`);
}
