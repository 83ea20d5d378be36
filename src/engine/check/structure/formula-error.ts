import { readAmount } from '../../amount/read-amount';
import type { RecognisedTable } from '../../book/book';
import { followersOfUnread } from '../../finding/cause/unread';
import type { Finding } from '../../finding/finding';
import { lostReferences, type LostRows } from '../../formula/lost';
import { referencedAreas } from '../../formula/references';
import { ledgerEvidence } from '../../ledger-evidence/loaded';
import { groupBy } from '../../lists/group-by';
import { cellKey, type Area, type CellRef } from '../../snapshot/address';
import type { Check, CheckContext } from '../check';
import { cellsWithin, framesOf, isTextCell, placeIn } from '../look';
import { makeFinding } from '../make-finding';

/** A cell of a table that is an error value. */
interface Broken {
  readonly id: string;
  readonly table: RecognisedTable | undefined;
  readonly ref: CellRef;
  readonly raw: string;
  readonly formula: string | undefined;
}

export const formulaError: Check = {
  id: 's-formula-error',
  severity: 'error',
  describes:
    '单元格是错误值，读不出数，引用它的合计也跟着错。例：合计显示#REF!，因为公式引用的行被删了：由台账重新编制，或用fill补上删去的类、款、合计行，公式随之改正。其他错误值，改正公式或填上数。',
  run(context) {
    const errors = errorsIn(context);
    const lost = errors.filter(({ formula }) => formula !== undefined && lostReferences(formula) > 0);
    const following = followersOf(lost, errors);
    const told = new Set([...lost, ...following.keys()]);
    return [
      ...groupBy(lost, ({ id, ref }) => `${id} ${ref.sheet}`).map((group) =>
        lostFinding(
          group,
          [...following].flatMap(([one, root]) => (group.includes(root) ? [one] : [])),
          context,
        ),
      ),
      ...groupBy(
        errors.filter((one) => !told.has(one)),
        ({ id, ref, raw }) => `${id} ${ref.sheet} ${raw}`,
      ).map((group) => finding(group, [])),
    ];
  },
};

function errorsIn({ book, snapshot }: CheckContext): readonly Broken[] {
  const followers = new Set([...followersOfUnread(book)].map(({ cell }) => cellKey(cell)));
  return framesOf(book).flatMap(({ id, frame, table }) =>
    cellsWithin(snapshot, frame, isTextCell).flatMap(({ ref, cell }) => {
      if (typeof cell.value !== 'string' || !cell.value.startsWith('#')) return [];
      const reading = readAmount(cell.value);
      return reading.kind === 'unreadable' && reading.because === 'formula-error' && !followers.has(cellKey(ref))
        ? [{ id, table, ref, raw: reading.raw, formula: cell.formula }]
        : [];
    }),
  );
}

/** The cells whose formulas are whole and lead to one whose row was deleted, each with the first such: that one is to be mended. */
function followersOf(lost: readonly Broken[], errors: readonly Broken[]): ReadonlyMap<Broken, Broken> {
  const rootOf = new Map<Broken, Broken>();
  const isLost = new Set(lost);
  const open = new Map(
    errors.flatMap((one) =>
      isLost.has(one) || one.formula === undefined ? [] : [[one, referencedAreas(one.formula, one.ref.sheet)] as const],
    ),
  );
  let newest: readonly (readonly [Broken, Broken])[] = lost.map((one) => [one, one]);
  while (newest.length > 0) {
    const found = [...open].flatMap(([one, areas]): readonly (readonly [Broken, Broken])[] => {
      const to = newest.find(([{ ref }]) => areas.some((area) => isIn(ref, area)));
      return to ? [[one, to[1]]] : [];
    });
    for (const [one, root] of found) {
      rootOf.set(one, root);
      open.delete(one);
    }
    newest = found;
  }
  return rootOf;
}

const isIn = ({ sheet, row, column }: CellRef, of: { readonly sheet: string; readonly area: Area }): boolean =>
  of.sheet.toUpperCase() === sheet.toUpperCase() &&
  of.area.top <= row &&
  row <= of.area.bottom &&
  of.area.left <= column &&
  column <= of.area.right;

function lostFinding(
  group: readonly [Broken, ...Broken[]],
  followers: readonly Broken[],
  { snapshot, book, catalogue }: CheckContext,
): Finding {
  const ledger = ledgerEvidence(snapshot, book, catalogue).ledger?.sheet;
  const lost = {
    formula: group[0].formula ?? '',
    followers: followers.length,
    ...(ledger === undefined ? {} : { ledger }),
  };
  return finding(group, followers, lost);
}

function finding(group: readonly [Broken, ...Broken[]], followers: readonly Broken[], lost?: LostRows): Finding {
  const [first] = group;
  return makeFinding({
    rule: 's-formula-error',
    severity: 'error',
    facts: {
      code: 'formula-error',
      place: placeIn(first.table, first.id, first.ref),
      raw: first.raw,
      count: group.length,
      ...(lost ? { lost } : {}),
    },
    cells: [...group, ...followers].map(({ ref }) => ref),
    about: [first.id, first.raw],
    table: first.id,
  });
}
