import { overwrites, textOf, yearOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface NewCommand {
  readonly command: 'new';
  readonly output: string;
  readonly overwrite: boolean;
  readonly edition: string | undefined;
  readonly department: string;
  readonly year: number;
}

export const NEW_OPTIONS: readonly OptionName[] = ['edition', 'output', 'department', 'year', 'overwrite'];

/** `budget new`; a string says what is wrong with how it was asked. */
export function newCommand(given: Given, words: UsageWords): NewCommand | string {
  const [unexpected] = given.inputs;
  if (unexpected !== undefined) return words.noFiles(unexpected);
  const department = textOf(given, 'department');
  if (department === undefined) return words.needsOption('--department');
  const year = yearOf(given, words);
  if (typeof year === 'string') return year;
  if (year === undefined) return words.needsOption('--year');
  const output = textOf(given, 'output');
  if (output === undefined) return words.noOutput;
  return {
    command: 'new',
    output,
    overwrite: overwrites(given),
    edition: textOf(given, 'edition'),
    department,
    year,
  };
}
