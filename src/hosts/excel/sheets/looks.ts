import type { Look } from '../../../engine/snapshot/drawn';
import type { FlagSeverity } from '../../../engine/snapshot/snapshot';
import type { CellStyle, Line } from './sheet-plan';

/** A look: its style, and which number format its cells have (amounts by their decimals). */
export interface LookStyle extends CellStyle {
  readonly format?: 'amount' | 'text';
}

export const FILLS: Readonly<Record<FlagSeverity, string>> = { error: '#F1AEB5', warning: '#FFE9B8', note: '#EDEDED' };
export const HEADER_FILL = '#E7E6E6';
export const INPUT_FILL = '#E8F2FB';
export const BLACK = '#000000';
export const GREY = '#595959';
export const LINK = '#0563C1';

export const ruled = (color: string): NonNullable<CellStyle['borders']> => {
  const line: Line = { style: 'Continuous', color };
  return { top: line, bottom: line, left: line, right: line };
};

// The same looks as the .xlsx host draws. Names of fonts as official documents use them, Excel takes the nearest it has.
const FONTS = {
  title: { name: '方正小标宋简体', size: 18, color: BLACK },
  body: { name: '宋体', size: 11, color: BLACK },
  bold: { name: '宋体', size: 11, color: BLACK, bold: true },
  grey: { name: '宋体', size: 11, color: GREY },
  link: { name: '宋体', size: 11, color: LINK, underline: 'Single' },
} as const;
const INK = ruled(BLACK);
const PENCIL = ruled('#BFBFBF');

type Recipe = Omit<LookStyle, 'font' | 'vertical'> & { readonly font: keyof typeof FONTS };

const RECIPES: Readonly<Record<Look, Recipe>> = {
  title: { font: 'title', horizontal: 'Center' },
  frameCentred: { font: 'body', horizontal: 'Center' },
  frameLeft: { font: 'body', horizontal: 'Left' },
  frameRight: { font: 'body', horizontal: 'Right' },
  header: { font: 'bold', borders: INK, horizontal: 'Center', wrap: true },
  code: { font: 'body', borders: INK, horizontal: 'Center', format: 'text' },
  name1: { font: 'body', borders: INK, horizontal: 'Left', wrap: true },
  name2: { font: 'body', borders: INK, horizontal: 'Left', wrap: true, indent: 1 },
  name3: { font: 'body', borders: INK, horizontal: 'Left', wrap: true, indent: 2 },
  nameCentred: { font: 'body', borders: INK, horizontal: 'Center', wrap: true },
  amount: { font: 'body', borders: INK, horizontal: 'Right', format: 'amount' },
  computed: { font: 'body', borders: INK, horizontal: 'Right', format: 'amount' },
  totalName: { font: 'bold', borders: INK, horizontal: 'Center' },
  totalAmount: { font: 'bold', borders: INK, horizontal: 'Right', format: 'amount' },
  remark: { font: 'body', horizontal: 'Left', wrap: true },
  paragraph: { font: 'body', horizontal: 'Left', wrap: true },
  guide: { font: 'grey', horizontal: 'Left' },
  ownHeader: { font: 'bold', fill: HEADER_FILL, borders: PENCIL, horizontal: 'Center', wrap: true },
  input: { font: 'body', fill: INPUT_FILL, borders: PENCIL, horizontal: 'Left', unlocked: true },
  inputWrap: { font: 'body', fill: INPUT_FILL, borders: PENCIL, horizontal: 'Left', wrap: true, unlocked: true },
  inputCode: { font: 'body', fill: INPUT_FILL, borders: PENCIL, horizontal: 'Left', unlocked: true, format: 'text' },
  inputAmount: {
    font: 'body',
    fill: INPUT_FILL,
    borders: PENCIL,
    horizontal: 'Right',
    unlocked: true,
    format: 'amount',
  },
  made: { font: 'grey', borders: PENCIL, horizontal: 'Left' },
  madeWrap: { font: 'grey', borders: PENCIL, horizontal: 'Left', wrap: true },
  madeLink: { font: 'link', borders: PENCIL, horizontal: 'Left', wrap: true },
  madeAmount: { font: 'grey', borders: PENCIL, horizontal: 'Right', format: 'amount' },
  error: { font: 'bold', fill: FILLS.error, borders: PENCIL, horizontal: 'Left', wrap: true },
  warning: { font: 'body', fill: FILLS.warning, borders: PENCIL, horizontal: 'Left', wrap: true },
};

/** What a look is made of. */
export function lookStyle(look: Look): LookStyle {
  const { font, ...style } = RECIPES[look];
  return { ...style, font: FONTS[font], vertical: 'Center' };
}
