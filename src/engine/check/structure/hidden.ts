import type { Finding } from '../../finding/finding';
import { runsOf } from '../../lists/runs';
import { columnLetters, type CellRef } from '../../snapshot/address';
import { isWithin, sheetNamed, type SheetSnapshot, type Span } from '../../snapshot/snapshot';
import type { Check, CheckContext } from '../check';
import { cellsOf, cellsWithin, framesOf, userSheets } from '../look';
import { makeFinding } from '../make-finding';

export const hidden: Check = {
  id: 's-hidden',
  severity: 'warning',
  describes:
    '公开的文件里不应有隐藏的内容：任何人取消隐藏就能看到，隐藏的行也会计入合计。例：支出表第8行被隐藏，里面有金额。取消隐藏或删去；批注也请在公开前删去。',
  run(context) {
    return [...hiddenSheets(context), ...hiddenLines(context), ...hiddenInLedgers(context), ...notesLeft(context)];
  },
};

function hiddenSheets({ snapshot }: CheckContext): readonly Finding[] {
  const sheets = userSheets(snapshot).filter(
    (sheet) => sheet.visibility !== 'visible' && sheet.rows.some((row) => row.cells.some(hasContent)),
  );
  const [first] = sheets;
  if (!first) return [];
  const names = sheets.map((sheet) => sheet.name);
  return [
    makeFinding({
      rule: 's-hidden',
      severity: 'warning',
      facts: { code: 'hidden-sheets', sheets: names },
      cells: [],
      about: ['sheets', ...names],
      sheet: first.name,
    }),
  ];
}

function hiddenLines({ book, snapshot }: CheckContext): readonly Finding[] {
  return framesOf(book).flatMap(({ id, frame }) => {
    const sheet = sheetNamed(snapshot, frame.sheet);
    if (!sheet || sheet.visibility !== 'visible') return [];
    if (sheet.hiddenRows.length + sheet.hiddenColumns.length === 0) return [];
    const cells = cellsWithin(snapshot, frame, hasContent);
    return (['rows', 'columns'] as const).flatMap((lines) => {
      const spans = (lines === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns).flatMap((span) => {
        const inside = cells.filter(({ ref }) => within(lines === 'rows' ? ref.row : ref.column, span));
        return inside.length === 0
          ? []
          : [
              {
                span: bounded(
                  span,
                  inside.map(({ ref }) => (lines === 'rows' ? ref.row : ref.column)),
                ),
                inside,
              },
            ];
      });
      if (spans.length === 0) return [];
      return [
        makeFinding({
          rule: 's-hidden',
          severity: 'warning',
          facts: { code: 'hidden-lines', table: id, lines, spans: spans.map(({ span }) => spanText(span, lines)) },
          cells: spans.flatMap(({ inside }) => inside.map(({ ref }) => ref)),
          about: [id, lines],
          table: id,
        }),
      ];
    });
  });
}

/** The ledger is what the tables come from. A filter may hide thousands of its rows: each is told by its first cell. */
function hiddenInLedgers({ snapshot, sheets }: CheckContext): readonly Finding[] {
  return sheets.flatMap(({ sheet: name, isLedger }) => {
    const sheet = isLedger ? sheetNamed(snapshot, name) : undefined;
    if (sheet?.visibility !== 'visible') return [];
    return (['rows', 'columns'] as const).flatMap((lines) => {
      const hiddenSpans = lines === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
      const first = hiddenSpans.length === 0 ? new Map<number, CellRef>() : firstHidden(sheet, lines, hiddenSpans);
      if (first.size === 0) return [];
      const spans = runsOf(first.keys());
      return [
        makeFinding({
          rule: 's-hidden',
          severity: 'note',
          facts: { code: 'hidden-lines', table: name, lines, spans: spans.map((span) => spanText(span, lines)) },
          cells: [...first.values()],
          about: [name, lines],
          sheet: name,
        }),
      ];
    });
  });
}

/** The first cell that holds something of each hidden row or column. */
function firstHidden(
  sheet: SheetSnapshot,
  lines: 'rows' | 'columns',
  spans: readonly Span[],
): ReadonlyMap<number, CellRef> {
  const first = new Map<number, CellRef>();
  for (const { ref } of cellsOf(sheet, hasContent)) {
    const index = lines === 'rows' ? ref.row : ref.column;
    if (!first.has(index) && isWithin(index, spans)) first.set(index, ref);
  }
  return first;
}

function notesLeft({ snapshot }: CheckContext): readonly Finding[] {
  return userSheets(snapshot).flatMap((sheet) => {
    const notes = sheet.notes.filter((note) => !note.ours);
    if (notes.length === 0) return [];
    return [
      makeFinding({
        rule: 's-hidden',
        severity: 'note',
        facts: { code: 'notes-left', sheet: sheet.name, count: notes.length },
        cells: notes.map(({ row, column }) => ({ sheet: sheet.name, row, column })),
        about: ['notes', sheet.name],
        sheet: sheet.name,
      }),
    ];
  });
}

const hasContent = ({ value }: { readonly value: unknown }): boolean =>
  value !== null && !(typeof value === 'string' && value.trim() === '');

const within = (index: number, span: Span): boolean => index >= span.from && index <= span.to;

/** A span of hidden columns may reach to the end of the sheet: only what holds something is worth naming. */
function bounded(span: Span, used: readonly number[]): Span {
  return { from: Math.max(span.from, Math.min(...used)), to: Math.min(span.to, Math.max(...used)) };
}

function spanText({ from, to }: Span, lines: 'rows' | 'columns'): string {
  const name = (index: number): string => (lines === 'rows' ? String(index + 1) : columnLetters(index));
  return from === to ? name(from) : `${name(from)}-${name(to)}`;
}
