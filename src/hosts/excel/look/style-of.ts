import type { CellStyle, Edge, Line } from '../sheets/sheet-plan';

const EDGES: readonly Edge[] = ['top', 'bottom', 'left', 'right'];

/** The style of a cell from its properties, without what is as in a new cell. */
export function cellStyleOf(format: Excel.CellPropertiesFormat | undefined): CellStyle {
  if (!format) return {};
  const { fill, font, horizontalAlignment: horizontal, verticalAlignment: vertical, indentLevel, protection } = format;
  const borders = bordersOf(format.borders);
  return {
    // An unfilled cell says that it is white.
    ...(fill?.color && fill.pattern !== 'None' ? { fill: fill.color } : {}),
    ...(font ? { font: fontOf(font) } : {}),
    ...(horizontal && horizontal !== 'General' ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(format.wrapText ? { wrap: true } : {}),
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(borders ? { borders } : {}),
    ...(protection?.locked === false ? { unlocked: true } : {}),
  };
}

function fontOf(font: Excel.CellPropertiesFont): NonNullable<CellStyle['font']> {
  const { name, size, color, bold, italic, strikethrough, underline } = font;
  return {
    ...(name ? { name } : {}),
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(strikethrough ? { strikethrough } : {}),
    ...(underline && underline !== 'None' ? { underline } : {}),
  };
}

function bordersOf(borders: Excel.CellBorderCollection | undefined): CellStyle['borders'] | undefined {
  const lines = EDGES.flatMap((edge) => {
    const line = borders?.[edge];
    const style = line?.style;
    if (!style || style === 'None') return [];
    const drawn: Line = { style, color: line.color ?? '#000000', ...(line.weight ? { weight: line.weight } : {}) };
    return [[edge, drawn] as const];
  });
  return lines.length > 0 ? Object.fromEntries(lines) : undefined;
}
