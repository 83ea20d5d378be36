import { compilingEditionIds } from '../commands/editions';
import { editionById } from '../commands/check';
import { newEdits } from '../commands/new';
import { blankWorkbook } from '../hosts/xlsx/blank-workbook';
import { cliWords } from '../i18n/cli/catalogue';
import { compileWords } from '../i18n/compile/catalogue';
import type { Language } from '../i18n/language';
import type { NewCommand } from './arguments/new';
import type { Tools } from './check-file';
import type { Io } from './io';
import { openedOwn } from './opened-own';
import { saveTo } from './save';
import { saveWorkbook } from './save-workbook';

/**
 * `budget new`: writes an empty standard workbook. The exit status is 2 where it could not be written.
 */
export async function runNew(command: NewCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { output, overwrite, department, year } = command;
  const ids = await compilingEditionIds();
  const edition = command.edition ?? ids[0];
  if (edition === undefined || !ids.includes(edition)) {
    io.stderr.write(`${cliWords(language).usage.editionNotMade(edition ?? '', ids)}\n`);
    return 2;
  }
  if (!(await saveTo(output, [], language, io, undefined))) return 2;
  const blank = openedOwn(blankWorkbook(), tools);
  const edits = await newEdits({ edition, department, year, language });
  const written = blank.apply({ for: blank.snapshot.stamp, command: 'new', edits });
  if (written.receipt.refused.length > 0) throw new Error('a sheet of a blank workbook was refused');
  if (!(await saveWorkbook({ goOn: 'compile', output, inputs: [], overwrite, written }, language, io, tools))) return 2;
  const words = compileWords(language);
  const { name } = (await editionById(edition)).declared;
  io.stdout.write(`${[words.newWritten(output, department, year, name), ...words.nextSteps(output)].join('\n')}\n`);
  return 0;
}
