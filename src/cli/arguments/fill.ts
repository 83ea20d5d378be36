import { onlyInput, overwrites, textOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface FillCommand {
  readonly command: 'fill';
  readonly input: string;
  /** Undefined in a dry run only. */
  readonly output: string | undefined;
  readonly overwrite: boolean;
  readonly edition: string | undefined;
  /** Amounts instead of formulas. */
  readonly values: boolean;
  /** Typed amounts that agree become formulas, too. */
  readonly formulas: boolean;
  readonly dryRun: boolean;
}

export const FILL_OPTIONS: readonly OptionName[] = ['edition', 'output', 'values', 'formulas', 'dry-run', 'overwrite'];

/** `budget fill`; a string says what is wrong with how it was asked. */
export function fillCommand(given: Given, words: UsageWords): FillCommand | string {
  const only = onlyInput(given, words);
  if (typeof only === 'string') return only;
  const { values } = given;
  if (values.has('values') && values.has('formulas')) return words.together('--values', '--formulas');
  const output = textOf(given, 'output');
  const dryRun = values.has('dry-run');
  if (output === undefined && !dryRun) return words.noOutput;
  return {
    command: 'fill',
    ...only,
    output,
    overwrite: overwrites(given),
    edition: textOf(given, 'edition'),
    values: values.has('values'),
    formulas: values.has('formulas'),
    dryRun,
  };
}
