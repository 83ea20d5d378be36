import { cellList } from '../commands/areas';
import { compileWorkbook, type Compiled } from '../commands/compile';
import { goneForms, openForms } from '../commands/compile/keep-forms';
import { overwrittenHeading, overwrittenSentence } from '../commands/compile/overwritten';
import { compilingEditionIds } from '../commands/editions';
import { rowLike } from '../engine/asked/answers';
import type { LeftAnswers } from '../engine/asked/left-answers';
import { readFacts } from '../engine/asked/read-facts';
import { priorNameCells } from '../engine/asked/read-prior';
import { readReasons, reasonRow, type StaleReason } from '../engine/asked/read-reasons';
import { systemOf } from '../engine/classification/code-tree';
import type { Finding } from '../engine/finding/finding';
import { namelessCells } from '../engine/source/code-names';
import { addressOf } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { blankWorkbook } from '../hosts/xlsx/blank-workbook';
import { compileSentence } from '../i18n/compile/sentence';
import { cliWords } from '../i18n/cli/catalogue';
import { compileWords } from '../i18n/compile/catalogue';
import { narrateWords } from '../i18n/narrate/catalogue';
import type { Language } from '../i18n/language';
import { severityWord } from '../i18n/severity';
import { amountText } from '../i18n/words/amounts';
import type { CompileCommand } from './arguments/compile';
import { inputProblem } from './check-file';
import type { Tools } from './check-file';
import type { Io } from './io';
import { GAP, hanging, labelled, signed, type LineStyle } from './lines';
import { newDepartmentWords } from './new-department';
import { MISSING_IN_ORDER, staleLines } from './narrate-report';
import { columnsOf, paintFor } from './paint';
import { unusableLine } from './problem-text';
import { reportRefusals } from './refusals';
import { openedOwn } from './opened-own';
import { reportText } from './report-text';
import { saveTo, suffixOfCopy } from './save';
import { saveWorkbook } from './save-workbook';

/**
 * `budget compile`: makes the tables from a ledger, checks them, and says what was left out. The exit status is 1 where rows were
 * left out or the tables hold errors, 2 where there was nothing to compile.
 */
export async function runCompile(command: CompileCommand, language: Language, io: Io, tools: Tools): Promise<number> {
  const { input, output, overwrite, edition, department, year, values } = command;
  const started = io.now();
  const ids = await compilingEditionIds();
  if (edition !== undefined && !ids.includes(edition)) {
    io.stderr.write(`${cliWords(language).usage.editionNotMade(edition, ids)}\n`);
    return 2;
  }
  if (!(await saveTo(output, [input], language, io, undefined, suffixOfCopy(input)))) return 2;
  const read = await io.files.read(input);
  const opened = read.ok ? tools.open(read.bytes) : { ok: false as const, because: inputProblem(read.because) };
  if (!opened.ok) {
    io.stderr.write(unusableLine({ file: input, kind: 'unusable', ...opened }, language, io.env));
    return 2;
  }
  const style: LineStyle = { language, columns: columnsOf(io.stdout), paint: paintFor(io.stdout, io.env) };
  const result = await compileWorkbook(opened.workbook.snapshot, {
    values,
    language,
    ...(edition === undefined ? {} : { edition }),
    ...(department === undefined ? {} : { department }),
    ...(year === undefined ? {} : { year }),
  });
  if (!result.ok) {
    const lines = findingLines(result.findings, style);
    if (lines.length > 0) io.stdout.write(`${lines.join('\n')}\n`);
    io.stderr.write(
      `${input}${language === 'en' ? ': ' : '：'}${compileWords(language).notCompiled[result.because]}\n`,
    );
    return 2;
  }
  const base = result.into === 'input' ? opened.workbook : openedOwn(blankWorkbook(), tools);
  const written = base.apply({ ...result.patch, for: base.snapshot.stamp });
  const { receipt } = written;
  const { snapshot } = written.workbook;
  const report = await tools.check(snapshot, { edition: result.edition.declared.id });
  const copy = {
    goOn: command.command,
    output,
    inputs: [input],
    suffix: suffixOfCopy(input),
    overwrite,
    written,
    isSealed: true as const,
  };
  if (!(await saveWorkbook(copy, language, io, tools))) return 2;
  reportRefusals(receipt, language, io);
  // They may stand in other rows now.
  const reasons = readReasons(snapshot);
  const stale = result.open.stale.map((one) => ({
    ...one,
    cell: reasonRow(reasons, one.sectionName, one.about)?.cell ?? one.cell,
  }));
  const facts = readFacts(snapshot);
  const left = result.open.left.map((one) => ({ ...one, rows: one.rows.flatMap((row) => rowLike(facts, row) ?? []) }));
  const seconds = (io.now() - started) / 1000;
  const checked = { file: output, kind: 'checked' as const, report, lines: [], seconds };
  // What is found in the ledger again by checking is said there.
  const again = new Set(report.findings.map(({ id }) => id));
  const told = { ...result, findings: result.findings.filter(({ id }) => !again.has(id)) };
  io.stdout.write(
    `${[...compiledLines(told, output, snapshot, stale, left, style), ''].join('\n')}\n${reportText(checked, { ...style, all: false })}`,
  );
  const isWrong = result.findings.some(({ severity }) => severity === 'error') || report.summary.error > 0;
  return isWrong ? 1 : 0;
}

