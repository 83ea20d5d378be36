import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addressesOf } from './problems';
import { readManifest, root } from './read-manifest';

function rebase(...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/manifest.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('npm run manifest', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'manifest-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['https://host.example', 'https://host.example/'],
    ['https://host.example:8443/budget/', 'https://host.example:8443/budget/'],
    ['https://host.example/预算', 'https://host.example/%E9%A2%84%E7%AE%97/'],
    ["https://host.example/a&b'c", "https://host.example/a&b'c/"],
  ])('moves every address to %s', (base, begins) => {
    const file = path.join(folder, 'moved.xml');
    expect(rebase('--base', base, '-o', file).status).toBe(0);
    const before = addressesOf(readManifest()).map((address) => address.replace('https://localhost:3000/', begins));
    expect(addressesOf(readManifest(readFileSync(file, 'utf8')))).toEqual(before);
  });

  test.each([
    ['no address', []],
    ['http', ['--base', 'http://host.example']],
    ['no scheme', ['--base', 'host.example']],
    ['a query', ['--base', 'https://host.example/?a=1']],
    ['an option that is not known', ['--bass', 'https://host.example']],
  ])('%s: says how it is used and writes nothing', (_, args) => {
    const file = path.join(folder, 'refused.xml');
    const { status, said } = rebase(...args, '-o', file);
    expect(status).toBe(2);
    expect(said).toContain('--base https://');
    expect(existsSync(file)).toBe(false);
  });
});
