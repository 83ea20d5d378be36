import { parseArgs } from 'node:util';
import type { CliWords } from '../i18n/cli/words';
import { cliWords } from '../i18n/catalogue';
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

export interface HelpCommand {
  readonly command: 'help';
  readonly about: 'general' | 'check' | 'annotate';
}

export interface VersionCommand {
  readonly command: 'version';
}

/** What was asked for, or what is wrong with how it was asked, in words. */
export type Parsed =
  | {
      readonly ok: true;
      readonly language: Language;
      readonly command: CheckCommand | AnnotateCommand | HelpCommand | VersionCommand;
    }
  | { readonly ok: false; readonly language: Language; readonly problem: string };

const COMMANDS = ['check', 'annotate'] as const;
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
} as const;

type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: ['edition', 'output', 'format', 'all', 'quiet'],
  annotate: ['edition', 'output', 'remove'],
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
  const outcome = command === 'check' ? checkCommand(inputs, values, words) : annotateCommand(inputs, values, words);
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
