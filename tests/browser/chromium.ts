import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type BrowserFound = { readonly path: string } | { readonly path?: undefined; readonly because: string };

/** A browser that starts here: the machine's own, else the one that comes as a package; or why there is none. */
export function findBrowser(): BrowserFound {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'find-browser.mjs'), ...FLAGS], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  try {
    return JSON.parse(stdout) as BrowserFound;
  } catch {
    return { because: stderr.split('\n')[0] ?? 'no answer' };
  }
}

/** Starts it without a window. */
export function startBrowser(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS });
}
