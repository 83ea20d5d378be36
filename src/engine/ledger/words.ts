import type { Edition } from '../edition/edition';
import { FUND, KIND } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import type { Member } from '../scope/scope';
import { normaliseText, similarity, stripLeadingEnumeration } from '../text/normalise';
import { remembered } from '../memo/remembered';

/** What the words of a ledger mean in an edition. */
export interface LedgerWords {
  /** In the edition's order, for a list to choose from. */
  readonly fundNames: readonly Member[];
  /** The fund that a text names: one of the names, with 拨款, 收入 and the like behind it, without 预算, in brackets or before them. */
  readonly fundOf: (text: string) => Member | undefined;
  /** The fund one of whose names is alike, or stands in the text; undefined where none is, or those of several. */
  readonly nearestFund: (text: string) => Member | undefined;
  /** The member of `kind` that a text names: one of them, with or without 支出 or 经费, or another word for it. */
  readonly kindOf: (text: string) => Member | undefined;
  /** The kinds that a text may stand for, as they are written, where it is not clear which of them. */
  readonly kindsMeant: (text: string) => readonly string[];
  /** What may be written as a kind: its members, and what the systems call them. */
  readonly kindNames: readonly string[];
  /** The members of `kind`. */
  readonly kinds: ReadonlyMap<string, Member>;
  /** The member of `kind` that is no project: what a row without a project is where nothing else is said. */
  readonly wholeBasic: Member | undefined;
}

/** Reads the names of funds and kinds off an edition's declaration: its dimensions, and the headers and labels that name them. */
export function ledgerWords(edition: ResolvedEdition): LedgerWords {
  const leaves = new Set(leavesOf(edition.declared, FUND));
  const funds = new Map<string, Member>();
  const add = (word: string, member: Member): void => {
    const plain = normaliseText(stripLeadingEnumeration(word));
    if (!funds.has(plain)) funds.set(plain, member);
  };
  for (const member of leaves) add(member, member);
  const printed = new Set<Member>();
  for (const table of edition.declared.tables) {
    for (const block of table.blocks) {
      const labelled = block.rows.flatMap((row) =>
        'label' in row ? [{ words: [row.label, ...(row.aliases ?? [])], scope: row.scope }] : [],
      );
      const headed = block.columns.map(({ header, aliases, scope }) => ({
        words: [header, ...(aliases ?? [])],
        scope: scope ?? {},
      }));
      for (const { words, scope } of [...labelled, ...headed]) {
        const member = scope[FUND];
        if (member === undefined || !leaves.has(member) || Object.keys(scope).length !== 1) continue;
        printed.add(member);
        for (const word of words) add(word, member);
      }
    }
  }
  for (const { word, member } of edition.declared.ledger?.fundWords ?? []) add(word, member);
  const kinds = new Map(membersOf(edition.declared, KIND).map((member) => [normaliseText(member), member]));
  const [wholeBasic] = wholesOf(edition.declared, KIND).filter(
    (member) => member !== edition.declared.ledger?.projectKind,
  );
  const more = new Map(
    (edition.declared.ledger?.kindWords ?? []).map(({ word, member }) => [normaliseText(word), member]),
  );
  return {
    // The same few words stand in thousands of rows.
    fundOf: remembered((text) => fundNamed(text, funds)),
    nearestFund: (text) => nearestFund(text, funds),
    kindOf: remembered((typed) => {
      const text = typed.replace(SYSTEM_CODE, '');
      const kind = kindNamed(text, kinds, more);
      const [, outside = '', inside = ''] = kind === undefined ? (BRACKETED.exec(text) ?? []) : [];
      if (outside === '' || kindNamed(outside, kinds, more) !== wholeBasic) return kind;
      // 基本支出（人员）: one of its parts.
      const part = kindNamed(inside, kinds, more);
      return part === edition.declared.ledger?.projectKind ? undefined : part;
    }),
    kindsMeant: (text) => {
      const plain = text.replace(SYSTEM_CODE, '').replace(/项目$/, '');
      return edition.declared.ledger?.kindsUnclear?.find(({ word }) => word === plain)?.mayBe ?? [];
    },
    kindNames: [
      ...kinds.values(),
      ...(edition.declared.ledger?.kindWords ?? []).flatMap(({ word, isOfSystems }) => (isOfSystems ? [word] : [])),
    ],
    fundNames: [...leaves].filter((member) => printed.has(member)),
    kinds,
    wholeBasic,
  };
}

