/*
 * Draws assets/icons/<name>-<size>.png from the two drawings of each name beside them. Run by hand after changing a drawing; the results are committed.
 * CHROMIUM names the browser where it is not /usr/bin/chromium.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../assets/icons');
const NAMES = ['icon', 'fill', 'text', 'mark', 'settings'];
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const name of NAMES) {
    for (const size of SIZES) {
      const drawing = await readFile(path.join(folder, size < 32 ? `${name}-small.svg` : `${name}.svg`), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
      );
      await page.screenshot({ path: path.join(folder, `${name}-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
