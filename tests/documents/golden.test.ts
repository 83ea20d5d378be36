import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { discloseWorkbook, writeDisclosure } from '../../src/commands/disclose';
import type { Composed } from '../../src/documents/compose';
import { plainText, tableHeading } from '../../src/documents/disclosure';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { answered } from '../fixtures/answered';
import { lastYear } from '../fixtures/last-year';
import { mended } from '../fixtures/sample';
import { partsOf, allOf, treeOf } from './docx/unpacked';

jest.setTimeout(120_000);

const FOLDER = path.join(__dirname, '../golden/documents');

/*
 * Whole documents, to be read by somebody who knows what a disclosure looks like. UPDATE_GOLDEN=1 writes them anew; then read the
 * difference.
 */
const NAME = '云州市人民政府办公室';

let composed: Composed;
beforeAll(async () => {
  const workbook: Snapshot = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
  const found = discloseWorkbook(workbook, await narrateWorkbook(workbook));
  if (!found) throw new Error('no document');
  composed = found;
});

const written = (format: 'txt' | 'md'): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeDisclosure(composed, format));

test.each(['txt', 'md'] as const)('as .%s it reads as it did', (format) => {
  const text = written(format);
  const file = path.join(FOLDER, `${NAME}.${format}`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${file}: UPDATE_GOLDEN=1 makes it`);
});

// A header of a pipe table is one line, and what stands in several lines is parted otherwise by each format.
const squeezed = (text: string): string => text.replace(/\s|；|<br>/g, '');

test('all formats say the same', () => {
  const body = treeOf(partsOf(writeDisclosure(composed, 'docx'))['word/document.xml'] ?? '');
  const texts = {
    txt: written('txt'),
    md: written('md')
      .replace(/\\(?=[[\]*_`|<])/g, '')
      .replaceAll('**', ''),
    docx: allOf(body, 'w:p')
      .map(({ text }) => text)
      .join('\n'),
  };
  const said = composed.disclosure.parts.flatMap(({ heading, blocks }) => [
    plainText(heading),
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [plainText(block.spans)]
        : [tableHeading(block.grid), ...block.grid.rows.flat().map(({ text }) => text), ...block.grid.remarks],
    ),
  ]);
  expect(said.length).toBeGreaterThan(500);
  for (const [format, text] of Object.entries(texts))
    expect([format, said.filter((words) => !squeezed(text).includes(squeezed(words)))]).toEqual([format, []]);
});
