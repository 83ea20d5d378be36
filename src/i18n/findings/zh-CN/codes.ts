import type { CodeSystem } from '../../../engine/classification/code-tree';
import type { FactsByCode } from '../../../engine/finding/facts';
import { placesZhCN } from '../../words/places';
import { money } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';
import { holdersOf } from './tables';

const COLUMN: Readonly<Record<CodeSystem, string>> = {
  functional: '功能科目',
  economic: '经济科目',
  governmentEconomic: '政府经济科目',
};
const DIGITS: Readonly<Record<CodeSystem, string>> = {
  functional: '3位、5位或7位',
  economic: '3位或5位',
  governmentEconomic: '3位或5位',
};

const MANY: Readonly<Record<FactsByCode['code-many']['about'], string>> = {
  'code-shape': '位数不对',
  'code-unknown': '不在已知目录中',
  'code-other-name': '的名称与公开文件不同',
  'code-stale-name': '用的是旧名称',
  'code-wrong-code': '与名称对不上',
  'code-domain': '属于另一类科目',
};

/** Findings about classification codes and their names. */
export const codes = {
  'code-shape': ({ place, raw, system }) =>
    `${placesZhCN.place(place)}的编码“${raw}”位数不对，${COLUMN[system]}编码应为${DIGITS[system]}数字。`,
  'code-parent': ({ place, printed, above }) =>
    `${place.table}编码${printed}列在${above}之下，与上级编码不符。请核对编码，或补上它的上级科目行。`,
  'code-unknown': ({ place, printed, inRange, nearest }) => {
    if (!inRange) return `${place.table}编码${printed}不在支出科目编码的范围内。`;
    return nearest
      ? `${place.table}编码${printed}不在已知目录中，最接近的是${nearest.code}${nearest.name}。`
      : `${place.table}编码${printed}不在已知目录中，请对照当年科目核实。`;
  },
  'code-other-name': ({ place, printed, name, published, documents }) =>
    `${place.table}编码${printed}在公开文件中称“${published}”${documents > 0 ? `（见于${documents}份文件）` : ''}，表中写作“${name}”。`,
  'code-stale-name': ({ place, printed, name, present, since }) =>
    `${place.table}编码${printed}的“${name}”为旧名称，${since === undefined ? '现为' : `${since}年起为`}“${present}”。`,
  'code-wrong-code': ({ place, printed, name, right }) =>
    `${place.table}“${name}”在公开文件中的编码是${right}，表中写作${printed}。`,
  'code-mistaken': ({ place, printed, right, settles }) =>
    `${place.table}编码${printed}${place.row === undefined ? '' : `“${place.row}”`}应为${right}，改后${settles}处不平都平。`,
  'code-domain': ({ place, printed, column }) =>
    `${place.table}${COLUMN[column]}栏填的是${domainOf(printed)}编码${printed}，请改填${COLUMN[column]}。`,
  'code-many': ({ about, place, count, examples }) =>
    `${place.table}有${count}个编码${MANY[about]}，例如${examples.map((example) => `“${example}”`).join('、')}。请对照当年科目核实。`,
  'code-leaf': ({ place, printed, level, wanted, item }) => {
    const lacks = item
      ? `：缺${item.number}“${item.name}”这一行，应有${money(item.amount, item.moneyUnit)}（${holdersOf(item.has)}）`
      : '';
    return `${placesZhCN.place(place)}（${printed}）只列到${level}级，没有列到${wanted}级${lacks}。`;
  },
} satisfies SentenceGroup;

function domainOf(code: string): string {
  if (code.startsWith('2')) return COLUMN.functional;
  return code.startsWith('5') ? COLUMN.governmentEconomic : COLUMN.economic;
}
