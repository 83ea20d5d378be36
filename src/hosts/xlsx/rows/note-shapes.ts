import { decodeXml, escapeXml } from '../xml-text';
import { byteText, textBytes } from '../vml';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import { firstRowFrom } from './row-change';

const SHAPE = /<((?:\w+:)?(?:shape|rect|oval|line|group|image))(?=[\s>])[\s\S]*?<\/\1>/g;
const ROW = /(<(?:\w+:)?Row>\s*)(\d+)(?=\s*<)/;
const ANCHOR = /(<(?:\w+:)?Anchor>)([^<]*)(?=<)/;
const FORMULA = /(<((?:\w+:)?Fmla\w+)>)([^<]*)(?=<\/\2>)/g;

/** The top and the bottom row are the third and the seventh number of an anchor. */
const TOP = 2;
const BOTTOM = 6;

/**
 * A VML part after rows have moved: boxes of notes go with their cells, controls grow with the rows under them, and what a control
 * is linked to follows. `moves` is undefined where only other sheets' rows move.
 */
export function movedShapes(
  bytes: Uint8Array,
  moves: RowMoves | undefined,
  formula: (text: string) => string,
): Uint8Array {
  const text = byteText(bytes);
  const moved = text.replace(SHAPE, (shape) => {
    const linked = shape.replace(
      FORMULA,
      (_, open: string, _name, written: string) => open + movedFormula(written, formula),
    );
    if (!moves) return linked;
    const isNote = /ObjectType="Note"/.test(linked);
    const cell = isNote ? ROW.exec(linked)?.[2] : undefined;
    const row = cell === undefined ? undefined : Number(cell);
    const shift = row === undefined ? 0 : firstRowFrom(row, moves) - row;
    return linked
      .replace(ROW, (_, open: string, digits: string) => `${open}${firstRowFrom(Number(digits), moves)}`)
      .replace(ANCHOR, (_, open: string, numbers: string) => {
        const parts = numbers.split(',');
        const at = (index: number): string =>
          (parts[index] ?? '').replace(/\d+/, (digits) =>
            String(row === undefined ? firstRowFrom(Number(digits), moves) : Number(digits) + shift),
          );
        return open + parts.map((part, index) => (index === TOP || index === BOTTOM ? at(index) : part)).join(',');
      });
  });
  return moved === text ? bytes : textBytes(moved);
}

/** VML is handled a character for each byte; a formula holds names of sheets, which are more. */
function movedFormula(written: string, formula: (text: string) => string): string {
  const text = decodeXml(new TextDecoder().decode(textBytes(written)));
  const moved = formula(text);
  return moved === text ? written : byteText(new TextEncoder().encode(escapeXml(moved)));
}
