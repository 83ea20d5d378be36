const UNTOUCHED = /^[\u4e00-\u9fffA-Za-z0-9()%:.,;_+/"-]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const SPACE = /[\s\u0085\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+/g;
// Copying out of a PDF gives radicals (⽀, U+2F40) for the characters that look the same (支).
const RADICAL = /[\u2e80-\u2eff\u2f00-\u2fd5]/g;
const OPENING = /[〔【﹙﹝⟨{[]/g;
const CLOSING = /[〕】﹚﹞⟩}\]]/g;
const QUOTE = /["'“”„‟‘’‚‛『』「」﹁﹂﹃﹄〝〞〟]+/g;
const COLON = /[︰﹕∶ː]/g;
const DASH = /[\u2010-\u2015\u2212\u2500\u2501\ufe58\ufe63]+/g;
const DOT = /[•・‧∙⋅･]/g;

const remembered = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/**
 * One spelling for texts that a reader takes for the same: full-width ASCII made half-width, white space and invisible
 * characters taken out, brackets made (), quotes ", colons :, dashes -. Chinese characters stay as they are.
 * Normalising twice changes nothing more.
 */
export function normaliseText(text: string): string {
  if (UNTOUCHED.test(text)) return text;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const normal = spelled(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, normal);
  return normal;
}

function spelled(text: string): string {
  return text
    .replace(RADICAL, (c) => c.normalize('NFKC'))
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(SPACE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(QUOTE, '"')
    .replace(COLON, ':')
    .replace(DASH, '-')
    .replace(DOT, '·');
}

const ENUMERATION =
  /^(?:[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十]{1,3}\)[、.]?|\([0-9]{1,2}\)[、.]?|[0-9]{1,2}(?:[、)]|\.(?![0-9]))|[①-⑳㈠-㈩⑴-⒇⒈-⒛][、.]?|其中[:,])/;

/**
 * The normalised text without the numbering in front of it: `一、`, `（一）`, `1.`, `1、`, `(1)`, `①`, `其中：`, also several
 * of them. A text that is nothing but numbering is left as it is.
 */
export function stripLeadingEnumeration(text: string): string {
  let rest = normaliseText(text);
  for (let match = ENUMERATION.exec(rest); match; match = ENUMERATION.exec(rest)) {
    if (match[0].length === rest.length) break;
    rest = rest.slice(match[0].length);
  }
  return rest;
}

/**
 * The normalised text without a bracket at its end, nested ones included: `行政运行（政府办公厅（室）及相关机构事务）` →
 * `行政运行`. Brackets inside (`维修（护）费`) stay, and so does a text that is one bracket or whose brackets do not pair.
 */
export function stripTrailingBracket(text: string): string {
  const normal = normaliseText(text);
  if (!normal.endsWith(')')) return normal;
  let depth = 0;
  for (let at = normal.length - 1; at > 0; at -= 1) {
    if (normal[at] === ')') depth += 1;
    else if (normal[at] === '(') depth -= 1;
    if (depth === 0) return normal.slice(0, at);
  }
  return normal;
}

/**
 * How alike two texts are, 0 … 1: 1 − edit distance / longer length, where an edit inserts, removes or replaces one
 * character or swaps two neighbours. Texts are compared as given (normalise them first). Less than `atLeast` comes back as
 * 0, which lets most pairs end early.
 */
export function similarity(a: string, b: string, atLeast = 0): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  const most = Math.floor(longer * (1 - atLeast) + 1e-9);
  if (Math.abs(a.length - b.length) > most) return 0;
  const distance = editDistance(a, b, most);
  return distance > most ? 0 : 1 - distance / longer;
}

/** Restricted Damerau–Levenshtein distance; any number above `most` once it is certain to be above it. */
function editDistance(a: string, b: string, most: number): number {
  let older: number[] = [];
  let previous: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A swap may reach back two rows, so one bad row alone does not end it.
    if (least > most && Math.min(...previous) > most) return most + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

const MARKS: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };

/** A normalised text with the punctuation that Chinese texts are printed with. */
export function readable(text: string): string {
  return text.replace(/[(),:;]/g, (mark, at: number) =>
    /[0-9A-Za-z]/.test(text[at - 1] ?? '') && /[0-9A-Za-z]/.test(text[at + 1] ?? '') ? mark : (MARKS[mark] ?? mark),
  );
}

/** A name as somebody wrote it into a cell, in one line; undefined where it holds no text. */
export function writtenIn(cell: { readonly value: unknown } | undefined): string | undefined {
  return typeof cell?.value === 'string' ? cell.value.replace(/\s*\n\s*/g, '').trim() : undefined;
}
