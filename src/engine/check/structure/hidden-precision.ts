import { Decimal } from 'decimal.js';
import { formatAmount } from '../../amount/format';
import type { Figure, RecognisedBlock } from '../../book/book';
import { placeOf } from '../../finding/quote';
import type { Snapshot } from '../../snapshot/snapshot';
import type { Check } from '../check';
import { cellOf } from '../look';
import { makeFinding } from '../make-finding';

interface Hidden {
  readonly figure: Figure;
  readonly stored: Decimal;
  readonly shown: number;
}

export const hiddenPrecision: Check = {
  id: 's-hidden-precision',
  severity: 'warning',
  describes:
    '单元格只显示两位小数，实际存的更多，按显示的数相加会差尾数。例：显示12.22，存的是12.2249。按显示的位数四舍五入后存放。',
  run({ book, snapshot }) {
    return book.tables.flatMap((table) => {
      const hidden = table.blocks.flatMap((block) =>
        block.figures.flat().flatMap((figure) => hiddenIn(figure, snapshot)),
      );
      const [first] = hidden;
      if (!first) return [];
      const cells = new Set(hidden.map(({ figure }) => figure));
      const matters = table.blocks.some((block) => storedSumsFail(block, cells));
      return [
        makeFinding({
          rule: 's-hidden-precision',
          severity: matters ? 'warning' : 'note',
          facts: {
            code: 'hidden-precision',
            place: placeOf(first.figure),
            stored: formatAmount(first.stored, first.stored.decimalPlaces()),
            shown: formatAmount(first.stored, first.shown),
            count: hidden.length,
            matters,
          },
          cells: hidden.map(({ figure }) => figure.cell),
          about: [table.declared.id],
          table: table.declared.id,
        }),
      ];
    });
  },
};

function hiddenIn(figure: Figure, snapshot: Snapshot): readonly Hidden[] {
  if (figure.reading.kind !== 'amount' || figure.reading.asText) return [];
  const shown = shownDecimals(cellOf(snapshot, figure.cell)?.format);
  return shown !== undefined && figure.reading.decimals > shown
    ? [{ figure, stored: figure.reading.value, shown }]
    : [];
}

const PLACES = /[0#?](?:\.([0#?]+))?(?![0#?,.])/;

/** Digits after the point that a number format shows; undefined for formats that show all, percentages and dates. */
function shownDecimals(format: string | undefined): number | undefined {
  const section = (format ?? '').split(';')[0]?.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '') ?? '';
  if (section === '' || /general|[%@ymdhsE]/i.test(section)) return undefined;
  const places = PLACES.exec(section);
  return places ? (places[1]?.length ?? 0) : undefined;
}

/** True where a whole that has to do with these figures differs from the sum of its parts as stored. */
function storedSumsFail(block: RecognisedBlock, hidden: ReadonlySet<Figure>): boolean {
  return block.figures.some((row, r) =>
    row.some((whole, c) => {
      const below = (block.rows.children[r] ?? []).flatMap((child) => block.figures[child]?.[c] ?? []);
      const beside = (block.columns.children[c] ?? []).flatMap((child) => row[child] ?? []);
      return [below, beside].some(
        (parts) => [whole, ...parts].some((figure) => hidden.has(figure)) && sumDiffers(whole, parts),
      );
    }),
  );
}

function sumDiffers(whole: Figure, parts: readonly Figure[]): boolean {
  const values = parts.map((part) => part.value);
  if (parts.length === 0 || whole.value === undefined || values.some((value) => value === undefined)) return false;
  const sum = values.reduce<Decimal>((total, value) => total.plus(value ?? 0), new Decimal(0));
  // 0.01 元 is the sixth decimal of 万元: anything less is the residue of binary sums.
  return !sum.minus(whole.value).toDecimalPlaces(6).isZero();
}
