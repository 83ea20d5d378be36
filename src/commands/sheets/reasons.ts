import type { Decimal } from 'decimal.js';
import { isStale, reasonKey, reasonRow, type ReasonRow, type Reasons } from '../../engine/asked/read-reasons';
import { reasonWords } from '../../engine/asked/reason-words';
import { formatAmount } from '../../engine/amount/format';
import type { AskedReason } from '../../engine/narrate/narration';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import { askedSheetWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { amountText } from '../../i18n/words/amounts';
import { askedSheet, type AskedCell } from './asked-sheet';

/** A reason as it is asked for in the sheet; amounts in 万元. */
export type ReasonAsked = Pick<AskedReason, 'sectionName' | 'about' | 'now' | 'before' | 'difference' | 'percent'>;

/**
 * The sheet of reasons (增减原因): a row for each reason that the text needs, open ones first, with what was answered before; then those
 * whose figures changed since, with the figures they were written for, until somebody has confirmed them. Answers that nothing asks for any more stand at the end.
 */
export function drawReasons(asked: readonly ReasonAsked[], reasons: Reasons, language: Language = 'zh-CN'): DrawnSheet {
  const words = askedSheetWords(language).reasons;
  const keys = new Set(asked.map(({ sectionName, about }) => reasonKey(sectionName, about)));
  const rows = asked.map((one) => ({ one, row: reasonRow(reasons, one.sectionName, one.about) }));
  const isOpen = ({ row }: { readonly row: ReasonRow | undefined }): boolean => row?.reason === undefined;
  const given = rows.filter((row) => !isOpen(row));
  const isOld = ({ one, row }: (typeof rows)[number]): boolean => row !== undefined && isStale(row, one);
  const ordered = [...rows.filter(isOpen), ...given.filter(isOld), ...given.filter((row) => !isOld(row))];
  const used = new Set(rows.flatMap(({ row }) => (row ? [row] : [])));
  const left = reasons.rows
    .filter((row) => row.typed !== '' && !used.has(row))
    .filter((row) => {
      // Written twice alike, it is kept once.
      const kept = keys.has(reasonKey(row.section, row.about)) && reasonRow(reasons, row.section, row.about);
      return !kept || kept.typed !== row.typed;
    });
  const lines = [
    ...ordered.map(({ one, row }): readonly AskedCell[] => [
      { value: one.sectionName, look: 'madeWrap' },
      { value: one.about, look: 'madeWrap' },
      amount(one.now),
      amount(one.before),
      amount(one.difference),
      amount(one.percent),
      { value: row === undefined || row.typed === '' ? null : row.typed, look: 'inputWrap' },
      // Once figures changed it is for people to say that they have looked.
      { value: statusOf(one, row), look: row?.reason !== undefined && isStale(row, one) ? 'inputWrap' : 'madeWrap' },
    ]),
    ...left.map((row): readonly AskedCell[] => [
      { value: row.section, look: 'madeWrap' },
      { value: row.about, look: 'madeWrap' },
      amount(undefined),
      amount(undefined),
      amount(undefined),
      amount(undefined),
      { value: row.typed, look: 'inputWrap' },
      { value: words.notUsed, look: 'madeWrap' },
    ]),
  ];
  const { headers } = words;
  return askedSheet({
    name: reasons.sheet ?? words.name,
    guide: words.guide,
    columns: [
      { header: headers.number, width: 6 },
      { header: headers.section, width: 16 },
      { header: headers.about, width: 26 },
      { header: headers.now, width: 14 },
      { header: headers.before, width: 14 },
      { header: headers.difference, width: 12 },
      { header: headers.percent, width: 10 },
      { header: headers.reason, width: 60 },
      { header: headers.status, width: 26 },
    ],
    frozenColumns: 3,
    landscape: true,
    rows: lines.map((cells, index) => [{ value: index + 1, look: 'made' }, ...cells]),
  });

  function statusOf(one: ReasonAsked, row: ReasonRow | undefined): string {
    if (row === undefined || reasonWords(row.typed) === undefined) return words.open;
    if (!isStale(row, one)) return words.answered;
    const said = (amount: Decimal): string => amountText(formatAmount(amount, 2));
    return words.changed(said(row.now ?? one.now), said(row.before ?? one.before));
  }
}

// A change without a base has no percentage.
function amount(value: Decimal | undefined): AskedCell {
  return { value: value === undefined ? null : value.toDecimalPlaces(2).toNumber(), look: 'madeAmount', decimals: 2 };
}
