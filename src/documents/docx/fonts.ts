import { HEADER, W } from './xml';

/** The fonts of official documents, by what they are for; digits and Latin letters are in Times New Roman. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  table: '宋体',
  latin: 'Times New Roman',
} as const;

interface FontFacts {
  readonly name: string;
  readonly alternative?: string;
  readonly panose?: string;
  readonly charset: '00' | '86';
  readonly family: 'roman' | 'modern' | 'auto';
  readonly pitch: 'fixed' | 'variable' | 'default';
}

/*
 * What Word takes where a font is not installed: the one alternative name (it reads the value as a single name, whatever the
 * standard says of lists), then what comes nearest by character set, family, pitch and Panose. With the character set of
 * Simplified Chinese (86) that ends at 宋体, which every Chinese Word has. LibreOffice and WPS go by tables of their own.
 */
const FACTS: readonly FontFacts[] = [
  { name: FONTS.title, alternative: '华文中宋', charset: '86', family: 'auto', pitch: 'variable' },
  {
    name: FONTS.body,
    alternative: '仿宋',
    panose: '02010609030101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONTS.heading,
    alternative: 'SimHei',
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONTS.subheading,
    alternative: '楷体',
    panose: '02010609030101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONTS.table,
    alternative: 'SimSun',
    panose: '02010600030101010101',
    charset: '86',
    family: 'auto',
    pitch: 'variable',
  },
  { name: FONTS.latin, panose: '02020603050405020304', charset: '00', family: 'roman', pitch: 'variable' },
];

/** The part that says what may stand in for a font. */
export function fontTableXml(): string {
  const fonts = FACTS.map(
    ({ name, alternative, panose, charset, family, pitch }) =>
      `<w:font w:name="${name}">${alternative === undefined ? '' : `<w:altName w:val="${alternative}"/>`}` +
      (panose === undefined ? '' : `<w:panose1 w:val="${panose}"/>`) +
      `<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  );
  return `${HEADER}<w:fonts ${W}>${fonts.join('')}</w:fonts>`;
}

/**
 * Fonts of a style. The hint makes quotation marks, dashes and ellipses, which both kinds of font have, those of the Chinese one;
 * Word asks it of each run.
 */
export function fontsXml(eastAsia: string): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${FONTS.latin}" w:hAnsi="${FONTS.latin}" w:eastAsia="${eastAsia}" w:cs="${FONTS.latin}"/>`;
}
