import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './read-manifest';

// The published schemas are not ours to ship: they are used where they lie beside the project.
const schema = path.resolve(root, '../shared/manifest-schema/OfficeAppManifestV1_1.xsd');
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

function validate(file: string): { readonly status: number | null; readonly said: string } {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], {
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
}

const missing = !existsSync(schema)
  ? 'the schemas are not beside the project'
  : !hasXmllint
    ? 'xmllint is not installed'
    : undefined;
const whereTheyAre = missing === undefined ? describe : describe.skip;

whereTheyAre(`manifest.xml by the published schemas${missing === undefined ? '' : ` (${missing})`}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'manifest-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is valid', () => {
    const { status, said } = validate(path.join(root, 'manifest.xml'));
    expect(said).toMatch(/ validates$/);
    expect(status).toBe(0);
  });

  test('is valid for another place as well', () => {
    const file = path.join(folder, 'moved.xml');
    execFileSync(process.execPath, [
      path.join(root, 'scripts/manifest.mjs'),
      '--base',
      'https://host.example/a%20b/',
      '-o',
      file,
    ]);
    expect(validate(file).status).toBe(0);
  });

  test('would not be valid in another order', () => {
    const file = path.join(folder, 'wrong.xml');
    const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
    const permissions = '<Permissions>ReadWriteDocument</Permissions>';
    writeFileSync(file, xml.replace(permissions, '').replace('<Hosts>', `${permissions}<Hosts>`));
    expect(validate(file).status).not.toBe(0);
  });
});
