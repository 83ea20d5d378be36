import type { MoneyUnit } from '../amount/reading';
import type { CodeLevel } from '../classification/code-tree';
import type { Severity } from '../finding/finding';
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
  /** What members are called in sentences, where the tables print other words for them. */
  readonly names?: Readonly<Record<Member, string>>;
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
  /** What answers cannot contradict. */
  readonly relations?: readonly AskedRelation[];
  /** The yes-no fact that says that there was no such department last year: nothing is compared, no reason is asked for. */
  readonly newDepartment: string;
  /**
   * The facts that say from which change on a reason is given: one that is below each of those that are answered goes without, where
   * nobody has given one. Where neither is answered every change has its reason.
   */
  readonly reasonsFrom?: {
    /** Percent of last year's figure. */
    readonly percent?: string;
    readonly amount?: string;
  };
  /** The figures of last year that the sheet 上年数 asks for, in order: what the text compares with. */
  readonly prior: readonly AskedPrior[];
}

/**
 * Two answers (sums of several) that cannot both be right otherwise. `says` is a short string of facts' ids: `a <= b + c`, `a = names b`,
 * `a needs b` (where there is an a there is a b), `a excludes b` (where there is an a there is no b). `names b` is the number of names
 * that an answer in words lists, `amounts b` what the amounts in it come to, `project` the amount of the project that is asked about,
 * `prior` an amount of the sheet 上年数, `table` the figure of the tables that the relation names, `2 times b` twice the answer.
 */
export interface AskedRelation {
  readonly says: string;
  /** As a person is told it: 预留给小微企业的包含在预留给中小企业的之内. */
  readonly because: string;
  readonly severity: Severity;
  /** It is so as a rule: both may be right all the same. */
  readonly usual?: true;
  /** Where the tables have the amount of a project, the first that they tell. */
  readonly project?: readonly Members[];
  /** The figure of the tables that `table` stands for, and what it is called. */
  readonly table?: { readonly scope: Members; readonly label: string };
}

/** Rows and columns of a table of last year: a line of the sheet 上年数 for each of both. */
export interface AskedPrior {
  /** Id of the table. */
  readonly table: string;
  /** Its labelled rows and the total; the row of totals alone, or the first nameless one; its codes of a level. */
  readonly rows: 'labels' | 'total' | CodeLevel;
  /** Headers of the columns. */
  readonly columns: readonly string[];
}

/**
 * A section. What stands in braces in its sentences is a phrase, about the sentence's scope unless it names another in the notation
 * of declared equations: `{amount 收入·一般公共预算}`, `{list economic 款 人员经费}`.
 *
 * | phrase | says |
 * |---|---|
 * | `{department}` `{year}` `{lastYear}` | who and when |
 * | `{it}` | the member that an `Each` is at: a code's name, a project's name |
 * | `{path}` | a functional code from its 类 down: 一般公共服务支出（类：201）…（项：01） |
 * | `{code}` | its code alone |
 * | `{amount}` | an amount with its unit: 86.50万元; missing where its cells are blank |
 * | `{share}` | of the scope around the innermost `Each` |
 * | `{change}` `{changeBrief}` | compared with last year's budget, in the edition's words, their own comma included |
 * | `{reason}` | why it changed, with what parts it from the words before; nothing where nothing changed, or less than `reasonsFrom` |
 * | `{list D level scope}` | names with amounts of the members or codes of dimension D that have money, in order |
 * | `{count D}` | how many members of an open dimension have money: 5个 |
 * | `{fact id}` | what was answered, amounts and counts with their unit |
 * | `{arranged id}` | an asked amount of a budget: 6.20万元, or 未安排 |
 * | `{sum id id …}` | the answers added up, with the unit of the first; a mark that names those that are missing |
 * | `{change id}` `{reason id}` `{changeBrief id}` | of an asked amount, or a count, with `before` |
 *
 * A phrase that has nothing to say leaves nothing behind: marks that would meet stand once.
 */
export interface Section {
  readonly id: string;
  /** `一、关于{department}{year}年…的说明`; its number is part of it. */
  readonly heading: string;
  /** As the sheet of reasons calls it: 三、支出预算. */
  readonly name: string;
  readonly scope?: Members;
  readonly says: readonly Sentence[];
}

export type Sentence = string | Each | Joined | Choice | Part;

/** The same words for several members of a dimension, a paragraph each. */
export interface Each {
  readonly each: DimensionId;
  /** Codes of this level. */
  readonly level?: CodeLevel;
  /** These, in this order; else all that have money this year, or had last year where the words speak of the change. */
  readonly only?: readonly Member[];
  /** Those of `only` that are passed over where they have money neither this year nor last. */
  readonly passOver?: readonly Member[];
  readonly scope?: Members;
  readonly numbered?: '1.' | '（一）';
  /** A paragraph before the first; it is left out where there is none. */
  readonly lead?: string;
  /** Several are a paragraph each, the number before the first. */
  readonly says: string | readonly Sentence[];
  /** For one that has no money this year (one of `only`, or one that had some last year); without it nothing is said. */
  readonly none?: string;
}