/** `111-`, `(111)`, `111`: the code by which a budget management system calls a word. */
const SYSTEM_CODE = /^\(?\d{1,8}\)?[-_:.、·]?(?=\p{Script=Han})/u;

const KIND_END = /(?:支出|经费|类|项目)+$/;

/** 人员, 人员类, 公用支出, 公用经费项目: the kind whose name is that with 支出 or 经费. */
function kindNamed(
  text: string,
  kinds: ReadonlyMap<string, Member>,
  more: ReadonlyMap<string, Member>,
): Member | undefined {
  const bare = text.replace(KIND_END, '');
  const spellings = [text, `${text}支出`, `${text}经费`, ...(bare === '' ? [] : [`${bare}支出`, `${bare}经费`])];
  const spelling = spellings.find((one) => kinds.has(one));
  return spelling === undefined ? (more.get(text) ?? more.get(text.replace(/项目$/, ''))) : kinds.get(spelling);
}

/** 财政拨款(一般公共预算), 一般公共预算(经费拨款). */
const BRACKETED = /^(.+?)\((.+)\)$/;
const MONEY = /(?:财政|经费)?(?:拨款|收入|资金)+$/;

/** 单位资金-事业收入: what it is part of, and what it is. */
const DIVIDED = /^(.+)[-_/](.+?)$/;
/** What was left over is no money of this year, whatever fund it was of. */
const LEFT_OVER = /结转|结余|上年|以前年度/;

/** The fund that a text names; undefined of what could be several of them. */
function fundNamed(text: string, funds: ReadonlyMap<string, Member>): Member | undefined {
  const plain = stripLeadingEnumeration(text).replace(SYSTEM_CODE, '');
  const [, outside = '', inside = ''] = BRACKETED.exec(plain) ?? [];
  const [, whole = '', part = ''] = DIVIDED.exec(plain) ?? [];
  const ofPart = part === '' ? undefined : fundSpelled(part, funds);
  const said = new Set(
    [plain, outside, inside, ...(ofPart === undefined ? [] : [whole, part])].flatMap(
      (words) => fundSpelled(words, funds) ?? [],
    ),
  );
  const [fund] = said;
  if (fund === undefined || said.size > 1 || (LEFT_OVER.test(plain) && !LEFT_OVER.test(fund))) return undefined;
  return fund;
}

function fundSpelled(words: string, funds: ReadonlyMap<string, Member>): Member | undefined {
  const bare = words.replace(MONEY, '');
  if (bare === '') return undefined;
  const spelling = [words, bare, `${bare}预算`, `${bare}收入`, `${bare}资金`].find((one) => funds.has(one));
  return spelling === undefined ? undefined : funds.get(spelling);
}

/** Of shorter names more than one character in four would have to be another one. */
const ALIKE_FROM = 0.7;
/** 收入 stands in many words. */
const SHORTEST_NAME = 4;

function nearestFund(text: string, funds: ReadonlyMap<string, Member>): Member | undefined {
  const plain = stripLeadingEnumeration(text);
  if (LEFT_OVER.test(plain)) return [...funds.values()].find((fund) => LEFT_OVER.test(fund));
  const named = new Set(
    [...funds].flatMap(([word, fund]) => (word.length >= SHORTEST_NAME && plain.includes(word) ? [fund] : [])),
  );
  const [only] = named;
  if (named.size > 0) return named.size === 1 ? only : undefined;
  const alike = [...funds].map(([word, fund]) => ({ fund, is: similarity(plain, word, ALIKE_FROM) }));
  const most = Math.max(0, ...alike.map(({ is }) => is));
  const nearest = new Set(alike.flatMap(({ fund, is }) => (is > 0 && is === most ? [fund] : [])));
  const [first] = nearest;
  return nearest.size === 1 ? first : undefined;
}

function membersOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  return declared?.kind === 'members' ? declared.members.map(({ is }) => is) : [];
}

function wholesOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  return declared?.kind === 'members' ? declared.whole : [];
}

function leavesOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  if (declared?.kind !== 'members') return [];
  return declared.members.flatMap(({ is, parts }) => (parts === undefined ? [is] : []));
}