function compiledLines(
  result: Compiled,
  output: string,
  written: Snapshot,
  stale: readonly StaleReason[],
  left: readonly LeftAnswers[],
  style: LineStyle,
): readonly string[] {
  const words = compileWords(style.language);
  const { from, compilation, about, edition } = result;
  const formulas = compilation.sheets.reduce(
    (sum, { rows }) =>
      sum + rows.reduce((inRows, { cells }) => inRows + cells.filter(({ formula }) => formula !== undefined).length, 0),
    0,
  );
  const { missing, hasLastYear } = result.open;
  const isNew = newDepartmentWords(edition, written, missing, hasLastYear, style.language);
  const taken = from.kind === 'ledger' ? words.fromLedger(from) : words.fromTables(from.edition, from.tables);
  return [
    taken,
    ...findingLines(result.findings, style),
    ...(about.department === undefined ? signed('warning', words.noDepartment, style) : []),
    ...(about.year === undefined ? signed('warning', words.noYear(edition.declared.year), style) : []),
    ...untoldLines(result, style),
    ...(compilation.conflicts.length > 0
      ? signed('warning', words.conflicts(compilation.conflicts.length), style)
      : []),
    ...replacedLines(result, style),
    ...overwrittenLines(result, style),
    ...formLines(result, style),
    words.written(output, edition.declared.tables.length, formulas),
    ...leftLines(left, style),
    ...staleLines(stale, style),
    ...openLines(result, written, style),
    ...(isNew === undefined ? [] : hanging('', isNew, style.columns)),
  ];
}

/** What was answered about projects that may be called otherwise now. */
function leftLines(left: readonly LeftAnswers[], style: LineStyle): readonly string[] {
  const words = compileWords(style.language);
  const separator = style.language === 'en' ? ', ' : '、';
  return left.flatMap(({ project, rows, renamed }) => {
    if (!renamed) return [];
    const cells = rows.map(({ cell }) => cell);
    return signed('warning', words.leftAnswers(cellList(cells, separator), rows.length, project, renamed), style);
  });
}

function findingLines(findings: readonly Finding[], style: LineStyle): readonly string[] {
  return findings.flatMap(({ severity, cells, facts }) => {
    const [first] = cells;
    const place = first ? `${addressOf(first)}${GAP}` : '';
    const text = `${place}${compileSentence(facts, style.language)}`;
    return labelled(severity, severityWord(severity, style.language), text, style);
  });
}

/** What the source does not tell, a line a table: the columns that stay blank. */
function untoldLines({ compilation }: Compiled, style: LineStyle): readonly string[] {
  const words = compileWords(style.language);
  const { untold } = compilation;
  if (untold.length === 0) return [];
  const tables = new Map<string, Set<string>>();
  for (const { table, columnName, rowName } of untold) {
    const columns = tables.get(table) ?? new Set<string>();
    tables.set(table, columns.add(columnName ?? rowName ?? ''));
  }
  return [
    ...signed('unchecked', words.untold(untold.length), style),
    ...[...tables].flatMap(([table, columns]) => indented(words.untoldTable(table, [...columns]), style)),
  ];
}

/** More than these are counted only. */
const MOST_REPLACED = 20;

function replacedLines({ replaced }: Compiled, style: LineStyle): readonly string[] {
  const words = compileWords(style.language);
  if (replaced.length === 0) return [];
  return [
    ...signed('warning', words.replaced(replaced.length), style),
    ...replaced.slice(0, MOST_REPLACED).flatMap(({ figure, now, isTyped, gone }) => {
      const before = amountText(figure.value?.toFixed() ?? '');
      if (gone) return indented(words.replacedGone(addressOf(figure.cell), before, gone.member, gone.renamed), style);
      return indented(
        words.replacedOne(addressOf(figure.cell), before, now === undefined ? undefined : amountText(now), isTyped),
        style,
      );
    }),
  ];
}