/** Everything that the sentences say, in one paragraph; nothing at all where they say nothing. */
export interface Joined {
  readonly joined: readonly Sentence[];
  /** Before the first, between two, after the last. */
  readonly before?: string;
  readonly between: string;
  readonly after?: string;
}

/** Other words where there is money (a fact) and where there is none. */
export interface Choice {
  readonly if:
    /** Money at this scope, within the sentence's; an amount that is not told counts as some. */
    | { readonly amount: Members }
    /** No money at this scope in either year; what is not told may have been some. */
    | { readonly never: Members }
    /** The fact, or one of several, was answered by something else than 无, 0 or 否, or not in a way that can be read. */
    | { readonly fact: string | readonly string[] }
    /** `functional 款 收入`: what `{list …}` would list is told; where it is not, nothing is asked for. */
    | { readonly listed: string }
    /** The fact was answered, by whatever. */
    | { readonly answered: string }
    /** The yes-no fact was answered by 是; not where its answer cannot be read. */
    | { readonly yes: string }
    /** The sentence is about these members: of an `each` the item may be. */
    | { readonly about: Members }
    /** All of the money at the sentence's scope stands at this one. */
    | { readonly only: Members };
  readonly says: readonly Sentence[];
  readonly otherwise?: readonly Sentence[];
}

/** A part of a section below a heading of its own; without the heading where its sentences say nothing. */
export interface Part {
  readonly heading: string;
  readonly scope?: Members;
  readonly says: readonly Sentence[];
}

/**
 * How an edition words its phrases. In each, `{…}` stands for a number without unit: `difference` and `percent` without a sign.
 * The arithmetic (base, denominator, rounding) is the engine's.
 */
export interface PhraseWords {
  /** `{amount}`: with its unit, `{amount}万元`. */
  readonly amount: string;
  /** `{arranged id}` of nothing: 未安排. */
  readonly nothing: string;
  /** `{path}`: one level of a code, `{name}`, `{level}` and `{digits}` (the level's own: 201, 03, 01). */
  readonly path: string;
  /** `{count}`: with its measure, `{count}个`. */
  readonly count: string;
  /** `{change}`: compared with last year's budget. */
  readonly change: ChangeWords;
  /** `{changeBrief}`: the amount alone. */
  readonly changeBrief: ChangeWords;
  /** `{changeBrief id}` of an asked count; `{difference}` with its measure: 5人. `never`: nobody in either year. */
  readonly changeOfCount: {
    readonly more: string;
    readonly less: string;
    readonly same: string;
    readonly never: string;
  };
  /** `占{share}`. */
  readonly share: string;
  /** The same of a share that is printed as zero; `{share}` is the smallest that can be printed. */
  readonly shareTooSmall: string;
  /** `，主要原因是{reason}`: with what parts it from the words before. */
  readonly reason: string;
  /** The same of several that are counted (一是…；二是…): `，主要原因：{reason}`. */
  readonly countedReasons: string;
  /** Between the items of `{list …}`. */
  readonly listSeparator: string;
  /** What stands for what is not known, in the words of the sheet in which it is answered. */
  readonly missing: {
    readonly reason: string;
    /** Of a reason that was given for a change the other way. */
    readonly turnedReason: string;
    readonly prior: string;
    readonly amount: string;
    /** `{fact}` is the fact's label. */
    readonly fact: string;
    /** Of `{sum …}`: `{facts}` are the labels of those that were not answered. */
    readonly sum: string;
    /** Of the year before one that is not known. */
    readonly lastYear: string;
    /** Of a share of an amount that the tables do not tell. */
    readonly share: string;
    /** Of a code that nobody has a name for (`{code}`), and of members of an open dimension that no table names (`{dimension}`). */
    readonly codeName: string;
    readonly memberNames: string;
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
  /** Nothing in either year. */
  readonly never: string;
  /** The department has no last year at all. */
  readonly noPrior: string;
  /** Stands for `{percent}` where the change is too small for its decimals: 不足0.01. */
  readonly percentTooSmall: string;
}

/** Something to be asked: a row of the sheet 单位情况. */
export interface AskedFact {
  readonly id: string;
  /** Heading over several of them. */
  readonly group: string;
  readonly label: string;
  /** `paragraphs`: one line of the cell each. */
  readonly kind: 'text' | 'paragraphs' | 'amount' | 'count' | 'percent' | 'yes-no';
  /** Of an amount. */
  readonly moneyUnit?: MoneyUnit;
  /** 平方米, 辆, 人 … */
  readonly measure?: string;
  /** Of a count: it may have decimals, as an area has; there are no half people. */
  readonly divisible?: true;
  /** Where the text uses it, and how to fill it in. */
  readonly usedIn: string;
  readonly help: string;
  /** What it is where it was left blank; without it a blank one is 待填. */
  readonly otherwise?: string;
  /** Of words: wherever the text speaks of it there is some, so that 无 is no answer. */
  readonly neverNone?: true;
  /** Label of the number, in the same group, that this is the value of: where there is none of it, nobody need answer that it has no value. */
  readonly worthOf?: string;
  /** Of an amount or a count: the fact that holds last year's, so that a change of it can be spoken of. */
  readonly before?: string;
}
