import { overwrites, textOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface CheckCommand {
  readonly command: 'check';
  readonly inputs: readonly string[];
  /** A letter is what a reviewer sends back. */
  readonly format: 'text' | 'json' | 'letter';
  readonly edition: string | undefined;
  /** How much is listed: everything, what counts, or one line for each file with errors. */
  readonly detail: 'all' | 'usual' | 'quiet';
  readonly output: string | undefined;
  readonly overwrite: boolean;
}

export const CHECK_OPTIONS: readonly OptionName[] = ['edition', 'output', 'format', 'all', 'quiet', 'overwrite'];

/** `budget check`; a string says what is wrong with how it was asked. */
export function checkCommand(given: Given, words: UsageWords): CheckCommand | string {
  const { inputs, values } = given;
  if (inputs.length === 0) return words.noInput;
  if (values.has('all') && values.has('quiet')) return words.together('--all', '--quiet');
  const format = textOf(given, 'format') ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'letter')
    return words.badValue('--format', format, 'text、json、letter');
  return {
    command: 'check',
    inputs,
    format,
    edition: textOf(given, 'edition'),
    detail: values.has('all') ? 'all' : values.has('quiet') ? 'quiet' : 'usual',
    output: textOf(given, 'output'),
    overwrite: overwrites(given),
  };
}
