import { onlyInput, overwrites, textOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface NarrateCommand {
  readonly command: 'narrate';
  readonly input: string;
  readonly edition: string | undefined;
  /** Last year's workbook. */
  readonly prior: string | undefined;
  /** The document; undefined only where a workbook to answer in is asked for. */
  readonly output: string | undefined;
  readonly overwrite: boolean;
  /** A copy of the input with the sheets in which the open questions are answered. */
  readonly ask: string | undefined;
}

export const NARRATE_OPTIONS: readonly OptionName[] = ['edition', 'output', 'prior', 'ask', 'overwrite'];

/** `budget narrate`; a string says what is wrong with how it was asked. */
export function narrateCommand(given: Given, words: UsageWords): NarrateCommand | string {
  const only = onlyInput(given, words);
  if (typeof only === 'string') return only;
  const output = textOf(given, 'output');
  const ask = textOf(given, 'ask');
  if (output === undefined && ask === undefined) return words.noDocument;
  return {
    command: 'narrate',
    ...only,
    output,
    overwrite: overwrites(given),
    ask,
    edition: textOf(given, 'edition'),
    prior: textOf(given, 'prior'),
  };
}
