/*
 * Letters and digits for the classes of regular expressions that are needed at once. V8 takes several milliseconds to make `\p{L}` of every
 * letter that there is, at its first use of each such expression; of these spans it takes none. They hold what documents, names of sheets
 * and formulas are written in; signs, blanks and punctuation, full-width as well, are in neither.
 */

/** The inside of a class, for expressions with the flag `u`: alphabets, Chinese characters, kana, Hangul. `〇` is one of them. */
export const LETTERS = String.raw`A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a\u{20000}-\u{323af}`;

/** The same for digits and numerals: `①`, `Ⅳ` and `㈠` are among them. */
export const DIGITS = String.raw`0-9\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u3220-\u3229\uff10-\uff19`;
