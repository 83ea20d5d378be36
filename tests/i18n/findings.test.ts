import type { FactsCode, FindingFacts } from '../../src/engine/finding/facts';
import { findingSentence, takeEnglish } from '../../src/i18n/catalogue';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { en } from '../../src/i18n/en';
import { english } from '../../src/i18n/english';
import { LANGUAGES } from '../../src/i18n/language';
import type { Language } from '../../src/i18n/language';
import { zhCN } from '../../src/i18n/zh-CN';
import { examples } from './examples';

takeEnglish(english);

const codes = Object.keys(zhCN).sort() as FactsCode[];

function said(language: Language): readonly { readonly code: FactsCode; readonly sentence: string }[] {
  return codes.flatMap((code) =>
    (examples[code] ?? []).map((facts) => ({
      code,
      sentence: compileSentence({ code, ...facts } as FindingFacts, language),
    })),
  );
}

test('every kind of finding has words in both languages, and an example', () => {
  expect(Object.keys(en).sort()).toEqual(codes);
  expect(Object.keys(examples).sort()).toEqual(codes);
  for (const code of codes) expect({ code, examples: examples[code].length > 0 }).toEqual({ code, examples: true });
});

test.each(LANGUAGES)(
  '%s: of the rows of a ledger a check says what speaks of money units, and compiling says the rest',
  (language) => {
    for (const one of examples.ledger) {
      const facts = { code: 'ledger', ...one } as FindingFacts & { readonly problem: string };
      const check = (): string => findingSentence(facts, language);
      if (/^unit-(?:of-|assumed)/.test(facts.problem)) expect(check()).toBe(compileSentence(facts, language));
      else expect(check).toThrow(facts.problem);
    }
  },
);

describe.each(LANGUAGES)('%s', (language) => {
  test('sentences read as they should', () => {
    const text = said(language).map(({ code, sentence }) => `${code}: ${sentence}`);
    expect(text.join('\n')).toMatchSnapshot();
  });

  test.each(said(language))('$code: $sentence', ({ sentence }) => {
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    // What stands in quotation marks is the workbook's, such as “#REF!”; 表三!E9 is an address.
    expect(sentence.replace(/“[^”]*”/g, '')).not.toMatch(/！|!(?![A-Z]+[0-9])/);
    expect(sentence).not.toMatch(/[０-９Ａ-Ｚａ-ｚ．％]/);
    expect(sentence).not.toMatch(/非法|异常|严重|失败|系统|请联系管理员/);
    expect(sentence).not.toMatch(/\b([A-Za-z]+) \1\b/i);
    expect(sentence).not.toMatch(/[，。；：、]{2}| {2}|^\s|\s$/);
  });
});

test('Chinese sentences: at most two, full-width punctuation, no space beside a Chinese character', () => {
  for (const { sentence } of said('zh-CN')) {
    expect(sentence).toMatch(/[。]$/);
    expect((sentence.match(/。/g) ?? []).length).toBeLessThanOrEqual(2);
    expect(sentence).not.toMatch(/[\p{Script=Han}] |[ ][\p{Script=Han}]/u);
    expect(sentence).not.toMatch(/[\p{Script=Han}][,;:()]|[,;:()][\p{Script=Han}]/u);
    expect(sentence).not.toMatch(/(\p{Script=Han}{2,})\1/u);
  }
});

test('English sentences end with a full stop', () => {
  for (const { sentence } of said('en')) expect(sentence).toMatch(/\.$/);
});
