import type { Check } from '../check';
import { cellsOf, framesOf, isFormulaCell, placeIn, userSheets } from '../look';
import { makeFinding } from '../make-finding';

const TEXTS = /"[^"]*"/g;
// [1]Sheet!A1, 'C:\…\[book.xlsx]Sheet'!A1; a column of a table (表[金额]) has no exclamation mark behind.
const EXTERNAL = /'[^']*\[[^\]']+\][^']*'!|\[[^[\]]+\][^\s!'"(),+\-*/&=<>[\]]*!/;

export const externalLink: Check = {
  id: 's-external-link',
  severity: 'warning',
  describes:
    '公式引用了别的工作簿，文件公开后链接失效，数字可能变成错误值，还会露出路径。例：=[底稿.xlsx]明细!E9。改为数值，或引用本文件的单元格。',
  run({ book, snapshot }) {
    return userSheets(snapshot).flatMap((sheet) => {
      const linked = cellsOf(sheet, isFormulaCell).filter(
        ({ cell }) => cell.formula !== undefined && EXTERNAL.test(cell.formula.replace(TEXTS, '')),
      );
      const [first] = linked;
      if (!first) return [];
      const home = framesOf(book).find(
        ({ frame }) => frame.sheet === sheet.name && first.ref.row >= frame.top && first.ref.row <= frame.bottom,
      );
      return [
        makeFinding({
          rule: 's-external-link',
          severity: 'warning',
          facts: {
            code: 'external-link',
            place: placeIn(home?.table, home?.id ?? sheet.name, first.ref),
            count: linked.length,
          },
          cells: linked.map(({ ref }) => ref),
          about: [home?.id ?? sheet.name],
          table: home?.id,
          sheet: sheet.name,
        }),
      ];
    });
  },
};
