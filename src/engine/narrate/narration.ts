import type { WantedAnswer } from '../asked/answers';
import type { Decimal } from 'decimal.js';
import type { Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';

/** A piece of written text. Whoever shows it knows what each number is and where it stands. */
export type Span =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly as: Measure;
      /**
       * Before it was rounded for printing: 万元, percent (28.84) or a count, without a sign where a word (增加, 减少) says it.
       * What is worked out follows from the amounts as they are printed: a reader has no others.
       */
      readonly value: Decimal;
      readonly scope: Members;
      /** Of a share: the scope that it is a share of. */
      readonly of?: Members;
      /** This year's cells, then last year's; of the workbook the text is written from, or of last year's. */
      readonly cells: readonly FigureCell[];
    }
  /** What a person wrote: a fact of the department, or a reason (`reason` is the key of the one that was asked for). */
  | { readonly kind: 'words-of-person'; readonly text: string; readonly from: CellRef; readonly reason?: string }
  /** 【待填：…】; `fill` is the cell in which it is to be answered, where there is one. */
  | {
      readonly kind: 'missing';
      readonly text: string;
      readonly what: Missing;
      readonly fill?: CellRef;
      /** Of a reason: the key of the one that is asked for. */
      readonly reason?: string;
    };

export type Measure = 'amount' | 'share' | 'difference' | 'percent' | 'count';

/** A reason, last year's figures, a fact of the department, an amount of the tables, a name that should stand in them. */
export type Missing = 'reason' | 'prior' | 'fact' | 'amount' | 'name';

export interface FigureCell extends CellRef {
  /** It stands in last year's workbook, not in this one. */
  readonly prior?: true;
}

export interface Paragraph {
  /** 0 for body text; 1 …: headings 一、 / （一） / 1. below the part's own. */
  readonly level: 0 | 1 | 2 | 3;
  readonly spans: readonly Span[];
}

export interface NarratedSection {
  /** As declared. */
  readonly id: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A reason that the edition demands: where, and what changed. Amounts in 万元. */
export interface AskedReason {
  /** The same from one run to the next: section, and what it is about. */
  readonly key: string;
  readonly section: string;
  /** The section's short name: 三、支出预算. */
  readonly sectionName: string;
  /** What changed, in words: 基本支出. */
  readonly about: string;
  readonly now: Decimal;
  readonly before: Decimal;
  readonly difference: Decimal;
  /** Percent, undefined where there is no base. */
  readonly percent: Decimal | undefined;
  readonly cells: readonly FigureCell[];
  readonly answer: string | undefined;
  readonly answerCell: CellRef | undefined;
  /** The change is so small that nobody would be asked: it is told of because a reason was given all the same. */
  readonly isSpared?: true;
}

/** The whole explanatory text. */
export interface Narration {
  /** 第一部分: what the department is. */
  readonly facts: readonly NarratedSection[];
  /** 第三部分: the sections that explain the figures. */
  readonly sections: readonly NarratedSection[];
  /** 第四部分: 名词解释. */
  readonly glossary: readonly NarratedSection[];
  readonly reasons: readonly AskedReason[];
  /** Everything that is marked 【待填：…】, in the order of the text, each once; before it what cannot be read of how to write it. */
  readonly missing: readonly MissingPiece[];
  /** Remarks for the writer: codes that were renamed between the years, lists that do not add up in the tables. */
  readonly remarks: readonly Remark[];
}

/** Something that is marked 【待填：…】. */
export interface MissingPiece {
  readonly what: Missing;
  readonly text: string;
  /** The reason's, the fact's, the amount's or the code's name; empty for last year's figures where none of them is known: once a section. */
  readonly about: string;
  /** Empty where no sentence is marked: an answer that says how the text is to be written. */
  readonly section: string;
  readonly fill?: CellRef;
  /** What was answered in that cell and cannot be read. */
  readonly unread?: string;
  /** What belongs there instead, where that is more than a number. */
  readonly wanted?: WantedAnswer;
}

/** How this year's figures met last year's; what the tables say twice and not alike; reasons that speak against their figures. */
export type Remark =
  | {
      readonly kind: 'against';
      readonly section: string;
      readonly about: string;
      readonly reason: string;
      readonly change: 'more' | 'less';
      readonly cell: CellRef;
    }
  | { readonly kind: 'renumbered'; readonly name: string; readonly before: string; readonly now: string }
  | { readonly kind: 'renamed'; readonly code: string; readonly before: string; readonly now: string }
  /** A list in the text does not add up to its whole, both as printed: so the tables have it, or the figures of last year. */
  | {
      readonly kind: 'apart';
      readonly year: 'now' | 'before';
      readonly section: string;
      /** The whole, in words. */
      readonly about: string;
      readonly whole: Decimal;
      readonly parts: Decimal;
    };
