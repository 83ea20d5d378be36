import { priorLines, type PriorLine } from '../../engine/asked/prior-lines';
import type { PriorRow } from '../../engine/asked/read-prior';
import { wordsOf } from '../../engine/asked/own-columns';
import type { Catalogue } from '../../engine/classification/catalogue';
import type { Edition } from '../../engine/edition/edition';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import type { Source } from '../../engine/source/source';
import { normaliseText } from '../../engine/text/normalise';
import { askedSheetWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { askedSheet, type AskedCell } from './asked-sheet';

interface Given {
  readonly code: string;
  readonly name: string;
  readonly value: string | number | boolean | null;
  readonly nowCode: string;
  readonly from: string;
}

/**
 * The sheet of last year's figures (上年数): a row for each figure that the text compares with, for the codes that have money this
 * year, and every row that was filled in before, even where nothing asks for it any more.
 */
export function drawPrior(
  edition: Edition,
  now: Source | undefined,
  rows: readonly PriorRow[],
  catalogue: Pick<Catalogue, 'nameOf'>,
  language: Language = 'zh-CN',
): DrawnSheet {
  const words = askedSheetWords(language).prior;
  const filled = new Map<string, PriorRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = filled.get(key);
    if (known === undefined || wordsOf(known.value) === '') filled.set(key, row);
  }
  const lines = priorLines(edition, now, (code) => catalogue.nameOf(code));
  const asked = new Set(lines.map(keyOf));
  const left = rows.filter((row) => {
    if (wordsOf(row.value) === '' && row.nowCode === '') return false;
    return !asked.has(keyOf(row)) || filled.get(keyOf(row)) !== row;
  });
  const { headers } = words;
  return askedSheet({
    name: rows[0]?.cell.sheet ?? words.name,
    guide: words.guide,
    columns: [
      { header: headers.table, width: 12 },
      { header: headers.code, width: 10 },
      { header: headers.name, width: 28 },
      { header: headers.column, width: 20 },
      { header: headers.amount, width: 14 },
      { header: headers.nowCode, width: 10 },
      { header: headers.from, width: 18 },
    ],
    frozenColumns: 3,
    landscape: false,
    rows: [
      ...lines.map((line) => cellsOf(line, filled.get(keyOf(line)))),
      ...left.map((row) => cellsOf(row, row, row.from === '' ? words.notUsed : row.from)),
    ],
  });
}

function keyOf({ table, code, name, column }: PriorLine): string {
  // What a code is called may be spelled anew; a row without one is its name.
  const of = code === '' ? normaliseText(name) : code;
  return [normaliseText(table), of, normaliseText(column)].join('|');
}

function cellsOf(line: PriorLine, given: Given | undefined, from = given?.from ?? ''): readonly AskedCell[] {
  const { nowCode = '', value = null } = given ?? {};
  // Of a code that no list has the name is what somebody typed here.
  const name = line.name === '' ? (given?.name ?? '') : line.name;
  return [
    { value: line.table, look: 'made' },
    { value: line.code === '' ? null : line.code, look: line.code === '' ? 'made' : 'inputCode' },
    { value: name, look: 'madeWrap' },
    { value: line.column, look: 'madeWrap' },
    { value, look: 'inputAmount', decimals: 2 },
    { value: nowCode === '' ? null : nowCode, look: 'inputCode' },
    { value: from === '' ? null : from, look: 'madeWrap' },
  ];
}
