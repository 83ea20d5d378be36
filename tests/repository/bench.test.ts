import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const BENCH = path.join(__dirname, '../../bench');

const files = readdirSync(BENCH, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(?:[cm]js|ts)$/.test(name) && statSync(path.join(BENCH, name)).isFile(),
);

/** What a file loads by a relative address, as it is written. */
const loadedBy = (file: string): readonly string[] =>
  [...readFileSync(path.join(BENCH, file), 'utf8').matchAll(/(?:from |require\(|import\()'(\.[^']+)'/g)].flatMap(
    ([, address]) => address ?? [],
  );

const isThere = (address: string): boolean =>
  [address, `${address}.ts`].some((name) => statSync(name, { throwIfNoEntry: false })?.isFile() === true);

describe('benchmarks are not run by the tests, but what they load is there', () => {
  it('some files are looked at', () => {
    expect(files.flatMap(loadedBy).length).toBeGreaterThan(20);
  });

  it.each(files)('%s', (file) => {
    const missing = loadedBy(file).filter((address) => !isThere(path.resolve(BENCH, path.dirname(file), address)));
    expect(missing).toEqual([]);
  });
});
