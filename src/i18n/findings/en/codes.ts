import type { CodeLevel, CodeSystem } from '../../../engine/classification/code-tree';
import type { FactsByCode } from '../../../engine/finding/facts';
import { placesEn } from '../../words/places';
import { money } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';
import { holdersOf } from './tables';

const COLUMN: Readonly<Record<CodeSystem, string>> = {
  functional: 'functional',
  economic: 'economic',
  governmentEconomic: 'government economic',
};
const DIGITS: Readonly<Record<CodeSystem, string>> = {
  functional: '3, 5 or 7',
  economic: '3 or 5',
  governmentEconomic: '3 or 5',
};
const LEVEL: Readonly<Record<CodeLevel, string>> = { 类: 'category', 款: 'section', 项: 'item' };

const MANY: Readonly<Record<FactsByCode['code-many']['about'], string>> = {
  'code-shape': 'have a wrong number of digits',
  'code-unknown': 'are in no known list',
  'code-other-name': 'have other names than in published budgets',
  'code-stale-name': 'have old names',
  'code-wrong-code': 'do not belong to their names',
  'code-domain': 'are of another classification than their column',
};

/** Findings about classification codes and their names. */
export const codes = {
  'code-shape': ({ place, raw, system }) =>
    `${placesEn.place(place)}: “${raw}” is no code; ${COLUMN[system]} codes have ${DIGITS[system]} digits.`,
  'code-parent': ({ place, printed, above }) =>
    `${place.table}: code ${printed} stands under ${above}, which is not its parent. Check the code, or add the row of its parent.`,
  'code-unknown': ({ place, printed, inRange, nearest }) => {
    if (!inRange) return `${place.table}: code ${printed} is outside the range of expenditure codes.`;
    return nearest
      ? `${place.table}: code ${printed} is in no known list; the nearest is ${nearest.code} ${nearest.name}.`
      : `${place.table}: code ${printed} is in no known list. Compare it with the year's classification.`;
  },
  'code-other-name': ({ place, printed, name, published, documents }) =>
    `${place.table}: published budgets call code ${printed} “${published}”${documents > 0 ? ` (${documents} ${documents === 1 ? 'document' : 'documents'})` : ''}; the table says “${name}”.`,
  'code-stale-name': ({ place, printed, name, present, since }) =>
    `${place.table}: “${name}” is an old name of code ${printed}; ${since === undefined ? 'it is now' : `since ${since} it is`} “${present}”.`,
  'code-wrong-code': ({ place, printed, name, right }) =>
    `${place.table}: published budgets give “${name}” the code ${right}; the table says ${printed}.`,
  'code-mistaken': ({ place, printed, right, settles }) =>
    `Code ${printed}${place.row === undefined ? '' : ` “${place.row}”`} in ${place.table} should be ${right}: that settles ${settles === 1 ? 'one failed check' : `all ${settles} failed checks`}.`,
  'code-domain': ({ place, printed, column }) =>
    `${place.table}: the column of ${COLUMN[column]} codes holds the ${domainOf(printed)} code ${printed}.`,
  'code-many': ({ about, place, count, examples }) =>
    `${place.table}: ${count} codes ${MANY[about]}, such as ${examples.map((example) => `“${example}”`).join(', ')}. Compare them with the year's classification.`,
  'code-leaf': ({ place, printed, level, wanted, item }) => {
    const lacks = item
      ? `: it lacks the row ${item.number} “${item.name}”, which should hold ${money(item.amount, item.moneyUnit)} (${holdersOf(item.has)})`
      : '';
    return `${placesEn.place(place)} (${printed}) is divided to ${LEVEL[level]} level only, not to ${LEVEL[wanted]} level${lacks}.`;
  },
} satisfies SentenceGroup;

function domainOf(code: string): string {
  if (code.startsWith('2')) return COLUMN.functional;
  return code.startsWith('5') ? COLUMN.governmentEconomic : COLUMN.economic;
}
