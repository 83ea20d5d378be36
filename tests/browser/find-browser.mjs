// Looks for a browser that starts on this machine, and prints { path } or { because }. In a process of its own, so that the
// answer is there before the tests are named, and since @sparticuz/chromium is an ES module.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function packaged() {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}

const reasons = [];
let found;
for (const candidate of [async () => INSTALLED.find((path) => existsSync(path)), packaged]) {
  try {
    const path = await candidate();
    if (path === undefined) continue;
    const browser = await chromium.launch({ executablePath: path, args: process.argv.slice(2) });
    await browser.close();
    found = path;
    break;
  } catch (error) {
    reasons.push(String(error.message ?? error).split('\n')[0]);
  }
}
console.log(
  JSON.stringify(found === undefined ? { because: reasons.join('; ') || 'no browser installed' } : { path: found }),
);
