import type { Catalogue, NamedCode } from '../../engine/classification/catalogue';
import { parentOf } from '../../engine/classification/code-tree';
import { isGenericName } from '../../engine/classification/names';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import { askedSheetWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { askedSheet, FIRST_ROW, type AskedCell } from './asked-sheet';

/** The sheet of codes, and where the ledger's lists find them: ranges of codes, and of codes with their names. */
export interface CodesSheet {
  readonly sheet: DrawnSheet;
  readonly functional: CodeRange;
  readonly economic: CodeRange;
}

export interface CodeRange {
  /** `科目表!$A$3:$A$700` */
  readonly codes: string;
  /** The same with the column of names at its right. */
  readonly withNames: string;
  readonly names: ReadonlyMap<string, string>;
}

/** Blank rows below each list, for codes that it lacks: no list of a present year is published. */
const SPARE = 30;

/** Draws the codes that a ledger of a year may name: functional items, economic 款 and 类 (a project may name a 类 alone). */
export function drawCodes(catalogue: Catalogue, year: number | undefined, language: Language = 'zh-CN'): CodesSheet {
  const words = askedSheetWords(language).codes;
  // 行政运行 stands under every 款: which one is meant has to be seen in the list.
  const functional = catalogue.codesAt('functional', '项', year).map(({ code, name }) => {
    const section = isGenericName(name) ? catalogue.nameOf(parentOf(code) ?? '', year) : undefined;
    return { code, name: section === undefined ? name : `${name}（${section}）` };
  });
  const economic = [...catalogue.codesAt('economic', '款', year), ...catalogue.codesAt('economic', '类', year)];
  const cells = (list: readonly NamedCode[], index: number): readonly AskedCell[] => {
    const one = list[index];
    const isSpare = one === undefined && index < list.length + SPARE;
    return [
      { value: one?.code ?? null, look: isSpare ? 'inputCode' : 'made' },
      { value: one?.name ?? null, look: isSpare ? 'input' : 'made' },
    ];
  };
  const rows = Array.from({ length: Math.max(functional.length, economic.length) + SPARE }, (_row, index) => [
    ...cells(functional, index),
    ...cells(economic, index),
  ]);
  const range = (list: readonly NamedCode[], from: string, to: string): CodeRange => {
    const last = FIRST_ROW + Math.max(1, list.length);
    return {
      codes: `${words.name}!$${from}$${FIRST_ROW + 1}:$${from}$${last}`,
      withNames: `${words.name}!$${from}$${FIRST_ROW + 1}:$${to}$${last + SPARE}`,
      names: new Map(list.map(({ code, name }) => [code, name])),
    };
  };
  return {
    functional: range(functional, 'A', 'B'),
    economic: range(economic, 'C', 'D'),
    sheet: askedSheet({
      name: words.name,
      guide: words.guide,
      columns: [
        { header: words.functional, width: 12 },
        { header: words.codeName, width: 44 },
        { header: words.economic, width: 12 },
        { header: words.codeName, width: 32 },
      ],
      frozenColumns: 0,
      landscape: false,
      kind: 'made',
      isProtected: true,
      rows,
    }),
  };
}
