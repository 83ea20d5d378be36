import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { NODE_COMPRESSION } from '../../../src/cli/node-compression';
import { DEFAULT_LIMITS, PORTABLE_COMPRESSION } from '../../../src/hosts/xlsx/compression';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { OpenResult } from '../../../src/hosts/xlsx/open-xlsx';
import { inflateEntry } from '../../../src/hosts/xlsx/zip-read';
import { deflated, storedEntry } from '../../../src/hosts/xlsx/zip-write';
import { buildXlsx, partsOf } from './build-workbook';
import { fixture } from './opened';

const book = {
  sheets: [{ name: '甲', data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  strings: ['<t>文字</t>'],
};
const good = buildXlsx(book);

/** A compound file whose directory names one stream. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((c, i) => (bytes[640 + 2 * i] = c.charCodeAt(0)));
  bytes[640 + 64] = (stream.length + 1) * 2;
  return bytes;
}

function withPart(path: string, text: string | undefined): Uint8Array {
  const parts = partsOf(book);
  if (text === undefined) delete parts[path];
  else parts[path] = strToU8(text);
  return zipSync(parts);
}

/** The file with one byte of an entry's data changed. */
function damaged(path: string): Uint8Array {
  const bytes = zipSync(partsOf(book), { level: 0 });
  const at = Buffer.from(bytes).indexOf(path) + path.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const cases: readonly (readonly [string, Uint8Array, object])[] = [
  ['nothing', new Uint8Array(0), { because: 'empty' }],
  ['a web page', strToU8('<html><table></table></html>'), { because: 'not-a-zip' }],
  ['half a file', good.subarray(0, good.length / 2), { because: 'truncated' }],
  ['an .xls', compound('Workbook'), { because: 'old-xls' }],
  ['an encrypted file', compound('EncryptedPackage'), { because: 'encrypted' }],
  ['a .doc', compound('WordDocument'), { because: 'not-a-workbook' }],
  ['any other zip', zipSync({ 'a.txt': strToU8('a') }), { because: 'not-a-workbook' }],
  ['a .docx', withPart('xl/workbook.xml', '<w:document xmlns:w="x"/>'), { because: 'not-a-workbook' }],
  [
    'an .xlsb',
    withPart(
      '_rels/.rels',
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    ),
    { because: 'binary-workbook' },
  ],
  [
    'strict Open XML',
    withPart('xl/workbook.xml', '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets/></workbook>'),
    { because: 'strict-namespace' },
  ],
  ['no sheet', withPart('xl/workbook.xml', `<workbook xmlns="${MAIN}"><sheets/></workbook>`), { because: 'no-sheets' }],
  [
    'a document type',
    withPart(
      'xl/worksheets/sheet1.xml',
      `<!DOCTYPE x [<!ENTITY e "1">]><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
    ),
    { because: 'dtd', detail: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'a missing sheet',
    withPart('xl/worksheets/sheet1.xml', undefined),
    { because: 'corrupt-part', detail: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'a sheet cut off',
    withPart('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData><row r="1">`),
    { because: 'corrupt-part', detail: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'a string that is not there',
    withPart('xl/sharedStrings.xml', `<sst xmlns="${MAIN}"/>`),
    { because: 'corrupt-part', detail: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'a cell beyond the sheet',
    withPart(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>`,
    ),
    { because: 'corrupt-part' },
  ],
  ['a flipped bit', damaged('xl/styles.xml'), { because: 'corrupt-part', detail: 'xl/styles.xml' }],
];

/** In the pane by a library, on the command line by what Node brings. */
describe.each([
  ['portable', PORTABLE_COMPRESSION],
  ["Node's", NODE_COMPRESSION],
])('inflated by %s compression', (_name, compression) => {
  const open = (bytes: Uint8Array, limits = DEFAULT_LIMITS): OpenResult => openXlsx(bytes, { limits, compression });

  test.each(cases)('%s', (_, bytes, expected) => {
    expect(open(bytes)).toMatchObject({ ok: false, ...expected });
  });

  describe('a bomb is refused while it is being inflated', () => {
    test('by its size, whatever the sizes it declares', () => {
      const parts = partsOf({ sheets: [{ name: '甲', data: ' '.repeat(3_000_000) }] });
      const bytes = zipSync(parts);
      const view = new DataView(bytes.buffer);
      // Declares ten bytes for each part.
      for (let at = 0; at + 46 < bytes.length; at++)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
      expect(open(bytes, { ...DEFAULT_LIMITS, total: 1_000_000 })).toMatchObject({
        ok: false,
        because: 'too-large',
        detail: 'xl/worksheets/sheet1.xml',
      });
      expect(open(bytes)).toMatchObject({ ok: true });
    });

    test('by all parts together', () => {
      const sheets = Array.from({ length: 5 }, (_, i) => ({ name: `甲${i}`, data: ' '.repeat(300_000) }));
      expect(open(buildXlsx({ sheets }), { ...DEFAULT_LIMITS, total: 1_000_000 })).toMatchObject({
        because: 'too-large',
      });
    });

    test('by its ratio', () => {
      const parts = partsOf({ sheets: [{ name: '甲' }] });
      parts['xl/worksheets/sheet1.xml'] = new Uint8Array(60_000_000);
      expect(open(zipSync(parts))).toMatchObject({ because: 'too-large' });
    });
  });

  describe('no bytes make it throw', () => {
    test('random ones', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, zipLike) => {
          expect(open(zipLike ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes).ok).toBe(false);
        }),
      );
    });

    const files = [good, fixture('by-openpyxl.xlsx'), fixture('by-libreoffice.xlsx')];
    test('files cut off', () => {
      fc.assert(
        fc.property(fc.constantFrom(...files), fc.nat(), (file, at) => {
          expect(open(file.slice(0, at % file.length)).ok).toBe(false);
        }),
        { numRuns: 60 },
      );
    });

    test('files with bits flipped, in the zip or in the XML', () => {
      const parts = partsOf(book);
      fc.assert(
        fc.property(
          fc.constantFrom(...files),
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...Object.keys(parts)),
          (file, flips, path) => {
            const flipped = (bytes: Uint8Array): Uint8Array => {
              const copy = bytes.slice();
              for (const [at, bit] of flips) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit);
              return copy;
            };
            expect(typeof open(flipped(file)).ok).toBe('boolean');
            expect(
              typeof open(zipSync({ ...parts, [path]: flipped(parts[path] ?? new Uint8Array(1)) }, { level: 0 })).ok,
            ).toBe('boolean');
          },
        ),
        { numRuns: 150 },
      );
    });

    test('stored as well as deflated', () => {
      expect(open(zipSync(partsOf(book), { level: 0 })).ok).toBe(true);
    });
  });

  test('an empty part, and one that a writer packed with the other', () => {
    for (const other of [PORTABLE_COMPRESSION, NODE_COMPRESSION]) {
      const entry = storedEntry('a.xml', new Uint8Array(0), other);
      const text = storedEntry('b.xml', new TextEncoder().encode('部门预算'.repeat(9_999)), other);
      for (const one of [entry, text]) {
        const budget = { packing: { limits: DEFAULT_LIMITS, compression }, used: 0 };
        expect(inflateEntry(deflated(one, other), budget)).toEqual({ ok: true, value: expect.anything() as unknown });
        expect(budget.used).toBe(one.size);
      }
    }
  });
});
