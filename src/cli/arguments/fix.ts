import type { SuspectCause } from '../../engine/finding/finding';
import { fixWords } from '../../i18n/fix/catalogue';
import { LANGUAGES } from '../../i18n/language';
import type { Language } from '../../i18n/language';
import { onlyInput, overwrites, textOf } from './given';
import type { Given, OptionName, UsageWords } from './given';

export interface FixCommand {
  readonly command: 'fix';
  readonly input: string;
  /** Undefined in a dry run only. */
  readonly output: string | undefined;
  readonly overwrite: boolean;
  readonly edition: string | undefined;
  readonly only: readonly SuspectCause[] | undefined;
  readonly minConfidence: number | undefined;
  readonly dryRun: boolean;
}

export const FIX_OPTIONS: readonly OptionName[] = [
  'edition',
  'output',
  'only',
  'min-confidence',
  'dry-run',
  'overwrite',
];

/** `budget fix`; a string says what is wrong with how it was asked. */
export function fixCommand(given: Given, words: UsageWords, language: Language): FixCommand | string {
  const only = onlyInput(given, words);
  if (typeof only === 'string') return only;
  const output = textOf(given, 'output');
  const dryRun = given.values.has('dry-run');
  if (output === undefined && !dryRun) return words.noOutput;
  const asked = textOf(given, 'only')?.split(/[,，、]/);
  const causes = asked?.map(causeNamed);
  const unknown = causes?.indexOf(undefined) ?? -1;
  if (unknown >= 0) return words.badValue('--only', asked?.[unknown] ?? '', causeList(language));
  const confidence = textOf(given, 'min-confidence');
  if (confidence !== undefined && !/^(?:0(?:\.[0-9]+)?|1(?:\.0+)?)$/.test(confidence))
    return words.badValue('--min-confidence', confidence, '0…1');
  return {
    command: 'fix',
    ...only,
    output,
    overwrite: overwrites(given),
    edition: textOf(given, 'edition'),
    only: causes?.flatMap((cause) => cause ?? []),
    minConfidence: confidence === undefined ? undefined : Number(confidence),
    dryRun,
  };
}

function causesIn(language: Language): readonly (readonly [SuspectCause, string])[] {
  return Object.entries(fixWords(language).causes) as [SuspectCause, string][];
}

/** A cause by the word that JSON has for it, or by its name in any language. */
function causeNamed(name: string): SuspectCause | undefined {
  const wanted = name.trim().toLowerCase();
  const all = LANGUAGES.flatMap(causesIn);
  return all.find(([cause, said]) => cause === wanted || said.toLowerCase() === wanted)?.[0];
}

/** `typing（笔误）、sign（正负号）…` */
function causeList(language: Language): string {
  return language === 'en'
    ? causesIn(language)
        .map(([cause]) => cause)
        .join(', ')
    : causesIn(language)
        .map(([cause, name]) => `${cause}（${name}）`)
        .join('、');
}
