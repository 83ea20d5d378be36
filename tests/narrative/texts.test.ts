import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { amountsOf, moneyOf } from './amounts';
import { departments } from './departments';
import { laws } from './laws';
import { asText, narrated } from './narrated';

const FOLDER = path.join(__dirname, '../golden/narrative');

/*
 * Whole texts, to be read aloud by somebody who knows how officers write. UPDATE_GOLDEN=1 writes them anew; then read the difference.
 */
describe.each(departments)('$file', (department) => {
  const file = path.join(FOLDER, `${department.file}.txt`);

  test('reads as it did', async () => {
    const text = asText(await narrated(department));
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${file}: UPDATE_GOLDEN=1 makes it`);
  });

  test.each(Object.entries(laws))('law: %s', async (_name, law) => {
    const { lines, hasPrior } = department;
    const before = hasPrior ? amountsOf(moneyOf(lines, 'before')) : undefined;
    const isNew = department.facts['newDepartment'] === '是';
    const years = { now: amountsOf(moneyOf(lines, 'now')), before, isNew };
    expect(law(await narrated(department), years)).toEqual([]);
  });
});
