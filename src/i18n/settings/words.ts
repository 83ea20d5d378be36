import type { EquationCounts } from '../../engine/finding/report';
import type { Severity } from '../../engine/finding/finding';

type Counted = readonly (readonly [string, number])[];

/** What the screen 设置 says. */
export interface SettingsWords {
  readonly edition: {
    readonly heading: string;
    /** What the workbook is taken for: by itself, or because somebody chose it. */
    readonly recognised: (name: string, tables: number, forms: number) => string;
    readonly chosen: (name: string, tables: number, forms: number) => string;
    readonly none: string;
    readonly label: string;
    /** With the name of the edition that fits best, where it is known. */
    readonly automatic: (name: string | undefined) => string;
    readonly hint: string;
  };
  readonly reasonsFrom: {
    readonly heading: string;
    /** How it stands; percentages and amounts as they are said in sentences, the latter with their unit. */
    readonly all: (open: number) => string;
    readonly from: (percent: string | undefined, amount: string | undefined, open: number) => string;
    readonly unread: (address: string, holds: string) => string;
    /** The edition has no text, or asks for all reasons. */
    readonly none: (edition: string) => string;
    readonly percent: string;
    readonly amount: string;
    /** 万元 */
    readonly unit: string;
    readonly notANumber: string;
    /** What comes of what was typed: how many reasons will be open, and how many are now. */
    readonly becomes: (before: number, after: number) => string;
    readonly write: string;
    /** Where it is written; a sheet that is not there is made. */
    readonly where: (sheet: string, hasSheet: boolean) => string;
    readonly hint: string;
  };
  readonly language: {
    /** In both languages: whoever cannot read the one finds it by the other. */
    readonly heading: string;
    readonly label: string;
    readonly chinese: string;
    readonly english: string;
    readonly hint: string;
  };
  readonly marks: {
    readonly heading: string;
    /** What will be taken away. */
    readonly some: (cells: number) => string;
    /** No cell is marked, but lists or notes of ours are there. */
    readonly lists: string;
    readonly none: string;
    readonly remove: string;
  };
  readonly keys: { readonly heading: string; readonly open: string; readonly hint: string };
  readonly about: {
    readonly heading: string;
    readonly version: (version: string) => string;
    readonly diagnostics: string;
    readonly hint: string;
    readonly copy: string;
    readonly copied: string;
  };
  /** The lines of the diagnostics. */
  readonly line: {
    readonly version: (version: string) => string;
    readonly client: (program: string | undefined, sets: readonly string[]) => string;
    readonly language: (language: string) => string;
    /** By their ids: what the workbook was taken for, and what somebody chose. */
    readonly edition: (id: string | undefined, chosen: string | undefined) => string;
    readonly sheets: (all: number, ours: number) => string;
    readonly tables: (count: number) => string;
    readonly equations: (counts: EquationCounts) => string;
    readonly causes: (counts: Readonly<Record<Severity | 'explained', number>>) => string;
    readonly findings: (rules: Counted) => string;
    readonly unchecked: (rules: Counted) => string;
    /** In milliseconds. */
    readonly took: (read: number, check: number) => string;
    readonly notChecked: string;
    readonly problem: (code: string) => string;
  };
}
