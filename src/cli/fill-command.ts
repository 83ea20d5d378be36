import { fillWorkbook, untouchedTables } from '../commands/fill';
import type { FillResult, FillWish } from '../commands/fill';
import { numbersWithout } from '../commands/fill-preview';
import { lackedRows } from '../commands/lacked-rows';
import type { Receipt } from '../engine/snapshot/patch';
import type { WrittenWorkbook, XlsxWorkbook } from '../hosts/xlsx/workbook';
import { fillWords } from '../i18n/fill/catalogue';
import type { FillNumbers } from '../i18n/fill/words';
import type { Language } from '../i18n/language';
import type { FillCommand } from './arguments/fill';
import { inputProblem } from './check-file';
import type { Tools } from './check-file';
import { fillText } from './fill-text';
import type { Io } from './io';
import { countsOf } from './overview';
import { columnsOf, paintFor } from './paint';
import { unrecognisedLines, unusableLine } from './problem-text';
import { reportRefusals } from './refusals';
import { heading } from './report-text';
import type { Style } from './report-text';
import { saveTo, suffixOfCopy } from './save';
import { saveWorkbook } from './save-workbook';
import { wrap } from './wrap';

/** `budget fill`: the exit status, which speaks of the workbook as it stands after filling; an amount that was kept though it differs is an error too. */
export async function runFill(command: FillCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { input, output, edition, values, formulas, dryRun } = command;
  const suffix = suffixOfCopy(input);
  if (output !== undefined && !dryRun && !(await saveTo(output, [input], language, io, undefined, suffix))) return 2;
  const read = await io.files.read(input);
  const opened = read.ok ? tools.open(read.bytes) : { ok: false as const, because: inputProblem(read.because) };
  if (!opened.ok) {
    io.stderr.write(unusableLine({ file: input, kind: 'unusable', ...opened }, language, io.env));
    return 2;
  }
  const wish: FillWish = {
    ...(edition === undefined ? {} : { edition }),
    ...(values ? { values } : {}),
    ...(formulas ? { agreeing: 'formula' } : {}),
  };
  const { fill, written, receipts } = await filled(opened.workbook, wish);
  if (!fill.book) {
    io.stderr.write(unrecognisedLines({ file: input, report: { sheets: fill.sheets } }, language));
    return 2;
  }
  const numbers = numbersWritten(fill, receipts);
  const remaining = await tools.check(written.workbook.snapshot, edition === undefined ? {} : { edition });
  if (output !== undefined && !dryRun) {
    const copy = {
      goOn: command.command,
      output,
      inputs: [input],
      suffix,
      overwrite: command.overwrite,
      written,
      isSealed: true as const,
    };
    if (!(await saveWorkbook(copy, language, io, tools))) return 2;
  }
  for (const receipt of receipts) reportRefusals(receipt, language, io);
  const style: Style = { language, columns: columnsOf(io.stdout), paint: paintFor(io.stdout, io.env), all: dryRun };
  const words = fillWords(language);
  const lacked = lackedRows(remaining);
  const counts = countsOf(remaining, language, style.paint);
  const lines = [
    ...heading({ file: input, report: remaining }, style),
    ...fillText(fill, lacked, style),
    ...wrap(closing(command, fill, numbers, lacked.length > 0, language), style.columns),
    counts === '' ? words.remainingNone : words.remaining(counts),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  const isKept = fill.plan.conflicts.some(({ replaced, severity }) => !replaced && severity === 'error');
  return remaining.summary.error > 0 || isKept ? 1 : 0;
}

/** A workbook filled. Where sheets take no rows, all is planned again without any in these. */
async function filled(
  workbook: XlsxWorkbook,
  wish: FillWish,
): Promise<{ readonly fill: FillResult; readonly written: WrittenWorkbook; readonly receipts: readonly Receipt[] }> {
  const fill = await fillWorkbook(workbook.snapshot, wish);
  const written = workbook.apply(fill.patch);
  const { receipt } = written;
  const rows = receipt.refused.filter(({ edit, because }) => edit.do === 'insertRows' && because !== 'rows-refused');
  if (rows.length === 0) return { fill, written, receipts: [receipt] };
  const keepRows = new Set(rows.flatMap(({ edit }) => (edit.do === 'insertRows' ? [edit.sheet] : [])));
  const again = await fillWorkbook(workbook.snapshot, { ...wish, keepRows });
  const rewritten = workbook.apply(again.patch);
  return { fill: again, written: rewritten, receipts: [{ ...receipt, refused: rows }, rewritten.receipt] };
}

/** What was planned without what was refused. */
function numbersWritten({ plan }: FillResult, receipts: readonly Receipt[]): FillNumbers {
  return numbersWithout(
    plan,
    receipts.flatMap((receipt) => receipt.refused.map(({ edit }) => edit)),
  );
}

function closing(
  { output, dryRun }: FillCommand,
  fill: FillResult,
  numbers: FillNumbers,
  lacksRows: boolean,
  language: Language,
): string {
  const words = fillWords(language);
  const isNothing = Object.values(numbers).every((number) => number === 0);
  const { book, plan } = fill;
  const isOpen = plan.left.length > 0 || untouchedTables(fill).length > 0;
  const complete = lacksRows ? words.nothingButRows : isOpen ? words.nothingButOpen : words.nothing;
  const nothing = book?.tables.every((table) => table.blank) === true ? words.nothingTyped : complete;
  if (dryRun || output === undefined) return isNothing ? nothing : words.dryRun(numbers);
  if (!isNothing) return words.written(output, numbers);
  return [nothing, words.writtenUnchanged(output)].join(language === 'en' ? ' ' : '');
}
