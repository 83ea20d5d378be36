import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DOCS = join(__dirname, '../../docs');

/** Compares a generated page with the file in docs/; with UPDATE_DOCS=1 writes the file (`npm run docs`). */
export function expectFresh(file: string, text: string): void {
  const path = join(DOCS, file);
  if (process.env['UPDATE_DOCS'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `no docs/${file}: npm run docs makes it`).toBe(text);
}
