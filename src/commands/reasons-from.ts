import type { Decimal } from 'decimal.js';
import { convertMoney, readMoneyUnit } from '../engine/amount/money-unit';
import { rowOf, type Answers, type FactRow } from '../engine/asked/answers';
import { readFacts } from '../engine/asked/read-facts';
import type { AskedFact, Text } from '../engine/edition/text';
import type { Narration } from '../engine/narrate/narration';
import {
  REASONS_FROM_MEASURES,
  statedFrom,
  type ReasonsFromMeasure,
  type StatedFrom,
} from '../engine/narrate/reasons-from';
import type { CellRef } from '../engine/snapshot/address';
import type { CellContent, Edit, Patch } from '../engine/snapshot/patch';
import { cellAt, sheetNamed, type CellValue, type Snapshot } from '../engine/snapshot/snapshot';
import type { Language } from '../i18n/language';
import { askedSheetWords } from '../i18n/catalogue';
import { isNothing, recogniseBest } from './check';
import { narrateWorkbook, type NarrateResult } from './narrate';
import { askSheets } from './sheets/ask';

/** From which change on a department gives reasons, as its workbook has it. */
export interface ReasonsFromStated {
  /** What is said of each measure; undefined where the edition does not ask for it. */
  readonly stated: Readonly<Record<ReasonsFromMeasure, StatedFrom | undefined>>;
  /** Reasons that are asked for and not given. */
  readonly open: number;
  /** The sheet in which it stands, or will stand. */
  readonly sheet: string;
  /** It is there already. */
  readonly hasSheet: boolean;
}

/** What was typed for each measure; what is not named stays as it is. */
export type ReasonsFromTyped = Readonly<Partial<Record<ReasonsFromMeasure, string>>>;

/** The patch that states it, and how many reasons are open before and after. */
export interface ReasonsFromSet {
  readonly patch: Patch;
  readonly sheet: string;
  readonly before: number;
  readonly after: number;
}

/** How a workbook states it; undefined where its edition asks for no reasons, or for all, or nothing was recognised. */
export function reasonsFromIn(
  snapshot: Snapshot,
  { edition, narration }: Pick<NarrateResult, 'edition' | 'narration'>,
  language: Language,
): ReasonsFromStated | undefined {
  const text = edition?.declared.text;
  if (!text?.reasonsFrom || !narration) return undefined;
  const facts = readFacts(snapshot);
  return {
    stated: {
      percent: statedFrom(text, facts, 'percent'),
      amount: statedFrom(text, facts, 'amount'),
    },
    open: openReasonsOf(narration),
    sheet: facts.sheet ?? askedSheetWords(language).facts.name,
    hasSheet: facts.sheet !== undefined,
  };
}

/** How many reasons are open where this would be stated; undefined as for `reasonsFromIn`, and where it cannot be read. */
export async function openReasonsWith(
  snapshot: Snapshot,
  typed: ReasonsFromTyped,
  edition?: string,
): Promise<number | undefined> {
  const best = await recogniseBest(snapshot, edition);
  const text = best && !isNothing(best) ? best.book.edition.declared.text : undefined;
  const wish = text && wished(text, readFacts(snapshot), typed);
  if (!wish) return undefined;
  const { narration } = await narrateWorkbook(snapshot, { edition, facts: wish.facts });
  return narration && openReasonsOf(narration);
}

/**
 * States from which change on reasons are given: in its cells of the sheet of facts; where the sheet lacks one of them, it is drawn anew
 * with everything that it holds, and where there is none it is made. A sheet of reasons that asks for others by then is drawn anew too;
 * reasons that were given stay. Undefined as for `openReasonsWith`.
 */
