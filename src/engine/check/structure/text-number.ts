import type { Figure } from '../../book/book';
import { placeOf } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn } from '../look';
import { makeFinding } from '../make-finding';
import { isSummed, summedAreas } from './sums';

export const textNumber: Check = {
  id: 's-text-number',
  severity: 'warning',
  describes:
    '数字以文本存放（带空格、全角、千分位等），Excel求和时不计入。例：“1308.75　”末尾有全角空格。检查时已按所写的数读；改为数值。有公式正对它求和时结果会少算，请先改。',
  run({ book, snapshot }) {
    const summed = summedAreas(snapshot);
    return book.tables.flatMap((table) => {
      const texts = figuresIn(table).filter((figure) => figure.reading.kind === 'amount' && figure.reading.asText);
      const hit = texts.filter((figure) => isSummed(figure.cell, summed));
      const first = hit[0] ?? texts.find((figure) => rawOf(figure) !== '') ?? texts[0];
      if (!first) return [];
      return [
        makeFinding({
          rule: 's-text-number',
          severity: hit.length > 0 ? 'warning' : 'note',
          facts: {
            code: 'text-number',
            place: placeOf(first),
            raw: rawOf(first),
            count: texts.length,
            summed: hit.length,
          },
          cells: [...hit, ...texts.filter((figure) => !hit.includes(figure))].map((figure) => figure.cell),
          about: [table.declared.id],
          table: table.declared.id,
        }),
      ];
    });
  },
};

const rawOf = ({ reading }: Figure): string =>
  reading.kind === 'amount' ? reading.raw.replace(/[\s\u3000]+/g, ' ').trim() : '';
