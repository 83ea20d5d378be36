import { onlyInput, overwrites, textOf, yearOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface CompileCommand {
  readonly command: 'compile';
  readonly input: string;
  readonly output: string;
  readonly overwrite: boolean;
  readonly edition: string | undefined;
  readonly department: string | undefined;
  readonly year: number | undefined;
  readonly values: boolean;
}

export const COMPILE_OPTIONS: readonly OptionName[] = [
  'edition',
  'output',
  'department',
  'year',
  'values',
  'overwrite',
];

/** `budget compile`; a string says what is wrong with how it was asked. */
export function compileCommand(given: Given, words: UsageWords): CompileCommand | string {
  const only = onlyInput(given, words);
  if (typeof only === 'string') return only;
  const year = yearOf(given, words);
  if (typeof year === 'string') return year;
  const output = textOf(given, 'output');
  if (output === undefined) return words.noOutput;
  return {
    command: 'compile',
    ...only,
    output,
    overwrite: overwrites(given),
    edition: textOf(given, 'edition'),
    department: textOf(given, 'department'),
    year,
    values: given.values.has('values'),
  };
}
