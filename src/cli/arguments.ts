import { parseArgs } from 'node:util';
import type { SuspectCause } from '../engine/finding/finding';
import type { CliWords } from '../i18n/cli/words';
import { cliWords, fixWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';
import type { Language } from '../i18n/language';

export interface CheckCommand {
  readonly command: 'check';
  readonly inputs: readonly string[];
  readonly format: 'text' | 'json';
  readonly edition: string | undefined;
  /** How much is listed: everything, what counts, or one line for each file with errors. */
  readonly detail: 'all' | 'usual' | 'quiet';
  readonly output: string | undefined;
}

export interface AnnotateCommand {
  readonly command: 'annotate';
  readonly input: string;
  readonly output: string;
  readonly edition: string | undefined;
  readonly remove: boolean;
}

export interface FixCommand {
  readonly command: 'fix';
  readonly input: string;
  /** Undefined in a dry run only. */
  readonly output: string | undefined;
  readonly edition: string | undefined;
  readonly only: readonly SuspectCause[] | undefined;
  readonly minConfidence: number | undefined;
  readonly dryRun: boolean;
}

export interface FillCommand {
  readonly command: 'fill';
  readonly input: string;
  /** Undefined in a dry run only. */
  readonly output: string | undefined;
  readonly edition: string | undefined;
  /** Amounts instead of formulas. */
  readonly values: boolean;
  /** Typed amounts that agree become formulas, too. */
  readonly formulas: boolean;
  readonly dryRun: boolean;
}

export interface HelpCommand {
  readonly command: 'help';
  readonly about: 'general' | CommandName;
}

export interface VersionCommand {
  readonly command: 'version';
}

/** A command that works on files. */
type FileCommand = CheckCommand | AnnotateCommand | FixCommand | FillCommand;

/** What was asked for, or what is wrong with how it was asked, in words. */
export type Parsed =
  | {
      readonly ok: true;
      readonly language: Language;
      readonly command: FileCommand | HelpCommand | VersionCommand;
    }
  | { readonly ok: false; readonly language: Language; readonly problem: string };

const COMMANDS = ['check', 'annotate', 'fix', 'fill'] as const;
type CommandName = (typeof COMMANDS)[number];

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  lang: { type: 'string' },
  edition: { type: 'string' },
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  all: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  remove: { type: 'boolean' },
  only: { type: 'string' },
  'min-confidence': { type: 'string' },
  'dry-run': { type: 'boolean' },
  values: { type: 'boolean' },
  formulas: { type: 'boolean' },
} as const;

type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: ['edition', 'output', 'format', 'all', 'quiet'],
  annotate: ['edition', 'output', 'remove'],
  fix: ['edition', 'output', 'only', 'min-confidence', 'dry-run'],
  fill: ['edition', 'output', 'values', 'formulas', 'dry-run'],
};
const GENERAL: readonly OptionName[] = ['help', 'version', 'lang'];

const LANGUAGE_NAMES: Readonly<Record<string, Language>> = { zh: 'zh-CN', 'zh-CN': 'zh-CN', en: 'en' };

/** Reads the arguments after the program's name; `editionIds` are the editions that may be asked for. */
export function parseArguments(argv: readonly string[], editionIds: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const said = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const lang = said.find((option) => option.name === 'lang')?.value;
  const language = (lang === undefined ? undefined : LANGUAGE_NAMES[lang]) ?? 'zh-CN';
  const words = cliWords(language).usage;
  const wrong = (problem: string): Parsed => ({ ok: false, language, problem });

  const [name, ...inputs] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = COMMANDS.find((known) => known === name);
  if (name !== undefined && !command) return wrong(words.unknownCommand(name));
  const allowed = [...GENERAL, ...(command ? OPTIONS_OF[command] : [])];

  const values = new Map<OptionName, string | true>();
  for (const { name: given, rawName, value, inlineValue } of said) {
    const known = allowed.find((option) => option === given);
    if (!known) return wrong(words.unknownOption(rawName));
    if (OPTIONS[known].type === 'boolean' && value !== undefined) return wrong(words.takesNoValue(rawName));
    if (OPTIONS[known].type === 'string' && !isValue(value, inlineValue)) return wrong(words.needsValue(rawName));
    if (values.has(known)) return wrong(words.twice(rawName));
    values.set(known, value ?? true);
  }
  if (lang !== undefined && !(lang in LANGUAGE_NAMES)) return wrong(words.badValue('--lang', lang, 'zh、en'));
  if (values.has('version')) return { ok: true, language, command: { command: 'version' } };
  if (values.has('help') || !command)
    return { ok: true, language, command: { command: 'help', about: command ?? 'general' } };

  const edition = textOf(values, 'edition');
  if (edition !== undefined && !editionIds.includes(edition)) return wrong(words.unknownEdition(edition, editionIds));
  if (inputs.includes('')) return wrong(words.emptyName);
  const outcome = READERS[command](inputs, values, language);
  return typeof outcome === 'string' ? wrong(outcome) : { ok: true, language, command: outcome };
}

