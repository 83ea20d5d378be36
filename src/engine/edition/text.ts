import type { MoneyUnit } from '../amount/reading';
import type { CodeLevel } from '../classification/code-tree';
import type { DimensionId, Member, Members } from '../scope/scope';

/** The explanatory text of an edition (情况说明) and what has to be asked for it: data only, like the rest. */
export interface Text {
  /** Parts of the whole disclosure, as printed: 第一部分 …; `{department}` and `{year}` may stand in them. */
  readonly title: string;
  readonly parts: {
    readonly facts: string;
    readonly tables: string;
    readonly sections: string;
    readonly glossary: string;
  };
  readonly phrases: PhraseWords;
  /** Part one. */
  readonly facts: readonly Section[];
  /** Part three. */
  readonly sections: readonly Section[];
  /** Part four. */
  readonly glossary: readonly { readonly term: string; readonly says: string }[];
  /** What only the department knows; the sheet 单位情况 asks for it. */
  readonly asks: readonly AskedFact[];
  /** The same for each project. */
  readonly asksOfProjects: readonly AskedFact[];
}

/** A section. What stands in braces in its sentences is a phrase (`{amount}`), about the sentence's scope unless it names another. */
export interface Section {
  readonly id: string;
  /** `一、关于{department}{year}年…的说明`; its number is part of it. */
  readonly heading: string;
  /** As the sheet of reasons calls it: 三、支出预算. */
  readonly name: string;
  readonly scope?: Members;
  readonly says: readonly Sentence[];
}

export type Sentence = string | Each | Choice | Part;

/** The same words for several members of a dimension. */
export interface Each {
  readonly each: DimensionId;
  /** Codes of this level. */
  readonly level?: CodeLevel;
  /** These, in this order; else all that have money this year, or had last year where the words speak of the change. */
  readonly only?: readonly Member[];
  readonly scope?: Members;
  /** `paragraphs`: one each; `sentence`: one after the other in one paragraph. */
  readonly as: 'paragraphs' | 'sentence';
  readonly numbered?: '1.' | '（一）';
  /** In the same paragraph, before the first and after the last. */
  readonly before?: string;
  readonly after?: string;
  /** Between two of a sentence. */
  readonly between?: string;
  readonly says: string;
  /** For one of `only` that has no money this year; without it nothing is said. */
  readonly none?: string;
}

/** Other words where there is money (a fact) and where there is none. */
export interface Choice {
  readonly if:
    /** Money at this scope, within the sentence's; in either year where `orBefore`. */
    | { readonly amount: Members; readonly orBefore?: true }
    /** The fact was answered by something else than 无, 0 or 否. */
    | { readonly fact: string }
    /** All of the money at the sentence's scope stands at this one. */
    | { readonly only: Members };
  readonly says: readonly Sentence[];
  readonly otherwise?: readonly Sentence[];
}

/** A part of a section below a heading of its own. */
export interface Part {
  readonly heading: string;
  readonly scope?: Members;
  readonly says: readonly Sentence[];
}

/**
 * How an edition words its phrases. In each, `{…}` stands for a number: `difference` and `percent` without a sign.
 * The arithmetic (base, denominator, rounding) is the engine's.
 */
export interface PhraseWords {
  /** `{change}`: compared with last year's budget. */
  readonly change: ChangeWords;
  /** `{changeBrief}`: the amount alone. */
  readonly changeBrief: ChangeWords;
  /** `占{share}`. */
  readonly share: string;
  /** `，主要原因是{reason}`: with what parts it from the words before. */
  readonly reason: string;
  /** Between the items of `{list …}`. */
  readonly listSeparator: string;
  readonly missing: {
    readonly reason: string;
    readonly prior: string;
    readonly amount: string;
    /** `{fact}` is the fact's label. */
    readonly fact: string;
  };
  /** Digits after the point of amounts in 万元 and of percentages. */
  readonly decimals: number;
  readonly percentDecimals: number;
  /** `largest`: the largest share of a complete list takes the rounding, so that they sum to 100 %. */
  readonly shares: 'rounded' | 'largest';
}

export interface ChangeWords {
  readonly more: string;
  readonly less: string;
  readonly same: string;
  /** No base: there was nothing last year. */
  readonly fresh: string;
  /** Nothing this year. */
  readonly gone: string;
  /** The department has no last year at all. */
  readonly noPrior: string;
  /** A change too small for the percentage's decimals. */
  readonly percentTooSmall: string;
}

/** Something to be asked: a row of the sheet 单位情况. */
export interface AskedFact {
  readonly id: string;
  /** Heading over several of them. */
  readonly group: string;
  readonly label: string;
  /** `paragraphs`: one line of the cell each. */
  readonly kind: 'text' | 'paragraphs' | 'amount' | 'count' | 'yes-no';
  /** Of an amount. */
  readonly moneyUnit?: MoneyUnit;
  /** 平方米, 辆, 人 … */
  readonly measure?: string;
  /** Where the text uses it, and how to fill it in. */
  readonly usedIn: string;
  readonly help: string;
  /** What it is where it was left blank; without it a blank one is 待填. */
  readonly otherwise?: string;
}
