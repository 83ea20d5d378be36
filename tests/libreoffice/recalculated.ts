import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openFile } from '../fixtures/sample-file';
import { texts } from '../hosts/xlsx/opened';

// What another program makes of the file is the nearest thing to what Excel would.
export const isThere = spawnSync('soffice', ['--version']).status === 0;
if (!isThere)
  process.stderr.write('soffice is not installed: the tests that have LibreOffice calculate a file are skipped\n');

const folder = mkdtempSync(join(tmpdir(), 'budget-recalculated-'));
/** Takes away what was written; for after all tests of a file. */
export const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });

/** The file as LibreOffice saves it, everything calculated. */
export function saved(bytes: Uint8Array, name: string): Uint8Array {
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      join(folder, `${name}.xlsx`),
    ],
    { stdio: 'pipe' },
  );
  return new Uint8Array(readFileSync(join(folder, 'out', `${name}.xlsx`)));
}

/** The values that a file itself gives for its formulas, by place. */
export function storedResults(bytes: Uint8Array): Readonly<Record<string, number>> {
  const parts = texts(bytes);
  const names = openFile(bytes).snapshot.sheets.map(({ name }) => name);
  return Object.fromEntries(
    names.flatMap((name, index) =>
      [
        ...(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '').matchAll(
          /<c r="([A-Z]+\d+)"[^>]*><f[^>]*>[^<]*<\/f><v>([^<]*)<\/v>/g,
        ),
      ].map(([, at = '', value = '']) => [`${name}!${at}`, Number(value)] as const),
    ),
  );
}

/** The file without the results that we have written: LibreOffice has to find them itself. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(texts(bytes)).map(([path, text]): [string, Uint8Array] => [
    path,
    strToU8(text.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1')),
  ]);
  return zipSync(Object.fromEntries(parts));
}
