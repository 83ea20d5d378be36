import { normaliseText, similarity } from '../text/normalise';

/** The titles that tables may stand under. */
export interface TitleRules {
  /** Whose each is; longest first. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  /** What a text that is one of them, or nearly, ends with, whatever is printed behind it: most cells hold none of these signs. */
  readonly ends: ReadonlySet<string>;
  /** What texts were found to be: the same words stand on hundreds of sheets. */
  readonly known: Map<string, TitleMatch | undefined>;
}

export interface TitleMatch {
  readonly id: string;
  /** 1 for the words as declared, less for something near. */
  readonly score: number;
}

const LEADING = /^(?:附?表[一二三四五六七八九十\d]+[-－]?\d*[:.、]?|附件\d*[:.、]?|20\d\d年度?|\(公开\))+/;
const TRAILING = /(?:\((?:续表?|[一二三四五六七八九十\d]+|本级|汇总|20\d\d年度?)\)|\d+)+$/;
const LONGEST_PREFIX = 30;
const MOST_KNOWN = 5_000;

/** Signs that a text near a title ends with. */
const NEAR_ENDS = ['表', '目', '录'];

/** All titles and aliases, one spelling each, so that a longer title wins over one that it ends with. */
export function titleRules(
  tables: readonly { readonly id: string; readonly title: string; readonly aliases?: readonly string[] }[],
): TitleRules {
  const titles = tables
    .flatMap((table) =>
      [table.title, ...(table.aliases ?? [])].map((title) => ({ id: table.id, title: normaliseText(title) })),
    )
    .sort((a, b) => b.title.length - a.title.length);
  return { titles, ends: new Set([...NEAR_ENDS, ...titles.flatMap(({ title }) => title.slice(-1))]), known: new Map() };
}

/** Whether a cell's text (in one spelling) is the title of a table. A year, a number or the department's name may stand before it. */
export function matchTitle(text: string, rules: TitleRules): TitleMatch | undefined {
  const { ends, known } = rules;
  if (text.length < 4 || text.length > 60 || !holdsAny(text, ends)) return undefined;
  if (known.has(text)) return known.get(text);
  const match = titleIn(text, rules);
  if (known.size < MOST_KNOWN) known.set(text, match);
  return match;
}

function titleIn(text: string, { titles: rules }: TitleRules): TitleMatch | undefined {
  const core = text.replace(LEADING, '').replace(TRAILING, '');
  for (const rule of rules) {
    if (core === rule.title) return { id: rule.id, score: 1 };
  }
  for (const rule of rules) {
    if (core.endsWith(rule.title) && core.length - rule.title.length <= LONGEST_PREFIX && !/[,。;]/.test(core)) {
      return { id: rule.id, score: 0.9 };
    }
  }
  if (!NEAR_ENDS.includes(core.slice(-1)) || core === '') return undefined;
  let best: TitleMatch | undefined;
  for (const rule of rules) {
    const alike = similarity(core, rule.title, 0.8);
    if (alike >= 0.8 && alike > (best?.score ?? 0)) best = { id: rule.id, score: alike * 0.8 };
  }
  return best;
}

function holdsAny(text: string, signs: ReadonlySet<string>): boolean {
  for (const sign of text) if (signs.has(sign)) return true;
  return false;
}

/** A title that says that its table goes on from the page before. */
export function isContinuation(text: string): boolean {
  return /续表?\)?$/.test(text) || /^续表/.test(text) || /\(续\)/.test(text);
}
