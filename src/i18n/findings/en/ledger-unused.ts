import type { FactsByCode } from '../../../engine/finding/facts';
import { askedSheetsEn } from '../../sheets/en';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-en';
import { cellsShown } from '../cells-shown';
import { countOf } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger-unused'];
type Said = (facts: Facts) => string;

const columns: Readonly<Partial<Record<string, string>>> = askedSheetsEn.ledger.headers;
/** A column as our own ledger heads it; of a fund, as it is headed. */
const column = (name: string): string => columns[name] ?? name;
const partsOf = ({ against }: Facts): readonly string[] => against.split('|');

const blank: Said = (facts) => `${place(facts.place)} is blank`;
const unknown: Said = (facts) => `${place(facts.place)} holds “${facts.value}”, which is not known`;
const noItem: Said = (facts) => `${place(facts.place)} holds code ${facts.value}, which is not of the lowest level`;
const doubtfulUnit: Said = (facts) => `${place(facts.place)}: the money unit is probably wrong (元 and 万元)`;
const other: Said = (facts) => `${place(facts.place)} says “${facts.value}”, the tables “${facts.against}”`;

/** The reasons that can be said more closely than that the place is in doubt. */
const REASONS: Readonly<Partial<Record<Facts['why'], Said>>> = {
  edition: other,
  department: other,
  year: (facts) => `${place(facts.place)} says ${facts.value}, the tables ${facts.against}`,
  another: (facts) => `“${facts.sheet}” and “${facts.value}” are both ledgers, and nobody can tell which is meant`,
  'code-none': blank,
  'economic-none': blank,
  'kind-none': blank,
  'fund-none': (facts) =>
    facts.against === '' ? blank(facts) : `${place(facts.place)} holds an amount, the columns of the funds are blank`,
  'amount-none': blank,
  'project-none': (facts) => `${place(facts.place)} is project expenditure without a project name`,
  'code-malformed': unknown,
  'code-unknown': unknown,
  'economic-unknown': unknown,
  'economic-government': unknown,
  'kind-unknown': unknown,
  'fund-unknown': unknown,
  'code-no-leaf': noItem,
  'economic-no-leaf': noItem,
  'economic-other-kind': (facts) =>
    `${place(facts.place)} holds economic code ${facts.value}, which belongs to ${facts.against}, not to the kind that was filled in`,
  'amount-unreadable': (facts) => `${place(facts.place)} holds “${facts.value}”, which reads as no amount`,
  'amount-merged': (facts) => `${place(facts.place)} is merged, and nobody can tell how its amount is divided`,
  'unit-of-row': doubtfulUnit,
  'unit-of-column': doubtfulUnit,
  'unit-of-all': doubtfulUnit,
  'unit-assumed': doubtfulUnit,
  'unit-other': (facts) => `${place(facts.place)} states the money unit “${facts.value}”; known are 万元 and 元`,
  'total-differs': (facts) => {
    const [typed = '', sum = '', , unit = ''] = partsOf(facts);
    return `${place(facts.place)}${facts.value && `: “${facts.value}”`} says ${amountText(typed)} ${unit}, its ${facts.value === '' ? 'funds' : 'rows'} come to ${amountText(sum)}`;
  },
  'year-conflict': (facts) =>
    `the headers at ${place(facts.place)} (${facts.value.replaceAll('|', ', ')}) are not of ${partsOf(facts)[0] ?? ''}`,
  'year-unclear': (facts) =>
    `the headers at ${place(facts.place)} (${facts.value.replaceAll('|', ', ')}) do not tell which column is this year`,
  'column-missing': (facts) =>
    `the headers in row ${facts.place.cell.row + 1} of ${facts.place.table} have no “${column(facts.value)}”`,
  'column-twice': (facts) =>
    `${place(facts.place)} is another column “${column(facts.value)}”, and nobody can tell which is meant`,
};

/** What to do where it is not just to put the place right. */
const ADVICE: Readonly<Partial<Record<Facts['why'], string>>> = {
  edition: 'If it is of another edition pass over this; if not, please correct it.',
  department: 'If it is of another department pass over this; if not, please correct it.',
  year: 'If it is of another year pass over this; if not, please correct it.',
  another: 'Please put them together, or take away the one that is not used.',
};

/** A ledger that was passed over. */
export const ledgerUnused = {
  'ledger-unused': (facts) => {
    const because = (REASONS[facts.why] ?? ((it: Facts) => `${place(it.place)} is in doubt`))(facts);
    const { shown, all } = cellsShown(facts.also);
    const more = `${shown.join(', ')}${all ? ` and more (${all} in all)` : ''}`;
    const also = shown.length === 0 || facts.why === 'another' ? '' : `; see ${more} as well`;
    const rows = countOf(facts.leftOut);
    if (rows > 0)
      return `“${facts.sheet}” has ${rows} ${rows === 1 ? 'row' : 'rows'} with amounts that were not compiled: tables made from it lack them, and were not held against it. ${because}${also}. Please correct it and compile again.`;
    return `The tables were not held against “${facts.sheet}”: ${because}${also}. ${ADVICE[facts.why] ?? 'Please correct it: they are then held against it.'}`;
  },
} satisfies SentenceGroup;
