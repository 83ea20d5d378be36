import { link, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFiles } from '../../src/cli/files';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const bytes = new TextEncoder().encode('new');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'budget-files-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('reading says why it could not', async () => {
  await writeFile(at('a.xlsx'), 'old');
  expect(await nodeFiles.read(at('a.xlsx'))).toMatchObject({ ok: true });
  expect(await nodeFiles.read(at('none.xlsx'))).toEqual({ ok: false, because: 'not-found' });
  expect(await nodeFiles.read(at('a.xlsx/b.xlsx'))).toEqual({ ok: false, because: 'not-found' });
  expect(await nodeFiles.read(folder)).toEqual({ ok: false, because: 'is-folder' });
});

test('one file under several names is one file', async () => {
  await writeFile(at('a.xlsx'), 'old');
  await writeFile(at('b.xlsx'), 'old');
  await symlink(at('a.xlsx'), at('symbolic.xlsx'));
  await link(at('a.xlsx'), at('hard.xlsx'));
  for (const name of ['a.xlsx', 'symbolic.xlsx', 'hard.xlsx']) {
    expect(await nodeFiles.same(at('a.xlsx'), at(name))).toBe(true);
  }
  expect(await nodeFiles.same(at('a.xlsx'), at('b.xlsx'))).toBe(false);
  expect(await nodeFiles.same(at('none.xlsx'), at('none.xlsx'))).toBe(false);
});

test('writing leaves the target and nothing else', async () => {
  expect(await nodeFiles.write(at('a.xlsx'), bytes)).toBeUndefined();
  await nodeFiles.write(at('a.xlsx'), new TextEncoder().encode('newer'));
  expect(await readFile(at('a.xlsx'), 'utf8')).toBe('newer');
  expect(await readdir(folder)).toEqual(['a.xlsx']);
});

test('writing keeps the permissions of what it replaces, and a link a link', async () => {
  await writeFile(at('a.xlsx'), 'old', { mode: 0o600 });
  await symlink('a.xlsx', at('symbolic.xlsx'));
  expect(await nodeFiles.write(at('symbolic.xlsx'), bytes)).toBeUndefined();
  expect(await readlink(at('symbolic.xlsx'))).toBe('a.xlsx');
  expect(await readFile(at('a.xlsx'), 'utf8')).toBe('new');
  expect((await stat(at('a.xlsx'))).mode & 0o777).toBe(0o600);
});

test('writing says why it could not, and leaves nothing behind', async () => {
  await mkdir(at('folder.xlsx'));
  expect(await nodeFiles.write(at('none/a.xlsx'), bytes)).toBe('no-folder');
  expect(await nodeFiles.write(at('folder.xlsx'), bytes)).toBe('is-folder');
  expect(await readdir(folder)).toEqual(['folder.xlsx']);
});
