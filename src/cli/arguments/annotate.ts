import { onlyInput, overwrites, textOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface AnnotateCommand {
  readonly command: 'annotate';
  readonly input: string;
  readonly output: string;
  readonly overwrite: boolean;
  readonly edition: string | undefined;
  readonly remove: boolean;
  /** With the sheet of all equations beside the marks. */
  readonly equations: boolean;
  /** With a √ on the figures that agree. */
  readonly ticks: boolean;
}

export const ANNOTATE_OPTIONS: readonly OptionName[] = [
  'edition',
  'output',
  'remove',
  'equations',
  'ticks',
  'overwrite',
];

/** `budget annotate`; a string says what is wrong with how it was asked. */
export function annotateCommand(given: Given, words: UsageWords): AnnotateCommand | string {
  const only = onlyInput(given, words);
  if (typeof only === 'string') return only;
  for (const more of ['equations', 'ticks'] as const)
    if (given.values.has('remove') && given.values.has(more)) return words.together('--remove', `--${more}`);
  const output = textOf(given, 'output');
  if (output === undefined) return words.noOutput;
  return {
    command: 'annotate',
    ...only,
    output,
    overwrite: overwrites(given),
    edition: textOf(given, 'edition'),
    remove: given.values.has('remove'),
    equations: given.values.has('equations'),
    ticks: given.values.has('ticks'),
  };
}
