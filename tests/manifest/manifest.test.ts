import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  addressesOf,
  iconProblems,
  iconsOf,
  idProblems,
  orderProblems,
  residProblems,
  textProblems,
  translationProblems,
} from './problems';
import { at, everyElement, readManifest, root } from './read-manifest';

const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const manifest = readManifest(xml);

/** The manifest with one thing changed; fails where there is nothing to change. */
function changed(from: string, to: string): ReturnType<typeof readManifest> {
  if (!xml.includes(from)) throw new Error(`manifest.xml does not contain ${from}`);
  return readManifest(xml.replace(from, to));
}

describe('manifest.xml', () => {
  test('has its elements in the order that Excel wants', () => {
    expect(orderProblems(manifest)).toEqual([]);
  });

  test('uses the resources that it defines, and defines those that it uses', () => {
    expect(residProblems(manifest)).toEqual([]);
    expect(idProblems(manifest)).toEqual([]);
  });

  test('keeps its texts within what Excel shows, each in Chinese and English', () => {
    expect(textProblems(manifest)).toEqual([]);
    expect(at(manifest, 'DefaultLocale').text).toBe('zh-CN');
    expect(translationProblems(manifest)).toEqual([]);
  });

  test('points to https alone, and to one place', () => {
    const addresses = addressesOf(manifest);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith('https://localhost:3000/'))).toEqual([]);
  });

  test('has a GUID, and a version that says what package.json says', () => {
    expect(at(manifest, 'Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(at(manifest, 'Version').text).toBe(`${version}.0`);
  });

  test('asks for ExcelApi 1.13, in the base alone', () => {
    const [set] = at(manifest, 'Requirements', 'Sets').children;
    expect(set?.attributes).toEqual({ Name: 'ExcelApi', MinVersion: '1.13' });
    expect(everyElement(at(manifest, 'VersionOverrides')).some(({ name }) => name === 'Requirements')).toBe(false);
  });

  test('has each icon in the sizes that Excel asks for, and each file is as large as declared', () => {
    expect(iconProblems(manifest)).toEqual([]);
    for (const { size, address } of iconsOf(manifest)) {
      const file = path.join(root, new URL(address).pathname);
      expect([address, existsSync(file)]).toEqual([address, true]);
      expect([address, ...sizeOfPng(readFileSync(file))]).toEqual([address, size, size]);
    }
  });

  test('points to pages that the build makes', () => {
    const settings = readFileSync(path.join(root, 'webpack.config.js'), 'utf8');
    const pages = [...new Set(addressesOf(manifest).map((address) => new URL(address).pathname.slice(1)))];
    expect(pages.filter((page) => page.endsWith('.html')).sort()).toEqual([
      'commands.html',
      'help.html',
      'taskpane.html',
    ]);
    for (const page of pages.filter((one) => one.endsWith('.html'))) expect(settings).toContain(`'${page}'`);
    expect(settings).toContain("'assets/icons/*.png'");
  });
});

test('calls functions that the page of the commands has', () => {
  const source = readFileSync(path.join(root, 'src/pane/ribbon/main.ts'), 'utf8');
  const [, list = ''] = /COMMANDS: readonly RibbonCommand\[\] = \[([^\]]*)\]/.exec(source) ?? [];
  const called = everyElement(manifest).flatMap(({ name, text }) => (name === 'FunctionName' ? [text] : []));
  expect(called.map((name) => `'${name}'`).join(', ')).toBe(list);
});

describe('what would be wrong is found', () => {
  const CASES: readonly (readonly [string, string, string, (of: typeof manifest) => readonly string[]])[] = [
    [
      'two elements changed places',
      '<DefaultLocale>zh-CN</DefaultLocale>',
      '<Permissions /><DefaultLocale>zh-CN</DefaultLocale>',
      orderProblems,
    ],
    ['an element that is not known', '<GetStarted>', '<GetStarted><Button />', orderProblems],
    ['an unknown resource', 'resid="Check.Tooltip"', 'resid="Check.Tip"', residProblems],
    ['a name that is too long', 'id="Help.Url"', `id="${'Help.'.repeat(7)}"`, residProblems],
    ['the same id twice', 'id="Budget.Check"', 'id="Budget.Group"', idProblems],
    ['a label that is too long', 'DefaultValue="审核"', `DefaultValue="${'审核'.repeat(63)}"`, textProblems],
    ['an empty text', 'Value="Check"', 'Value=""', textProblems],
    ['a missing translation', '<bt:Override Locale="en-US" Value="Check" />', '', translationProblems],
    ['a missing size', '<bt:Image size="80" resid="Icon.80" />', '', iconProblems],
  ];

  test.each(CASES)('%s', (_, from, to, problems) => {
    expect(problems(changed(from, to)).length).toBeGreaterThan(0);
  });
});

/** Width and height as a PNG says them in its first chunk; nothing for what is no PNG. */
function sizeOfPng(bytes: Buffer): readonly number[] {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [];
}
