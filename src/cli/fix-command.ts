import { cellList } from '../commands/areas';
import { fixedPatch, percentOf } from '../commands/change-record';
import { openEntriesOf } from '../commands/entries';
import { inPlaceOrder } from '../commands/fix';
import type { Change, Left } from '../commands/fix';
import type { CheckReport } from '../engine/finding/report';
import { addressOf } from '../engine/snapshot/address';
import type { XlsxWorkbook } from '../hosts/xlsx/workbook';
import { fixWords } from '../i18n/fix/catalogue';
import type { Remains } from '../i18n/fix/words';
import type { Language } from '../i18n/language';
import { amountText } from '../i18n/words/amounts';
import type { FixCommand } from './arguments/fix';
import { inputProblem } from './check-file';
import type { Tools } from './check-file';
import { nothingRecognised } from './file-result';
import type { Io } from './io';
import { countsOf } from './overview';
import { columnsOf, paintFor } from './paint';
import { unrecognisedLines, unusableLine } from './problem-text';
import { reportRefusals } from './refusals';
import { mendedInRounds } from './fix-rounds';
import { saveTo, suffixOfCopy } from './save';
import { saveWorkbook } from './save-workbook';
import { widthOf, wrap } from './wrap';

/** `budget fix`: the exit status, which speaks of the workbook as it stands after the changes. */
export async function runFix(command: FixCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { input, output, edition, only, minConfidence, dryRun } = command;
  if (output !== undefined && !dryRun && !(await saveTo(output, [input], language, io, undefined, suffixOfCopy(input))))
    return 2;
  const read = await io.files.read(input);
  const opened = read.ok ? tools.open(read.bytes) : { ok: false as const, because: inputProblem(read.because) };
  if (!opened.ok) {
    io.stderr.write(unusableLine({ file: input, kind: 'unusable', ...opened }, language, io.env));
    return 2;
  }
  const { workbook } = opened;
  const check = (of: XlsxWorkbook): Promise<CheckReport> =>
    tools.check(of.snapshot, edition === undefined ? {} : { edition });
  const report = await check(workbook);
  if (nothingRecognised({ file: input, kind: 'checked', report, lines: [], seconds: 0 })) {
    io.stderr.write(unrecognisedLines({ file: input, report }, language));
    return 2;
  }
  const mended = await mendedInRounds(workbook, report, check, {
    language,
    ...(only ? { only } : {}),
    ...(minConfidence === undefined ? {} : { minConfidence }),
  });
  const { workbook: after, report: remaining, left, receipts } = mended;
  const changes = inPlaceOrder(after.snapshot, mended.changes);
  let sheets: readonly string[] = [];
  if (output !== undefined && !dryRun) {
    const patch = fixedPatch(after.snapshot, remaining, changes, language);
    const written = after.apply(patch);
    sheets = patch.edits.flatMap((edit) => (edit.do === 'putSheet' ? [edit.sheet.name] : []));
    const { overwrite } = command;
    const copy = { goOn: command.command, output, inputs: [input], suffix: suffixOfCopy(input), overwrite };
    if (!(await saveWorkbook({ ...copy, written, isSealed: true }, language, io, tools))) return 2;
    for (const receipt of [...receipts, written.receipt]) reportRefusals(receipt, language, io);
  } else for (const receipt of receipts) reportRefusals(receipt, language, io);
  const lines = [
    ...inGroups(changes).flatMap((group) => changeLines(group, language, columnsOf(io.stdout))),
    ...leftLines(left, remaining, language, columnsOf(io.stdout)),
    closing(command, changes.length, remaining, sheets, language),
    tally(remaining, language, io),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return remaining.summary.error > 0 ? 1 : 0;
}

const GAP = '  ';

/** Changes of which the same is said together, where the first of them stands. */
function inGroups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>();
  for (const [index, change] of changes.entries()) {
    const key = change.group ?? String(index);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

/** `改  表三!E9  1,249.92 → 1,249.62  …（可信度98%）`; of several blanks that are filled alike one line, with all their cells. */
function changeLines(group: readonly Change[], language: Language, columns: number): readonly string[] {
  const words = fixWords(language);
  const [change] = group;
  if (!change) return [];
  const why = words.withConfidence(change.sentence, percentOf(change.confidence));
  if (group.length > 1) {
    const cells = cellList(
      group.map(({ cell }) => cell),
      ' ',
    );
    return line(words.changed, [cells, words.cells(group.length), why], columns);
  }
  const old = change.stood ?? (change.old === undefined ? words.blank : amountText(change.old));
  return line(
    words.changed,
    [addressOf(change.cell), `${old} → ${change.to === null ? words.blank : amountText(change.new)}`, why],
    columns,
  );
}

/** One line for each suggestion that was not carried out, and one that counts those for which there is none. */
function leftLines(left: readonly Left[], report: CheckReport, language: Language, columns: number): readonly string[] {
  const words = fixWords(language);
  const open = new Set(left.flatMap(({ because, cause }) => (because === 'open' ? [cause.id] : [])));
  const looked = openEntriesOf(report).flatMap(({ cause, cells }) =>
    cause && open.has(cause.id) ? cells.slice(0, 1) : [],
  );
  return [
    ...left
      .filter(({ because }) => because !== 'open')
      .flatMap(({ cells, because, cause }) => {
        const why =
          because === 'unsure'
            ? words.withConfidence(words.reasons.unsure, percentOf(cause.confidence))
            : words.reasons[because];
        return line(words.left, [cells.map(addressOf).join(' '), why], columns);
      }),
    ...(open.size > 0 ? line(words.left, [words.leftOpen(open.size, looked)], columns) : []),
  ];
}

function line(label: string, parts: readonly string[], columns: number): readonly string[] {
  const indent = widthOf(label) + GAP.length;
  const [first = '', ...rest] = wrap(parts.join(GAP), columns - indent);
  return [`${label}${GAP}${first}`, ...rest.map((more) => ' '.repeat(indent) + more)];
}

/** What was written where; `sheets` are the names of the sheet of findings and of the record of changes. */
function closing(
  { output, dryRun }: FixCommand,
  changed: number,
  report: CheckReport,
  [findings = '', record = '']: readonly string[],
  language: Language,
): string {
  const words = fixWords(language);
  const remains = remainsOf(report);
  const nothing = remains === 'findings' ? words.nothing : words.nothingWrong;
  if (dryRun || output === undefined) return changed > 0 ? words.dryRun(changed) : nothing;
  return changed > 0
    ? words.written(output, changed, record, remains, findings)
    : [nothing, words.writtenUnchanged(output, remains, findings)].join(language === 'en' ? ' ' : '');
}

function remainsOf({ summary }: CheckReport): Remains {
  if (summary.error + summary.warning > 0) return 'findings';
  return summary.note > 0 ? 'notes' : 'nothing';
}

function tally(report: CheckReport, language: Language, io: Io): string {
  const words = fixWords(language);
  const counts = countsOf(report, language, paintFor(io.stdout, io.env));
  return counts === '' ? words.remainingNone : words.remaining(counts);
}
