import { ledgerIn } from '../commands/compile';
import { compilingEditionIds } from '../commands/editions';
import { editionById } from '../commands/check';
import { newEdits } from '../commands/new';
import { blankWorkbook } from '../hosts/xlsx/blank-workbook';
import { cliWords } from '../i18n/catalogue';
import { compileWords } from '../i18n/compile/catalogue';
import type { Language } from '../i18n/language';
import type { NewCommand } from './arguments/new';
import type { Tools } from './check-file';
import type { Io } from './io';
import { reopened } from './reopened';
import { saveTo } from './save';

/**
 * `budget new`: writes an empty standard workbook; never over one in which somebody has filled the ledger in. The exit status is 2 where
 * it could not be written.
 */
export async function runNew(command: NewCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { output, department, year } = command;
  const ids = await compilingEditionIds();
  const edition = command.edition ?? ids[0];
  if (edition === undefined || !ids.includes(edition)) {
    io.stderr.write(`${cliWords(language).usage.editionNotMade(edition ?? '', ids)}\n`);
    return 2;
  }
  if (!(await saveTo(output, [], language, io, undefined))) return 2;
  const filled = await filledLedger(output, io, tools);
  if (filled !== undefined) {
    io.stderr.write(`${compileWords(language).filledIn(output, filled)}\n`);
    return 2;
  }
  const blank = reopened(blankWorkbook(), tools);
  const edits = await newEdits({ edition, department, year, language });
  const { bytes, receipt } = blank.apply({ for: blank.snapshot.stamp, command: 'new', edits });
  if (receipt.refused.length > 0) throw new Error('a sheet of a blank workbook was refused');
  if (!(await saveTo(output, [], language, io, bytes))) return 2;
  const words = compileWords(language);
  const { name } = (await editionById(edition)).declared;
  io.stdout.write(`${[words.newWritten(output, department, year, name), ...words.nextSteps(output)].join('\n')}\n`);
  return 0;
}

/** The sheet of the ledger that is filled in already in a file; undefined where there is none, or no file. */
async function filledLedger(file: string, io: Io, tools: Tools): Promise<string | undefined> {
  const read = await io.files.read(file);
  const opened = read.ok ? tools.open(read.bytes) : undefined;
  const ledger = opened?.ok ? await ledgerIn(opened.workbook.snapshot) : undefined;
  return ledger && !ledger.isEmpty ? ledger.sheet : undefined;
}
