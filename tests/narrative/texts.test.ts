import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { departments } from './departments';
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

  test('says nothing that no officer would write', async () => {
    const text = asText(await narrated(department));
    // Doubled stops, a stop after a comma, a space between words, an empty bracket, a slot that was not filled.
    expect(text).not.toMatch(/。。|，。|，，|、。|：。|；。|，；|、、|（）|[{}]|undefined|NaN/);
    expect(text).not.toMatch(/(?:增加|减少)0(?:\.0+)?万元|(?:增长|下降)0(?:\.0+)?%|占0(?:\.0+)?%/);
    expect(text).not.toMatch(/主要原因是(?:[，。；]|$)|原因是(?:主要)?原因|主要原因是无/m);
    expect(text).not.toMatch(/万元万元|个个|人人|辆辆|-\d/);
  });
});
