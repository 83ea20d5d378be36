export type ModelValue = number | string | boolean;

export interface ModelCell {
  value: ModelValue;
  /** Without its leading `=`. */
  formula?: string;
  /** A text that reads like an error of Excel's (`#REF!`) and is none. */
  isText?: true;
  format: string;
  locked: boolean;
  /** Formatting that this model keeps but does not interpret: `fill/color`, `font/bold`, `borders/EdgeTop/style` … */
  look: Map<string, unknown>;
}

export const newCell = (): ModelCell => ({ value: '', format: 'General', locked: true, look: new Map() });

/** A cell with another's number format, look and lock, and nothing in it. */
export function lookingLike(cell: ModelCell): ModelCell {
  return { value: '', format: cell.format, locked: cell.locked, look: new Map(cell.look) };
}

const ERRORS: ReadonlySet<ModelValue> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
]);

export const isErrorText = (text: ModelValue): boolean => ERRORS.has(text);

/** What `Range.valueTypes` says of it. */
export function valueType(cell: ModelCell | undefined): string {
  if (!cell || (cell.value === '' && cell.formula === undefined)) return 'Empty';
  if (typeof cell.value === 'number') return 'Double';
  if (typeof cell.value === 'boolean') return 'Boolean';
  return isErrorText(cell.value) && cell.isText !== true ? 'Error' : 'String';
}

/** Whether a cell holds something, or is formatted. */
export const holdsSomething = (cell: ModelCell): boolean => cell.value !== '' || cell.formula !== undefined;
export const isFormatted = (cell: ModelCell): boolean =>
  cell.format !== 'General' || !cell.locked || [...cell.look].some(([key, value]) => value !== DEFAULT_LOOK[key]);

/** What a cell looks like that nobody has formatted. */
export const DEFAULT_LOOK: Readonly<Record<string, unknown>> = {
  'fill/pattern': 'None',
  'fill/color': '#FFFFFF',
  'font/name': '等线',
  'font/size': 11,
  'font/color': '#000000',
  'font/bold': false,
  'font/italic': false,
  'font/strikethrough': false,
  'font/underline': 'None',
  wrapText: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  indentLevel: 0,
  ...Object.fromEntries(
    ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'].flatMap((edge) => [
      [`borders/${edge}/style`, 'None'],
      [`borders/${edge}/color`, '#000000'],
      [`borders/${edge}/weight`, 'Thin'],
    ]),
  ),
};

/** A property of a cell's look, as Excel answers where nobody has set it. */
export const lookOf = (cell: ModelCell | undefined, key: string): unknown => cell?.look.get(key) ?? DEFAULT_LOOK[key];