function overwrittenLines({ open: { overwritten } }: Compiled, style: LineStyle): readonly string[] {
  const { language } = style;
  const heading = overwrittenHeading(overwritten, language);
  if (heading === undefined) return [];
  return [
    ...signed('warning', heading, style),
    ...overwritten
      .slice(0, MOST_REPLACED)
      .flatMap((one) => indented(`${addressOf(one.row.cell)}${GAP}${overwrittenSentence(one, language)}`, style)),
  ];
}

function formLines({ compilation, keptForms }: Compiled, style: LineStyle): readonly string[] {
  const words = compileWords(style.language);
  const made = compilation.forms.filter(({ isFilled }) => !isFilled).map(({ project }) => project);
  const filled = compilation.forms.filter(({ isFilled }) => isFilled).map(({ project }) => project);
  const changed = keptForms.filter(({ changes }) => changes.length > 0).map(({ sheet }) => sheet);
  return [
    ...(made.length > 0 ? signed('note', words.newForms(made), style) : []),
    ...(filled.length > 0 ? signed('note', words.filledForms(filled), style) : []),
    ...(changed.length > 0 ? signed('note', words.changedForms(changed), style) : []),
    ...(keptForms.some(({ isRenamed }) => isRenamed) ? signed('note', words.renamedForms, style) : []),
    ...goneForms(keptForms, compilation.forms).flatMap(({ sheet, project, alike }) =>
      signed('warning', words.goneForm(sheet, project, alike), style),
    ),
  ];
}

/** What the text will need, counted; the sheets in which it is answered list it. */
function openLines(
  { open, compilation, keptForms, namesIn }: Compiled,
  written: Snapshot,
  style: LineStyle,
): readonly string[] {
  const { kinds, open: counted, openForms: formsWord } = narrateWords(style.language);
  const words = compileWords(style.language);
  const counts = MISSING_IN_ORDER.flatMap((what) => {
    const count = open.missing.filter((one) => one.what === what).length;
    return count === 0 ? [] : [kinds[what](count)];
  });
  const forms = openForms(keptForms, compilation.forms);
  if (forms.length > 0) counts.push(formsWord(forms.length));
  const sheets = MISSING_IN_ORDER.flatMap((what) =>
    open.missing.some((one) => one.what === what) ? (open.sheets[what] ?? []) : [],
  );
  sheets.push(...forms);
  const count = open.missing.length + forms.length;
  const inTables = namelessCells(compilation.book);
  if (count === 0 && inTables.size === 0) return [];
  const where = sheets.length === 0 ? '' : words.whereOpen(sheets);
  // The text speaks of some of them only; the tables print all.
  const asked = open.missing.flatMap(({ what, about }) => (what === 'name' ? [about] : []));
  const nameless = [...new Set([...asked, ...inTables.keys()])];
  const ofPrior = priorNameCells(written);
  const isLeaf = (code: string): boolean => code.length === (systemOf(code) === 'economic' ? 5 : 7);
  const ledgers = (['functional', 'economic'] as const).flatMap((system) => {
    const codes = nameless.filter((code) => systemOf(code) === system && isLeaf(code));
    return codes.length === 0 || !namesIn ? [] : namesIn(codes, system).map((one) => ({ ...one, system }));
  });
  const inLedger = new Set(ledgers.flatMap(({ codes }) => codes));
  return [
    ...(count === 0 ? [] : hanging('', `${counted(count, counts)}${where}`, style.columns)),
    ...ledgers.flatMap(({ codes, sheet, column, system }) => {
      if (!column) return indented(words.addNames(codes, sheet, system), style);
      const cells = cellList(column.cells, style.language === 'en' ? ', ' : '、');
      return indented(words.whereNames(codes, cells, column.header), style);
    }),
    // No row of a ledger is about them alone.
    ...nameless.flatMap((code) => {
      const cell = inTables.get(code);
      return cell && !isLeaf(code) ? indented(words.whereName(code, addressOf(cell)), style) : [];
    }),
    // Nor of this year's at all.
    ...nameless.flatMap((code) => {
      const cell = inTables.has(code) || inLedger.has(code) ? undefined : ofPrior.get(code);
      return cell ? indented(words.whereNameBefore(code, addressOf(cell)), style) : [];
    }),
  ];
}

const indented = (text: string, style: LineStyle): readonly string[] => hanging('        ', text, style.columns);
