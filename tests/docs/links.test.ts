import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const DOCS = join(__dirname, '../../docs');

const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

/** The anchors of a page: each heading in small letters, punctuation left out, blanks as hyphens. */
function anchorsOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => /^#+ (.+)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );
}

const links = pages.flatMap((page) =>
  [...readFileSync(join(DOCS, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => [page, target] as const),
);

test('there are pages and links between them', () => {
  expect(pages).toEqual(expect.arrayContaining(['manual.md', 'adding-an-edition.md', join('checks', 'tables.md')]));
  expect(links.length).toBeGreaterThan(20);
});

test.each([...new Map(links.map((link) => [link.join(' '), link])).values()])(
  '%s: %s leads somewhere',
  (page, target) => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? join(DOCS, page) : join(DOCS, dirname(page), file);
    expect([relative(DOCS, path), existsSync(path)]).toEqual([relative(DOCS, path), true]);
    if (anchor !== undefined) expect(anchorsOf(path)).toContain(decodeURIComponent(anchor));
  },
);
