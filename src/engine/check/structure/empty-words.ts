import type { Book, RecognisedTable } from '../../book/book';
import { normaliseText } from '../../text/normalise';
import { figuresIn, isNonZero } from '../look';

/** Whether a table holds amounts: `blank` has none, `zeros` has nothing but zeros and dashes. */
export function fillingOf(table: RecognisedTable): 'blank' | 'zeros' | 'filled' {
  if (table.blank) return 'blank';
  const figures = figuresIn(table).filter((figure) => figure.reading.kind !== 'blank');
  const strange = table.blocks.some((block) => block.strangeRows.length > 0);
  if (strange || figures.some((figure) => figure.reading.kind === 'unreadable')) return 'filled';
  return figures.some(isNonZero) ? 'filled' : 'zeros';
}

/** What the tables of a book are about, in words that a note could use. */
export interface TableNouns {
  /** Words that mean this table: 政府性基金. */
  readonly own: readonly string[];
  /** Words that mean something else: 国有资本经营, 项目支出. */
  readonly foreign: readonly string[];
}

const SHORTEST_NOUN = 4;

/** The nouns of a table, made of titles and of the members of the edition's dimensions. */
export function nounsOf(table: RecognisedTable, book: Book): TableNouns {
  const { declared } = table;
  const title = normaliseText([declared.title, ...(declared.aliases ?? [])].join(' '));
  const members = book.edition.declared.dimensions.flatMap((dimension) =>
    dimension.kind === 'members' ? dimension.members.map((member) => member.is) : [],
  );
  const nouns = new Set([
    ...members.map(nounOf),
    ...book.edition.declared.tables.map((other) => nounOf(other.title.replace(TITLE_END, '').replace(/^部门/, ''))),
  ]);
  const all = [...nouns].filter((noun) => noun.length >= SHORTEST_NOUN);
  return { own: all.filter((noun) => title.includes(noun)), foreign: all.filter((noun) => !title.includes(noun)) };
}

const TITLE_END = /(?:收支|收入|支出)?(?:预算)?(?:总体)?(?:情况)?总?表$/;

// 政府性基金预算 and 政府性基金 are the same to a reader.
const nounOf = (text: string): string => normaliseText(text).replace(/预算$/, '');

const SAYS_TABLE_EMPTY = /空表|表为空|表无数据|表无内容|[此本该]表无(?:数|[。.]?$)/;
const NONE = /(?:没有|未安排|不涉及|无)/;

/** Whether a note says that the whole table is empty, not only that one of its columns is. */
export function saysEmpty(note: string, nouns: TableNouns): boolean {
  const text = normaliseText(note);
  if (SAYS_TABLE_EMPTY.test(text)) return true;
  const none = NONE.exec(text);
  if (!none) return false;
  const said = text.slice(none.index);
  return (
    nouns.own.some((noun) => said.includes(noun)) &&
    !nouns.foreign.some((noun) => withoutAll(said, nouns.own).includes(noun))
  );
}

/** The words of something else that a note uses instead of the table's own; undefined where it speaks of the table or of nothing. */
export function foreignNounIn(note: string, nouns: TableNouns): string | undefined {
  const text = normaliseText(note);
  if (nouns.own.some((noun) => text.includes(noun))) return undefined;
  return [...nouns.foreign].sort((a, b) => b.length - a.length).find((noun) => text.includes(noun));
}

const withoutAll = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, '·'), text);
