import { existsSync } from 'node:fs';
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

/** The browser that comes as a package, unpacked when it is first asked for. */
async function unpacked(): Promise<string> {
  // The package is an ES module; jest's own loader would turn a plain import into a require.
  const load = new Function('name', 'return import(name)') as (
    name: string,
  ) => Promise<{ default: { executablePath(): Promise<string> } }>;
  return (await load('@sparticuz/chromium')).default.executablePath();
}
