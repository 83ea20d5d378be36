import { specimenBook } from '../engine/equation/specimen';
import { deriveEquations } from '../engine/equation/derive';
import type { AskedTerm } from '../engine/edition/asked-relations';
import type { Equation } from '../engine/equation/equation';
import type { Block, Edition, Form, Row, Table } from '../engine/edition/edition';
import type { Members } from '../engine/scope/scope';
import type { ResolvedEdition } from '../engine/edition/resolve';
import { describeZhCN as words } from '../i18n/describe/zh-CN';
import { looseLines } from './describe/loose';
import { relationLines } from './describe/relations';
import { withSpecimenCodes, type CodesOf } from './describe/specimen-codes';
import { isWithinTable, mapOf, type SpecimenMap } from './describe/specimen-map';
import { withinLines } from './describe/within';

/**
 * An edition as its reviewers read it, a Markdown page in Chinese: what its tables mean, all equations that follow from
 * that (those that say the same in one line), the declared ones with their reasons, and the amounts that no equation holds.
 */
export function describeEdition(edition: ResolvedEdition): string {
  const { declared } = edition;
  const { edition: standIn, codesOf } = withSpecimenCodes(edition);
  const book = specimenBook(standIn);
  const equations = deriveEquations(book);
  const map = mapOf(book);

  const within = equations.filter((equation) => isWithinTable(equation, map));
  const between = equations.filter((equation) => equation.because.kind === 'same' && !within.includes(equation));
  const stated = equations.filter((equation) => equation.because.kind === 'declared');
  const withinText = [...declared.tables, ...declared.forms].map((table) => ({
    table,
    lines: withinLines(
      within.filter((equation) => equation.table === table.id),
      map,
    ),
  }));
  const betweenText = relationLines(between, map, { rule: true, tables: true });
  const declaredText = declaredSections(edition, stated, map, codesOf);
  const lines =
    withinText.reduce((sum, section) => sum + section.lines.length, 0) +
    betweenText.length +
    declaredText.reduce((sum, section) => sum + section.lines.length, 0);

  return page([
    words.heading(declared.name, declared.id),
    words.generated,
    words.counts({
      tables: declared.tables.length,
      forms: declared.forms.length,
      equations: equations.length,
      within: within.length,
      between: between.length,
      declared: stated.length,
      lines,
    }),
    words.reading,
    words.tablesTitle,
    tableOfTables(edition),
    words.withinTitle,
    ...withinText.flatMap(({ table, lines: own }) =>
      own.length === 0 ? [] : [words.tableTitle(table.id, table.title), bullets(own)],
    ),
    words.betweenTitle,
    bullets(betweenText),
    words.declaredTitle,
    ...declaredText.flatMap((section) => [`${section.title}\n${section.because}`, bullets(section.lines)]),
    words.looseTitle,
    words.looseIntro,
    ...looseLines(equations, map),
    ...answerLines(edition),
  ]);
}

const page = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function declaredSections(
  edition: ResolvedEdition,
  equations: readonly Equation[],
  map: SpecimenMap,
  codesOf: CodesOf,
): readonly { readonly title: string; readonly because: string; readonly lines: readonly string[] }[] {
  const label = (dimension: string): string => edition.dimensions.byId.get(dimension)?.label ?? dimension;
  return edition.declared.equations.map((declared) => {
    const own = equations.filter(({ because }) => because.kind === 'declared' && because.declared === declared);
    const where = [
      ...(declared.in ? [words.inScope(scopeText(declared.in))] : []),
      ...(declared.per ? [words.per(declared.per.map(label))] : []),
      ...(declared.each ? [words.each(declared.each.map(label))] : []),
      ...(declared.whereBoth ? [words.onlyBoth] : []),
    ];
    return {
      title: words.declared(declared.id, declared.says.replaceAll('>=', '≥'), declared.severity, where),
      because: words.because(declared.because, declared.source),
      lines: relationLines(own, map, { rule: false, tables: true, codes: codesOf(declared) }),
    };
  });
}

function tableOfTables(edition: ResolvedEdition): string {
  const rows = [
    ...edition.declared.tables.map((table) => rowOfTable(table, edition)),
    ...edition.declared.forms.map((form) => rowOfForm(form, edition.declared)),
  ];
  return [words.tablesHead, ...rows].join('\n');
}

function rowOfTable(table: Table, edition: ResolvedEdition): string {
  const parts = table.blocks.map((block) => words.blockPart(table.blocks.length > 1 ? block.under?.[0] : undefined));
  const rows = table.blocks.map(
    (block, index) => (parts[index] ?? '') + block.rows.map((row) => rowText(row, edition)).join('、'),
  );
  const columns = table.blocks.map((block, index) => (parts[index] ?? '') + columnsText(block));
  const id = table.optional ? words.optional(table.id) : table.id;
  return cells([
    id,
    table.title,
    table.moneyUnit,
    String(table.decimals),
    scopeText(table.scope),
    rows.join('<br>'),
    columns.join('<br>'),
  ]);
}

function rowOfForm(form: Form, edition: Edition): string {
  const subject =
    edition.dimensions.find((dimension) => dimension.id === form.subject.dimension)?.label ?? form.subject.dimension;
  const fields = form.amounts.map((amount) => words.column(amount.name, namesOf(amount.scope)));
  return cells([
    form.id,
    form.title,
    form.moneyUnit,
    String(form.decimals),
    scopeText(form.scope),
    words.formRow(subject),
    words.formColumns(fields),
  ]);
}

/** What answers of the department cannot contradict; nothing where the edition asks nothing. */
function answerLines({ text }: ResolvedEdition): readonly string[] {
  const relations = text?.relations ?? [];
  if (relations.length === 0) return [];
  const side = (terms: readonly AskedTerm[], table = ''): string =>
    words.plus(terms.map((term) => words.askedTerm(term, table)));
  const lines = relations.map(({ op, left, right, declared }) =>
    words.answers(
      side(left, declared.table?.label),
      op,
      side(right, declared.table?.label),
      declared.because,
      declared.severity,
    ),
  );
  return [words.answersTitle, words.answersIntro, bullets(lines)];
}

const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

const namesOf = (scope: Members | undefined): string => Object.values(scope ?? {}).join('·');

const scopeText = (scope: Members): string => namesOf(scope) || words.whole;

function rowText(row: Row, edition: ResolvedEdition): string {
  if ('total' in row) return row.total[0] ?? words.total;
  if ('label' in row) return row.whereFilled ? words.whereFilled(row.label) : row.label;
  if ('ordinal' in row) return words.ordinalRow(row.ordinal, row.name);
  const label = (dimension: string): string => edition.dimensions.byId.get(dimension)?.label ?? dimension;
  const detail = row.detail === undefined ? '' : words.detailRow(label(row.detail));
  return words.treeRow(label(row.tree), row.levels, row.list !== undefined) + detail;
}

function columnsText(block: Block): string {
  return block.columns
    .map((column) => {
      const text = words.column(`${column.under?.[0] ?? ''}${column.header}`, namesOf(column.scope));
      return column.optional ? words.optional(text) : text;
    })
    .join('、');
}
