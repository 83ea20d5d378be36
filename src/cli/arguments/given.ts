import type { CliWords } from '../../i18n/cli/words';

/** Every option of the command line, for `parseArgs`. */
export const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  lang: { type: 'string' },
  edition: { type: 'string' },
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  all: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  remove: { type: 'boolean' },
  equations: { type: 'boolean' },
  ticks: { type: 'boolean' },
  only: { type: 'string' },
  'min-confidence': { type: 'string' },
  'dry-run': { type: 'boolean' },
  department: { type: 'string' },
  year: { type: 'string' },
  values: { type: 'boolean' },
  formulas: { type: 'boolean' },
  prior: { type: 'string' },
  ask: { type: 'string' },
  overwrite: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof OPTIONS;

/** What was given to a command: its files and its options, each once and with a value where it takes one. */
export interface Given {
  readonly inputs: readonly string[];
  readonly values: ReadonlyMap<OptionName, string | true>;
}

/** How mistakes in the use of a command are told. */
export type UsageWords = CliWords['usage'];

/** The value of an option that was given one. */
export function textOf({ values }: Given, name: OptionName): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** Whether an earlier file may be written over, whatever people typed into it. */
export const overwrites = ({ values }: Given): boolean => values.has('overwrite');

/** The only file of a command; what is wrong with it is said in words. */
export function onlyInput({ inputs: [input, ...more] }: Given, words: UsageWords): { readonly input: string } | string {
  if (input === undefined) return words.noInput;
  return more.length > 0 ? words.oneInput : { input };
}

/** The budget year that was asked for, if any; a string says what is wrong with it. */
export function yearOf(given: Given, words: UsageWords): number | string | undefined {
  const year = textOf(given, 'year');
  if (year === undefined) return undefined;
  return /^(?:19|20)[0-9]{2}$/.test(year) ? Number(year) : words.badValue('--year', year, '2000…2099');
}
