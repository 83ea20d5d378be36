import { entriesOf } from '../../src/commands/entries';
import { entrySentence } from '../../src/commands/entry-words';
import type { DeclaredEquation } from '../../src/engine/edition/edition';
import type { Finding } from '../../src/engine/finding/finding';
import type { CheckReport } from '../../src/engine/finding/report';
import { addressOf, columnLetters } from '../../src/engine/snapshot/address';
import { cellAt, type Cell, type SheetSnapshot, type Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { severityWord, SIGNS } from '../../src/i18n/severity';

/** All that the page of a group says of one rule. */
export interface RuleEntry {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** Names of the editions that have it. */
  readonly editions: readonly string[];
  /** Where editions declare it, with their reasons. */
  readonly declared: readonly { readonly edition: string; readonly equation: DeclaredEquation }[];
  readonly wrong: Snapshot;
  readonly mended: Snapshot;
  readonly how: string | undefined;
  /** Sheets to show; undefined for those of the findings and of the mending. */
  readonly shows: readonly string[] | undefined;
  /** Of the wrong workbook. */
  readonly report: CheckReport;
}

/** The page of a group of checks. */
export function groupPage(title: string, intro: string, rules: readonly RuleEntry[]): string {
  const contents = rules.map((rule) => `- [${rule.id}](#${rule.id}) ${rule.name}`).join('\n');
  return `${[
    `# ${title}`,
    '> 由声明和例子生成，请勿手改；例子在`tests/docs/examples`，用`npm run docs`重新生成。',
    intro,
    contents,
    ...rules.map(ruleSection),
  ].join('\n\n')}\n`;
}

function ruleSection(rule: RuleEntry): string {
  const findings = rule.report.findings.filter((finding) => finding.rule === rule.id);
  const sheets = rule.wrong.sheets.filter((sheet) => concerns(sheet, findings, rule));
  return [
    `## ${rule.id}`,
    `**${rule.name}**`,
    ...(rule.says === '' ? [] : [rule.says]),
    ...rule.declared.map(declaredText),
    `适用：${rule.editions.join('、')}。`,
    ...sheets.map(sheetTable),
    findings.map((finding) => messageOf(finding, rule.report)).join('\n>\n'),
    `改正：${rule.how ?? changes(rule.wrong, rule.mended)}`,
  ].join('\n\n');
}

function declaredText({ edition, equation }: RuleEntry['declared'][number]): string {
  const source = equation.source === undefined ? '' : `依据：${equation.source}。`;
  return `${edition}：\`${equation.says}\`。${equation.because}。${source}`;
}

/** Sheets with a cell of the findings or of the mending; all of them where neither is in a cell. */
function concerns(sheet: SheetSnapshot, findings: readonly Finding[], rule: RuleEntry): boolean {
  if (rule.shows) return rule.shows.includes(sheet.name);
  const named = new Set(findings.flatMap((finding) => finding.cells.map((cell) => cell.sheet)));
  const changed = differences(rule.wrong, rule.mended).some((change) => change.sheet === sheet.name);
  return named.size === 0 || named.has(sheet.name) || changed;
}

function messageOf(finding: Finding, report: CheckReport): string {
  const where = finding.cells[0]
    ? `${addressOf(finding.cells[0])} `
    : finding.sheet === undefined
      ? ''
      : `${finding.sheet} `;
  const sentence = findingSentence(finding.facts, 'zh-CN');
  const lines = [`> ${SIGNS[finding.severity]} ${severityWord(finding.severity, 'zh-CN')} ${where}${sentence}`];
  const cause = report.causes.find((one) => one.findings.includes(finding.id));
  const entry = entriesOf(report).find((one) => one.cause !== undefined && one.cause === cause);
  const told = entry && entrySentence(entry, 'zh-CN');
  // A cause that speaks in the words of this finding adds only what to do.
  const added = told?.startsWith(sentence) === true ? told.slice(sentence.length) : told;
  if (added !== undefined && added !== '') lines.push('>', `> 归并后：${added}`);
  return lines.join('\n');
}

function sheetTable(sheet: SheetSnapshot): string {
  const columns = Math.max(0, ...sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column))) + 1;
  const used = Array.from({ length: columns }, (_column, index) => index);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line([`**${sheet.name}**`, ...used.map(columnLetters)]),
    line(['---', ...used.map(() => '---')]),
    ...sheet.rows.map(({ row }) => line([String(row + 1), ...used.map((column) => shown(cellAt(sheet, row, column)))])),
  ].join('\n');
}

function shown(cell: Cell | undefined): string {
  if (!cell) return '';
  const decimals = /^0\.(0+)$/.exec(cell.format ?? '')?.[1]?.length ?? 0;
  const value =
    typeof cell.value === 'number' ? cell.value.toFixed(decimals) : String(cell.value ?? '').replaceAll('\u3000', '□');
  const text = cell.formula === undefined ? value : `${value}（=${cell.formula}）`;
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

interface Difference {
  readonly sheet: string;
  readonly at: string;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

function differences(before: Snapshot, after: Snapshot): readonly Difference[] {
  return after.sheets.flatMap((sheet) => {
    const old = before.sheets.find((one) => one.name === sheet.name);
    if (!old) return [];
    const cells = new Map(
      [...old.rows, ...sheet.rows].flatMap(({ row, cells: own }) =>
        own.map((cell) => [`${row},${cell.column}`, { row, column: cell.column }] as const),
      ),
    );
    return [...cells.values()]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column }) => ({
        sheet: sheet.name,
        at: addressOf({ sheet: sheet.name, row, column }),
        before: cellAt(old, row, column),
        after: cellAt(sheet, row, column),
      }))
      .filter((difference) => shown(difference.before) !== shown(difference.after));
  });
}

function changes(wrong: Snapshot, mended: Snapshot): string {
  const edits = differences(wrong, mended).map(({ at, before, after }) => {
    const [from, to] = [shown(before), shown(after)];
    if (to === '') return `${at}清空`;
    return from === '' ? `${at}填“${to}”` : `${at}由“${from}”改为“${to}”`;
  });
  return `${edits.join('，')}。`;
}
