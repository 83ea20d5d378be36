import { annotationPatch } from '../commands/annotate';
import { removalPatch } from '../commands/remove-marks';
import { equationsSheet } from '../commands/equations-sheet';
import { hasTicks } from '../commands/has-ticks';
import { ticksIn } from '../commands/ticks';
import type { Edit, Patch, Receipt } from '../engine/snapshot/patch';
import type { CellFlag } from '../engine/snapshot/snapshot';
import type { WrittenWorkbook, XlsxWorkbook } from '../hosts/xlsx/workbook';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import type { AnnotateCommand } from './arguments/annotate';
import { inputProblem } from './check-file';
import type { Tools } from './check-file';
import { nothingRecognised } from './file-result';
import type { CheckedFile } from './file-result';
import type { Io } from './io';
import { countsOf } from './overview';
import { paintFor } from './paint';
import { unrecognisedLines, unusableLine } from './problem-text';
import { reportRefusals } from './refusals';
import { saveTo, suffixOfCopy } from './save';
import { saveWorkbook, type WorkbookOutput } from './save-workbook';

/** `budget annotate`: the exit status. */
export async function runAnnotate(command: AnnotateCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { input, output } = command;
  if (!(await saveTo(output, [input], language, io, undefined, suffixOfCopy(input)))) return 2;
  const read = await io.files.read(input);
  const opened = read.ok ? tools.open(read.bytes) : { ok: false as const, because: inputProblem(read.because) };
  if (!opened.ok) {
    io.stderr.write(unusableLine({ file: input, kind: 'unusable', ...opened }, language, io.env));
    return 2;
  }
  return command.remove
    ? remove(command, opened.workbook, language, io, tools)
    : annotate(command, opened.workbook, language, io, tools);
}

async function annotate(
  command: AnnotateCommand,
  workbook: XlsxWorkbook,
  language: Language,
  io: Io,
  tools: Tools,
): Promise<number> {
  const words = cliWords(language);
  const { input, output, edition } = command;
  const { snapshot } = workbook;
  const report = await tools.check(snapshot, edition === undefined ? {} : { edition });
  const result: CheckedFile = { file: input, kind: 'checked', report, lines: [], seconds: 0 };
  if (nothingRecognised(result)) {
    io.stderr.write(unrecognisedLines(result, language));
    return 2;
  }
  // Those that stand are put on the right figures again.
  const ticks = command.ticks || hasTicks(snapshot) ? await ticksIn(snapshot, report) : undefined;
  const marks = annotationPatch(snapshot, report, language, ticks?.ticked);
  const listed = command.equations ? await equationsSheet(snapshot, language, edition) : undefined;
  const patch = { ...marks, edits: [...marks.edits, ...(listed?.patch.edits ?? [])] };
  const copy = workbook.apply(patch);
  const { receipt } = copy;
  if (!(await saveWorkbook(copyOf(command, copy), language, io, tools))) return 2;
  reportRefusals(receipt, language, io);
  const { cells, notes, sheets } = written(patch, receipt);
  io.stdout.write(`${words.annotated(output, cells, notes, sheets[0] ?? '')}\n`);
  if (ticks) io.stdout.write(`${words.ticked(ticks.ticked.length, ticks.without)}\n`);
  if (listed) io.stdout.write(`${words.equationsListed(listed.sheet, listed.equations)}\n`);
  const counts = countsOf(report, language, paintFor(io.stdout, io.env));
  if (counts !== '') io.stdout.write(`${counts}\n`);
  return report.summary.error > 0 ? 1 : 0;
}

async function remove(
  command: AnnotateCommand,
  workbook: XlsxWorkbook,
  language: Language,
  io: Io,
  tools: Tools,
): Promise<number> {
  const words = cliWords(language);
  const { snapshot } = workbook;
  const { patch, kept } = removalPatch(snapshot);
  const copy = workbook.apply(patch);
  const { receipt } = copy;
  if (!(await saveWorkbook(copyOf(command, copy), language, io, tools))) return 2;
  reportRefusals(receipt, language, io);
  const theirs = snapshot.sheets.filter((sheet) => !sheet.ours);
  const flags = theirs.flatMap((sheet) => sheet.flags);
  const cells = countCells(flags.filter(isMark));
  const ticks = countCells(flags.filter((flag) => !isMark(flag)));
  const notes = theirs.reduce((sum, sheet) => sum + sheet.notes.filter((note) => note.ours).length, 0);
  const sheets = patch.edits.filter((edit) => edit.do === 'removeSheet').length;
  const nothing = cells + ticks + notes + sheets === 0;
  io.stdout.write(
    `${nothing ? words.nothingToRemove(command.output) : words.removed(command.output, { cells, ticks, notes, sheets })}\n`,
  );
  for (const sheet of kept) io.stdout.write(`${words.keptSheet(sheet)}\n`);
  return 0;
}

const copyOf = (
  { command, input, output, overwrite, remove: removes }: AnnotateCommand,
  written: WrittenWorkbook,
): WorkbookOutput => ({
  // Without its marks it would be no earlier file of these marks.
  goOn: removes ? undefined : command,
  output,
  inputs: [input],
  suffix: suffixOfCopy(input),
  overwrite,
  written,
});

interface Written {
  readonly cells: number;
  readonly notes: number;
  readonly sheets: readonly string[];
}

function written(patch: Patch, receipt: Receipt): Written {
  const wholly = new Set(receipt.refused.filter(({ at }) => at === undefined).map(({ edit }) => edit));
  const done = patch.edits.filter((edit) => !wholly.has(edit));
  const singly = (kind: Edit['do']): number =>
    receipt.refused.filter(({ edit, at }) => edit.do === kind && at !== undefined).length;
  const sum = (count: (edit: Edit) => number): number => done.reduce((total, edit) => total + count(edit), 0);
  return {
    cells: sum((edit) => (edit.do === 'setFlags' ? countCells(edit.flags.filter(isMark)) : 0)) - singly('setFlags'),
    notes: sum((edit) => (edit.do === 'setNotes' ? edit.notes.length : 0)) - singly('setNotes'),
    sheets: done.flatMap((edit) => (edit.do === 'putSheet' ? [edit.sheet.name] : [])),
  };
}

const isMark = ({ severity }: CellFlag): boolean => severity !== 'agreed';

function countCells(flags: readonly CellFlag[]): number {
  return flags
    .flatMap((flag) => flag.areas)
    .reduce((sum, area) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0);
}
