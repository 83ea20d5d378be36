import type { Look } from '../../engine/snapshot/drawn';
import { escapeAttribute } from './xml-text';

/** What a look is made of; names of fonts as official documents use them, programs take the nearest they have. */
interface Recipe {
  readonly font: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly ruled?: 'black' | 'grey';
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
  readonly indent?: number;
  readonly unlocked?: true;
  /** Number format: amounts by their decimals, codes as text, everything else General. */
  readonly format?: 'amount' | 'text';
}

const font = (name: string, size: number, more = ''): string =>
  `<font>${more}<sz val="${size}"/><color rgb="FF000000"/><name val="${escapeAttribute(name)}"/><family val="3"/><charset val="134"/></font>`;

const FONTS = {
  title: font('方正小标宋简体', 18),
  body: font('宋体', 11),
  bold: font('宋体', 11, '<b/>'),
  grey: font('宋体', 11).replace('FF000000', 'FF595959'),
  link: font('宋体', 11, '<u/>').replace('FF000000', 'FF0563C1'),
} as const;

const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const FILLS = {
  header: fill('E7E6E6'),
  input: fill('E8F2FB'),
  error: fill('F1AEB5'),
  warning: fill('FFE9B8'),
} as const;

const border = (rgb: string): string =>
  `<border>${['left', 'right', 'top', 'bottom'].map((edge) => `<${edge} style="thin"><color rgb="FF${rgb}"/></${edge}>`).join('')}<diagonal/></border>`;
const BORDERS = { black: border('000000'), grey: border('BFBFBF') } as const;

const RECIPES: Readonly<Record<Look, Recipe>> = {
  title: { font: 'title', align: 'center' },
  frameLeft: { font: 'body', align: 'left' },
  frameCentred: { font: 'body', align: 'center' },
  frameRight: { font: 'body', align: 'right' },
  header: { font: 'bold', ruled: 'black', align: 'center', wrap: true },
  code: { font: 'body', ruled: 'black', align: 'center', format: 'text' },
  name1: { font: 'body', ruled: 'black', align: 'left', wrap: true },
  name2: { font: 'body', ruled: 'black', align: 'left', wrap: true, indent: 1 },
  name3: { font: 'body', ruled: 'black', align: 'left', wrap: true, indent: 2 },
  nameCentred: { font: 'body', ruled: 'black', align: 'center', wrap: true },
  amount: { font: 'body', ruled: 'black', align: 'right', format: 'amount' },
  computed: { font: 'body', ruled: 'black', align: 'right', format: 'amount' },
  totalName: { font: 'bold', ruled: 'black', align: 'center' },
  totalAmount: { font: 'bold', ruled: 'black', align: 'right', format: 'amount' },
  remark: { font: 'body', align: 'left', wrap: true },
  paragraph: { font: 'body', align: 'left', wrap: true },
  guide: { font: 'grey', align: 'left' },
  ownHeader: { font: 'bold', fill: 'header', ruled: 'grey', align: 'center', wrap: true },
  input: { font: 'body', fill: 'input', ruled: 'grey', align: 'left', unlocked: true },
  inputWrap: { font: 'body', fill: 'input', ruled: 'grey', align: 'left', wrap: true, unlocked: true },
  inputCode: { font: 'body', fill: 'input', ruled: 'grey', align: 'left', unlocked: true, format: 'text' },
  inputAmount: { font: 'body', fill: 'input', ruled: 'grey', align: 'right', unlocked: true, format: 'amount' },
  made: { font: 'grey', ruled: 'grey', align: 'left' },
  madeWrap: { font: 'grey', ruled: 'grey', align: 'left', wrap: true },
  madeLink: { font: 'link', ruled: 'grey', align: 'left', wrap: true },
  madeAmount: { font: 'grey', ruled: 'grey', align: 'right', format: 'amount' },
  error: { font: 'bold', fill: 'error', ruled: 'grey', align: 'left', wrap: true },
  warning: { font: 'body', fill: 'warning', ruled: 'grey', align: 'left', wrap: true },
};

/** The lists of a styles part that drawn sheets add to, as the editor of that part offers them. */
export interface StyleLists {
  /** Position of an element in a list; added at the end where it is not there yet. */
  position(list: 'fonts' | 'fills' | 'borders' | 'cellXfs', xml: string): number;
  /** Number of a number format. */
  format(code: string): number;
}

/** The number of a cell format for each look (and number of decimals) that is asked for, made on demand. */
export class DrawnStyles {
  private readonly known = new Map<string, number>();

  constructor(private readonly lists: StyleLists) {}

  of(look: Look, decimals: number): number {
    const recipe = RECIPES[look];
    const key = recipe.format === 'amount' ? `${look}/${decimals}` : look;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = this.lists.position('cellXfs', this.cellFormat(recipe, decimals));
    this.known.set(key, made);
    return made;
  }

  private cellFormat({ font, fill, ruled, align, wrap, indent, unlocked, format }: Recipe, decimals: number): string {
    const numFmtId = format === 'amount' ? this.lists.format(amountFormat(decimals)) : format === 'text' ? 49 : 0;
    const fontId = this.lists.position('fonts', FONTS[font]);
    const fillId = fill === undefined ? 0 : this.lists.position('fills', FILLS[fill]);
    const borderId = ruled === undefined ? 0 : this.lists.position('borders', BORDERS[ruled]);
    const alignment = `<alignment${align ? ` horizontal="${align}"` : ''} vertical="center"${wrap ? ' wrapText="1"' : ''}${indent === undefined ? '' : ` indent="${indent}"`}/>`;
    return (
      `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"` +
      `${unlocked ? ' applyProtection="1"' : ''}>${alignment}${unlocked ? '<protection locked="0"/>' : ''}</xf>`
    );
  }
}

const amountFormat = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