export async function stateReasonsFrom(
  snapshot: Snapshot,
  typed: ReasonsFromTyped,
  language: Language,
  edition?: string,
): Promise<ReasonsFromSet | undefined> {
  const before = await narrateWorkbook(snapshot, { edition });
  const text = before.edition?.declared.text;
  const wish = text && wished(text, readFacts(snapshot), typed);
  if (!wish || !before.narration) return undefined;
  const { facts, rows } = wish;
  const after = await narrateWorkbook(snapshot, { edition, facts });
  const asked = askSheets(snapshot, after, { language, facts });
  if (!asked || !after.narration) return undefined;
  const hasRows = rows.every(({ isNew }) => !isNew);
  const asksOthers = keysOf(before.narration) !== keysOf(after.narration);
  const drawn = new Set([
    ...(hasRows ? [] : [asked.sheets.facts]),
    ...(asksOthers && sheetNamed(snapshot, asked.sheets.reasons) ? [asked.sheets.reasons] : []),
  ]);
  const edits: readonly Edit[] = [
    ...(hasRows ? rows.map(({ row }) => valueEdit(snapshot, row)) : []),
    ...asked.patch.edits.filter((edit) => edit.do === 'drawSheet' && drawn.has(edit.sheet.name)),
  ];
  return {
    patch: { for: snapshot.stamp, command: 'narrate', edits },
    sheet: hasRows ? (facts.sheet ?? asked.sheets.facts) : asked.sheets.facts,
    before: openReasonsOf(before.narration),
    after: openReasonsOf(after.narration),
  };
}

/** What somebody typed for a measure: a number (万元, or percent), undefined for none; `unread` where it cannot be read. */
export function readTyped(fact: AskedFact, typed: string): Decimal | undefined | 'unread' {
  const row = { group: fact.group, label: fact.label, measure: '', value: typed, cell: NOWHERE };
  const { value, unread } = statedOf(fact, { sheet: undefined, rows: [row] });
  return unread === undefined ? value : 'unread';
}

const NOWHERE: CellRef = { sheet: '', row: 0, column: 0 };

const statedOf = (fact: AskedFact, facts: Answers): Pick<StatedFrom, 'value' | 'unread'> =>
  statedFrom({ asks: [fact], reasonsFrom: { percent: fact.id } }, facts, 'percent') ?? {
    value: undefined,
    unread: undefined,
  };

interface WishedRow {
  readonly row: FactRow;
  /** The sheet does not ask it yet. */
  readonly isNew: boolean;
}

/** The answers with what was typed; undefined where the edition asks none of it, or it cannot be read. */
function wished(
  text: Text,
  facts: Answers,
  typed: ReasonsFromTyped,
): { readonly facts: Answers; readonly rows: readonly WishedRow[] } | undefined {
  const rows: WishedRow[] = [];
  const last = Math.max(0, ...facts.rows.map(({ cell }) => cell.row));
  for (const measure of REASONS_FROM_MEASURES) {
    const words = typed[measure];
    const fact = text.asks.find(({ id }) => id === text.reasonsFrom?.[measure]);
    if (words === undefined || !fact) continue;
    const value = readTyped(fact, words);
    if (value === 'unread') return undefined;
    const there = rowOf(facts, fact);
    // A row of its own, which no row of the sheet is.
    const cell = { sheet: facts.sheet ?? '', row: last + 1 + rows.length, column: 0 };
    const row = there ?? { group: fact.group, label: fact.label, measure: '', value: null, cell };
    rows.push({ row: { ...row, value: contentFor(value, fact, row) }, isNew: !there });
  }
  if (rows.length === 0) return undefined;
  const cells = new Set(rows.map(({ row }) => row.cell.row));
  return {
    rows,
    facts: {
      ...facts,
      rows: [...facts.rows.filter(({ cell }) => !cells.has(cell.row)), ...rows.map(({ row }) => row)],
    },
  };
}

/** A number as its cell says it: in the unit that stands beside it, a hundredth where it is shown as a percentage. */
function contentFor(value: Decimal | undefined, { kind }: AskedFact, { measure, isPercent }: FactRow): CellValue {
  if (value === undefined) return null;
  if (kind === 'percent') return (isPercent ? value.div(100) : value).toNumber();
  const unit = readMoneyUnit(measure);
  return (unit?.supported ? convertMoney(value, '万元', unit.unit) : value).toNumber();
}

function valueEdit(snapshot: Snapshot, { cell: at, value: to }: FactRow): Edit {
  const sheet = sheetNamed(snapshot, at.sheet);
  const cell = sheet && cellAt(sheet, at.row, at.column);
  const expects: CellContent = cell?.formula === undefined ? { value: cell?.value ?? null } : { formula: cell.formula };
  return { do: 'setValue', at, to, expects };
}

const openReasonsOf = ({ reasons }: Narration): number => reasons.filter(({ answer }) => answer === undefined).length;

const keysOf = ({ reasons }: Narration): string => reasons.map(({ key }) => key).join('\n');
