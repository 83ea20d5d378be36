import { takeEnglish } from '../i18n/catalogue';
import { cliWords } from '../i18n/cli/catalogue';
import { english } from '../i18n/english';
import { runAnnotate } from './annotate-command';
import { parseArguments } from './arguments';
import { inThisThread, runCheck } from './check-command';
import type { CheckMany } from './check-command';
import type { Tools } from './check-file';
import { runCompile } from './compile-command';
import { runFill } from './fill-command';
import { runFix } from './fix-command';
import type { Io } from './io';
import { runNew } from './new-command';
import { runNarrate } from './narrate-command';
import { VERSION } from '../commands/version';

// All in one file here: nothing is saved by loading it later.
takeEnglish(english);

/**
 * Carries out what the arguments after the program's name ask for and gives the exit status: 0 nothing of severity error,
 * 1 at least one, 2 an input could not be used or nothing in it was recognised, or the arguments make no sense. Never throws:
 * a mistake of ours is said in one calm line, its details only where BUDGET_DEBUG is set.
 */
export async function run(
  argv: readonly string[],
  io: Io,
  tools: Tools,
  checkMany: CheckMany = inThisThread(io, tools),
): Promise<number> {
  const parsed = parseArguments(argv, tools.editionIds);
  const words = cliWords(parsed.language);
  if (!parsed.ok) {
    io.stderr.write(`${parsed.problem}${parsed.language === 'en' ? ' ' : ''}${words.usage.seeHelp}\n`);
    return 2;
  }
  const { command, language } = parsed;
  try {
    switch (command.command) {
      case 'help':
        io.stdout.write(`${words.help[command.about]}\n`);
        return 0;
      case 'version':
        io.stdout.write(`budget ${VERSION}\n`);
        return 0;
      case 'check':
        return await runCheck(command, language, io, tools, checkMany);
      case 'annotate':
        return await runAnnotate(command, language, io, tools);
      case 'new':
        return await runNew(command, language, io, tools);
      case 'compile':
        return await runCompile(command, language, io, tools);
      case 'fix':
        return await runFix(command, language, io, tools);
      case 'narrate':
        return await runNarrate(command, language, io, tools);
      case 'fill':
        return await runFill(command, language, io, tools);
    }
  } catch (error) {
    io.stderr.write(`${words.ownMistake}\n`);
    if ((io.env['BUDGET_DEBUG'] ?? '') !== '') {
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr.write(`${words.ownMistakeDetails}${details}\n`);
    }
    return 2;
  }
}
