import type { Equation } from '../../engine/equation/equation';
import { describeZhCN as words } from '../../i18n/describe/zh-CN';
import { relationLines } from './relations';
import { unique, type SpecimenMap, type Spot } from './specimen-map';
import { groupBy } from '../../engine/lists/group-by';

interface Parts {
  readonly equation: Equation;
  readonly whole: Spot;
  readonly parts: readonly [Spot, ...Spot[]];
}

/** The equations within one table, a line for those that differ in row or column only. */
export function withinLines(equations: readonly Equation[], map: SpecimenMap): readonly string[] {
  const parts: Parts[] = [];
  const others: Equation[] = [];
  for (const equation of equations) {
    const [whole] = equation.left;
    const [first, ...more] = equation.right.map((figure) => map.spotOf(figure));
    if (equation.because.kind === 'parts' && whole && first)
      parts.push({ equation, whole: map.spotOf(whole), parts: [first, ...more] });
    else others.push(equation);
  }
  const alongRows = parts.filter(
    ({ whole, parts: [first] }) => first.column === whole.column && first.row !== whole.row,
  );
  const alongColumns = parts.filter((one) => !alongRows.includes(one));
  return [
    ...groupBy(
      alongRows,
      (one) => `${keyOf(one)}|${one.whole.row ?? ''}|${one.parts.map((part) => part.row ?? '').join()}`,
    ).map(rowsLine),
    ...groupBy(
      alongColumns,
      (one) => `${keyOf(one)}|${one.whole.column}|${one.parts.map((part) => part.column).join()}`,
    ).map(columnsLine),
    ...relationLines(others, map, { rule: true, tables: false }),
  ];
}

const keyOf = ({ equation, whole }: Parts): string => `${equation.rule}|${equation.severity}|${whole.block}`;

/** 各列：“类” = 下级“款”之和 */
function rowsLine(group: readonly [Parts, ...Parts[]]): string {
  const [{ equation, whole, parts }] = group;
  const columns = unique(group.map((one) => one.whole.column));
  const all = columns.length === whole.columnsOfBlock.length && columns.length > 1;
  const names = unique(parts.map((part) => part.row ?? ''));
  const inTree = parts.every((part) => part.inTree);
  const sum = inTree
    ? whole.inTree
      ? words.childRows(names)
      : words.topRows(names)
    : words.plus(names.map(words.row));
  const where = words.inPart(whole.part, all ? words.allColumns : words.columns(columns));
  return where + words.sides(words.row(whole.row ?? ''), '=', sum) + words.rule(equation.rule, equation.severity);
}

/** 各行：合计 = 基本支出 + 项目支出 */
function columnsLine(group: readonly [Parts, ...Parts[]]): string {
  const [{ equation, whole, parts }] = group;
  const rows = unique(group.flatMap((one) => one.whole.row ?? []));
  const all = rows.length === unique(whole.rowsOfBlock).length;
  const sum = words.plus(parts.map((part) => part.column));
  const where = rows.length === 0 ? '' : words.inPart(whole.part, all ? words.allRows : words.rows(rows));
  return where + words.sides(whole.column, '=', sum) + words.rule(equation.rule, equation.severity);
}
