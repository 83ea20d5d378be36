/** The lists of the styles part that our own sheets add to, in the order in which they depend on each other. */
export const OWN_LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const;
export type OwnList = (typeof OWN_LISTS)[number];

/** What a cell of one of our own sheets looks like. */
export type OwnStyleName =
  | 'guide'
  | 'header'
  | 'headerWrap'
  | 'headerInput'
  | 'headerInputWrap'
  | 'text'
  | 'textWrap'
  | 'input'
  | 'inputWrap'
  | 'inputAmount'
  | 'link'
  | 'error'
  | 'warning'
  | 'note'
  | 'amount0'
  | 'amount1'
  | 'amount2'
  | 'amount3'
  | 'amount4'
  | 'amount5'
  | 'amount6';

/** The number of each look among the cell formats. */
export type OwnStyles = Readonly<Record<OwnStyleName, number>>;

interface Look {
  readonly font: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly ruled?: true;
  /** Number of decimals of an amount; text without. */
  readonly decimals?: number;
  readonly wrap?: true;
  readonly unlocked?: true;
  readonly centred?: true;
}

const FONTS = {
  grey: { xml: '<color rgb="FF595959"/>' },
  bold: { xml: '<b/><color rgb="FF000000"/>' },
  link: { xml: '<u/><color rgb="FF0563C1"/>' },
  black: { xml: '<color rgb="FF000000"/>' },
} as const;

const FILLS = { header: 'E7E6E6', input: 'E8F2FB', error: 'F1AEB5', warning: 'FFE9B8', note: 'EDEDED' } as const;

const HEADER: Look = { font: 'bold', fill: 'header', ruled: true, wrap: true, centred: true };

const LOOKS: Readonly<Record<OwnStyleName, Look>> = {
  guide: { font: 'grey' },
  // Four that look alike: they tell what kind of column it is when the sheet is read back.
  header: HEADER,
  headerWrap: HEADER,
  headerInput: HEADER,
  headerInputWrap: HEADER,
  text: { font: 'grey', ruled: true },
  textWrap: { font: 'grey', ruled: true, wrap: true },
  input: { font: 'black', fill: 'input', ruled: true, unlocked: true },
  inputWrap: { font: 'black', fill: 'input', ruled: true, unlocked: true, wrap: true },
  inputAmount: { font: 'black', fill: 'input', ruled: true, unlocked: true, decimals: 2 },
  link: { font: 'link', ruled: true, wrap: true },
  error: { font: 'bold', fill: 'error', ruled: true },
  warning: { font: 'black', fill: 'warning', ruled: true },
  note: { font: 'black', fill: 'note', ruled: true },
  amount0: { font: 'grey', ruled: true, decimals: 0 },
  amount1: { font: 'grey', ruled: true, decimals: 1 },
  amount2: { font: 'grey', ruled: true, decimals: 2 },
  amount3: { font: 'grey', ruled: true, decimals: 3 },
  amount4: { font: 'grey', ruled: true, decimals: 4 },
  amount5: { font: 'grey', ruled: true, decimals: 5 },
  amount6: { font: 'grey', ruled: true, decimals: 6 },
};

const EDGES = ['left', 'right', 'top', 'bottom'] as const;
const RULE = `<border>${EDGES.map((edge) => `<${edge} style="thin"><color rgb="FFBFBFBF"/></${edge}>`).join('')}<diagonal/></border>`;

// Every program knows the formats #,##0 and #,##0.00 by number; the others have to be written out, from 164 on.
const BUILTIN_DECIMALS: ReadonlyMap<number, number> = new Map([
  [0, 3],
  [2, 4],
]);
const CUSTOM_DECIMALS = [1, 3, 4, 5, 6];
const TEXT_FORMAT = 49;

/**
 * The elements that our own sheets append to the lists of a styles part, given those lists as they stand without them, and the
 * workbook's default font. The same lists give the same elements: by that they are known again.
 */
export function ownStyleElements(
  lists: Readonly<Record<OwnList, readonly string[]>>,
  defaultFont: string,
): { readonly elements: Readonly<Record<OwnList, readonly string[]>>; readonly styles: OwnStyles } {
  const used = lists.numFmts.map((xml) => Number(/numFmtId="(\d+)"/.exec(xml)?.[1] ?? '0'));
  const firstFormat = Math.max(163, ...used) + 1;
  const numFmts = CUSTOM_DECIMALS.map(
    (n, i) => `<numFmt numFmtId="${firstFormat + i}" formatCode="#,##0.${'0'.repeat(n)}"/>`,
  );
  const formatOf = (decimals: number | undefined): number =>
    decimals === undefined
      ? TEXT_FORMAT
      : (BUILTIN_DECIMALS.get(decimals) ?? firstFormat + CUSTOM_DECIMALS.indexOf(decimals));

  const fontNames = Object.keys(FONTS);
  const fillNames = Object.keys(FILLS);
  const fonts = Object.values(FONTS).map(({ xml }) => withLook(defaultFont, xml));
  const fills = Object.values(FILLS).map(
    (rgb) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const borderId = lists.borders.length;
  const names = Object.keys(LOOKS) as OwnStyleName[];
  const cellXfs = names.map((name) => {
    const look = LOOKS[name];
    const fontId = lists.fonts.length + fontNames.indexOf(look.font);
    const fillId = look.fill === undefined ? 0 : lists.fills.length + fillNames.indexOf(look.fill);
    const alignment = `<alignment${look.centred ? ' horizontal="center" vertical="center"' : ' vertical="top"'}${look.wrap ? ' wrapText="1"' : ''}/>`;
    const protection = look.unlocked ? '<protection locked="0"/>' : '';
    return (
      `<xf numFmtId="${formatOf(look.decimals)}" fontId="${fontId}" fillId="${fillId}" borderId="${look.ruled ? borderId : 0}" xfId="0" applyNumberFormat="1" applyFont="1"` +
      ` applyFill="1" applyBorder="1" applyAlignment="1"${look.unlocked ? ' applyProtection="1"' : ''}>${alignment}${protection}</xf>`
    );
  });
  const styles = Object.fromEntries(names.map((name, i) => [name, lists.cellXfs.length + i])) as Record<
    OwnStyleName,
    number
  >;
  return { elements: { numFmts, fonts, fills, borders: [RULE], cellXfs }, styles };
}

// The default font with another weight, underline and colour; face and size stay the workbook's.
function withLook(font: string, look: string): string {
  const inner = font.replace(/^<font[^>]*>|<\/font>$/g, '').replace(/<(?:b|u|i|strike|color)(?:\s[^>]*)?\/>/g, '');
  return `<font>${look.replace(/<color[^>]*>/, '')}${inner.replace('<font/>', '')}${/<color[^>]*>/.exec(look)?.[0] ?? ''}</font>`;
}