/** `-o --quiet` is a forgotten name, not a file of that name; `-o ./--quiet` or `--output=--quiet` would be one. */
function isValue(value: string | undefined, inline: boolean | undefined): boolean {
  return value !== undefined && value !== '' && (inline === true || !value.startsWith('-'));
}

type Values = ReadonlyMap<OptionName, string | true>;
type UsageWords = CliWords['usage'];

function textOf(values: Values, name: OptionName): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** What each command makes of its options; a string says what is wrong with them. */
const READERS: Readonly<
  Record<CommandName, (inputs: readonly string[], values: Values, language: Language) => FileCommand | string>
> = {
  check: (inputs, values, language) => checkCommand(inputs, values, cliWords(language).usage),
  annotate: (inputs, values, language) => annotateCommand(inputs, values, cliWords(language).usage),
  fix: fixCommand,
  fill: (inputs, values, language) => fillCommand(inputs, values, cliWords(language).usage),
};

function checkCommand(inputs: readonly string[], values: Values, words: UsageWords): CheckCommand | string {
  if (inputs.length === 0) return words.noInput;
  if (values.has('all') && values.has('quiet')) return words.together('--all', '--quiet');
  const format = textOf(values, 'format') ?? 'text';
  if (format !== 'text' && format !== 'json') return words.badValue('--format', format, 'text、json');
  return {
    command: 'check',
    inputs,
    format,
    edition: textOf(values, 'edition'),
    detail: values.has('all') ? 'all' : values.has('quiet') ? 'quiet' : 'usual',
    output: textOf(values, 'output'),
  };
}

function annotateCommand(inputs: readonly string[], values: Values, words: UsageWords): AnnotateCommand | string {
  const [input, ...more] = inputs;
  if (input === undefined) return words.noInput;
  if (more.length > 0) return words.oneInput;
  const output = textOf(values, 'output');
  if (output === undefined) return words.noOutput;
  return { command: 'annotate', input, output, edition: textOf(values, 'edition'), remove: values.has('remove') };
}

function fixCommand(inputs: readonly string[], values: Values, language: Language): FixCommand | string {
  const words = cliWords(language).usage;
  const [input, ...more] = inputs;
  if (input === undefined) return words.noInput;
  if (more.length > 0) return words.oneInput;
  const output = textOf(values, 'output');
  const dryRun = values.has('dry-run');
  if (output === undefined && !dryRun) return words.noOutput;
  const asked = textOf(values, 'only')?.split(/[,，、]/);
  const only = asked?.map(causeNamed);
  const unknown = only?.indexOf(undefined) ?? -1;
  if (unknown >= 0) return words.badValue('--only', asked?.[unknown] ?? '', causeList(language));
  const confidence = textOf(values, 'min-confidence');
  if (confidence !== undefined && !/^(?:0(?:\.[0-9]+)?|1(?:\.0+)?)$/.test(confidence))
    return words.badValue('--min-confidence', confidence, '0…1');
  return {
    command: 'fix',
    input,
    output,
    edition: textOf(values, 'edition'),
    only: only?.flatMap((cause) => cause ?? []),
    minConfidence: confidence === undefined ? undefined : Number(confidence),
    dryRun,
  };
}

function fillCommand(inputs: readonly string[], values: Values, words: UsageWords): FillCommand | string {
  const [input, ...more] = inputs;
  if (input === undefined) return words.noInput;
  if (more.length > 0) return words.oneInput;
  if (values.has('values') && values.has('formulas')) return words.together('--values', '--formulas');
  const output = textOf(values, 'output');
  const dryRun = values.has('dry-run');
  if (output === undefined && !dryRun) return words.noOutput;
  return {
    command: 'fill',
    input,
    output,
    edition: textOf(values, 'edition'),
    values: values.has('values'),
    formulas: values.has('formulas'),
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
