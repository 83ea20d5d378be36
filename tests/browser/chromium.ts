import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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

/** A browser without a window; undefined (and why) where none starts on this machine. */
export async function startBrowser(): Promise<
  { readonly browser: Browser } | { readonly browser: undefined; readonly because: string }
> {
  const tried: string[] = [];
  for (const find of [() => Promise.resolve(INSTALLED.find((path) => existsSync(path))), unpacked]) {
    try {
      const executablePath = await find();
      if (executablePath !== undefined) return { browser: await chromium.launch({ executablePath, args: FLAGS }) };
    } catch (error) {
      tried.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  return { browser: undefined, because: tried.join('; ') || 'no browser installed' };
}

/** The browser that comes as a package, unpacked when it is first asked for; in a process of its own, since it is an ES module. */
async function unpacked(): Promise<string> {
  const program = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  return stdout.trim();
}
