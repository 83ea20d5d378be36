import path from 'node:path';
import { discloseWorkbook, writeDisclosure, type DocumentFormat } from '../commands/disclose';
import { narrateWorkbook, type NarrateWish } from '../commands/narrate';
import { askSheets, type AskWish } from '../commands/sheets/ask';
import { hasLedgerHeader } from '../engine/ledger/columns';
import type { Receipt } from '../engine/snapshot/patch';
import type { XlsxWorkbook } from '../hosts/xlsx/workbook';
import { cliWords } from '../i18n/cli/catalogue';
import { narrateWords } from '../i18n/narrate/catalogue';
import type { Language } from '../i18n/language';
import type { NarrateCommand } from './arguments/narrate';
import { inputProblem } from './check-file';
import type { Tools } from './check-file';
import { nothingRecognised } from './file-result';
import type { CheckedFile } from './file-result';
import type { Io } from './io';
import { narrateLines } from './narrate-report';
import { nodeZip } from './node-compression';
import { columnsOf, paintFor } from './paint';
import { unrecognisedLines, unusableLine } from './problem-text';
import { reportRefusals } from './refusals';
import { saveTo, suffixOfCopy } from './save';
import { saveWorkbook } from './save-workbook';

/**
 * `budget narrate`: the exit status. 1 says that the tables hold errors, so that the text, which repeats their figures, cannot be
 * right; what is still open is listed and is no error.
 */
export async function runNarrate(command: NarrateCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { input, output, ask, prior, edition } = command;
  const inputs = prior === undefined ? [input] : [input, prior];
  const save = {
    document: (bytes?: Uint8Array) => output === undefined || saveTo(output, inputs, language, io, bytes, 'document'),
    ask: () => ask === undefined || saveTo(ask, inputs, language, io, undefined, suffixOfCopy(input)),
  };
  if (!(await save.document()) || !(await save.ask())) return 2;
  const workbook = await opened(input, language, io, tools);
  const last = prior === undefined ? undefined : await opened(prior, language, io, tools);
  if (!workbook || (prior !== undefined && !last)) return 2;

  const wished = edition === undefined ? {} : { edition };
  const report = await tools.check(workbook.snapshot, wished);
  const checked: CheckedFile = { file: input, kind: 'checked', report, lines: [], seconds: 0 };
  const wish: NarrateWish = { ...wished, ...(last ? { prior: last.snapshot } : {}) };
  let { snapshot } = workbook;
  let result = await narrateWorkbook(snapshot, wish);
  if (nothingRecognised(checked) || !result.book) {
    io.stderr.write(unrecognisedLines(checked, language));
    return 2;
  }
  const words = narrateWords(language);
  const { ofFile } = cliWords(language);
  if (result.priorUnknown) {
    const isLedger = last?.snapshot.sheets.some(hasLedgerHeader) === true;
    io.stderr.write(`${ofFile(prior ?? '', isLedger ? words.priorLedger : words.priorUnknown)}\n`);
    return 2;
  }
  const priorName = prior === undefined ? undefined : path.basename(prior);
  const asking: AskWish = { language, ...(priorName === undefined ? {} : { priorName }) };
  const asked = askSheets(snapshot, result, asking);
  let receipt: Receipt | undefined;
  if (asked && ask !== undefined) {
    // The cells to be filled in are those of the copy.
    const written = workbook.apply(asked.patch);
    ({ receipt } = written);
    ({ snapshot } = written.workbook);
    result = await narrateWorkbook(snapshot, wish);
    const to = {
      goOn: command.command,
      output: ask,
      inputs,
      suffix: suffixOfCopy(input),
      overwrite: command.overwrite,
    };
    if (!(await saveWorkbook({ ...to, written, isSealed: true }, language, io, tools))) return 2;
  }
  const composed = discloseWorkbook(snapshot, result);
  const { narration } = result;
  if (!composed || !narration) {
    io.stderr.write(`${ofFile(input, words.noText(report.edition?.name ?? ''))}\n`);
    return 2;
  }
  if (output !== undefined && !(await save.document(writeDisclosure(composed, formatOf(output), nodeZip)))) return 2;
  if (receipt) reportRefusals(receipt, language, io);
  const narrated = {
    snapshot,
    result,
    narration,
    composed,
    asked,
    priorName,
    report,
    outputs: { document: output, ask },
  };
  const style = { language, columns: columnsOf(io.stdout), paint: paintFor(io.stdout, io.env) };
  io.stdout.write(`${narrateLines(narrated, style).join('\n')}\n`);
  return report.summary.error > 0 ? 1 : 0;
}

async function opened(file: string, language: Language, io: Io, tools: Tools): Promise<XlsxWorkbook | undefined> {
  const read = await io.files.read(file);
  const result = read.ok ? tools.open(read.bytes) : { ok: false as const, because: inputProblem(read.because) };
  if (result.ok) return result.workbook;
  io.stderr.write(unusableLine({ file, kind: 'unusable', ...result }, language, io.env));
  return undefined;
}

/** The ending was looked at before anything was read. */
function formatOf(output: string): DocumentFormat {
  const ending = path.extname(output).toLowerCase();
  return ending === '.txt' ? 'txt' : ending === '.md' ? 'md' : 'docx';
}
