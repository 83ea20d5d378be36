import { parseArgs } from 'node:util';
import { cliWords } from '../i18n/cli/catalogue';
import { similarity } from '../engine/text/normalise';
import type { Language } from '../i18n/language';
import { ANNOTATE_OPTIONS, annotateCommand } from './arguments/annotate';
import type { AnnotateCommand } from './arguments/annotate';
import { CHECK_OPTIONS, checkCommand } from './arguments/check';
import type { CheckCommand } from './arguments/check';
import { COMPILE_OPTIONS, compileCommand } from './arguments/compile';
import type { CompileCommand } from './arguments/compile';
import { FILL_OPTIONS, fillCommand } from './arguments/fill';
import type { FillCommand } from './arguments/fill';
import { FIX_OPTIONS, fixCommand } from './arguments/fix';
import type { FixCommand } from './arguments/fix';
import { NARRATE_OPTIONS, narrateCommand } from './arguments/narrate';
import type { NarrateCommand } from './arguments/narrate';
import { NEW_OPTIONS, newCommand } from './arguments/new';
import type { NewCommand } from './arguments/new';
import { OPTIONS, textOf } from './arguments/given';
import type { Given, OptionName, UsageWords } from './arguments/given';

export interface HelpCommand {
  readonly command: 'help';
  readonly about: 'general' | CommandName;
}

export interface VersionCommand {
  readonly command: 'version';
}

/** A command that works on files. */
type FileCommand =
  NewCommand | CompileCommand | FillCommand | CheckCommand | AnnotateCommand | FixCommand | NarrateCommand;

/** What was asked for, or what is wrong with how it was asked, in words. */
export type Parsed =
  | {
      readonly ok: true;
      readonly language: Language;
      readonly command: FileCommand | HelpCommand | VersionCommand;
    }
  | { readonly ok: false; readonly language: Language; readonly problem: string };

type CommandName = FileCommand['command'];

interface Reader {
  readonly options: readonly OptionName[];
  /** What a command makes of what it was given; a string says what is wrong with it. */
  readonly read: (given: Given, words: UsageWords, language: Language) => FileCommand | string;
}

const READERS: Readonly<Record<CommandName, Reader>> = {
  new: { options: NEW_OPTIONS, read: newCommand },
  compile: { options: COMPILE_OPTIONS, read: compileCommand },
  fill: { options: FILL_OPTIONS, read: fillCommand },
  check: { options: CHECK_OPTIONS, read: checkCommand },
  annotate: { options: ANNOTATE_OPTIONS, read: annotateCommand },
  fix: { options: FIX_OPTIONS, read: fixCommand },
  narrate: { options: NARRATE_OPTIONS, read: narrateCommand },
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(READERS, name);

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
  const command = name !== undefined && isCommand(name) ? name : undefined;
  if (name !== undefined && !command) return wrong(words.unknownCommand(name));
  const allowed = [...GENERAL, ...(command ? READERS[command].options : [])];

  const values = new Map<OptionName, string | true>();
  for (const { name: given, rawName, value, inlineValue } of said) {
    const known = allowed.find((option) => option === given);
    if (!known) return wrong(words.unknownOption(rawName, meant(given, allowed)));
    if (OPTIONS[known].type === 'boolean' && value !== undefined) return wrong(words.takesNoValue(rawName));
    if (OPTIONS[known].type === 'string' && !isValue(value, inlineValue)) return wrong(words.needsValue(rawName));
    if (values.has(known)) return wrong(words.twice(rawName));
    values.set(known, value ?? true);
  }
  if (lang !== undefined && !(lang in LANGUAGE_NAMES)) return wrong(words.badValue('--lang', lang, 'zh、en'));
  if (values.has('version')) return { ok: true, language, command: { command: 'version' } };
  if (values.has('help') || !command)
    return { ok: true, language, command: { command: 'help', about: command ?? 'general' } };

  const given: Given = { inputs, values };
  const edition = textOf(given, 'edition');
  if (edition !== undefined && !editionIds.includes(edition)) return wrong(words.unknownEdition(edition, editionIds));
  if (inputs.includes('')) return wrong(words.emptyName);
  const outcome = READERS[command].read(given, words, language);
  return typeof outcome === 'string' ? wrong(outcome) : { ok: true, language, command: outcome };
}

/** Of the options of a command the one that was most likely meant. */
function meant(given: string, allowed: readonly OptionName[]): string | undefined {
  const [best] = allowed
    .map((option) => ({ option, alike: similarity(given, option, LIKELY) }))
    .filter(({ alike }) => alike > 0)
    .sort((one, other) => other.alike - one.alike);
  return best && `--${best.option}`;
}

const LIKELY = 0.6;

/** `-o --quiet` is a forgotten name, not a file of that name; `-o ./--quiet` or `--output=--quiet` would be one. */
function isValue(value: string | undefined, inline: boolean | undefined): boolean {
  return value !== undefined && value !== '' && (inline === true || !value.startsWith('-'));
}
