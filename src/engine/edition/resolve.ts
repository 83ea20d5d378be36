import type { DeclaredEquation, Edition } from './edition';
import type { Members } from '../scope/scope';
import { resolveDimensions, type ResolvedDimensions } from './dimensions';
import { checkMember, parseMembers } from './notation';
import { FUND, KIND, type LedgerRules } from './print';
import { resolveText, type ResolvedText } from './resolve-text';

/** One side of a declared equation: terms that are added up, each a point in some dimensions. */
export type Side = readonly Members[];

export interface ResolvedEquation {
  readonly declared: DeclaredEquation;
  readonly op: '=' | '>=';
  readonly left: Side;
  readonly right: Side;
}

/** An edition whose short strings have been parsed. */
export interface ResolvedEdition {
  readonly declared: Edition;
  readonly dimensions: ResolvedDimensions;
  readonly equations: readonly ResolvedEquation[];
  /** The explanatory text with its sentences parsed; undefined where the edition declares none. */
  readonly text: ResolvedText | undefined;
}

export type Resolution =
  | { readonly ok: true; readonly edition: ResolvedEdition }
  /** Mistakes of the declaration, each with its path. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Parses and checks a declaration in phases: dimensions, then every scope in tables and forms, then the declared
 * equations, then the sentences of the text. Mistakes are values with a path, so that an edition may come from a file one day.
 */
export function resolveEdition(edition: Edition): Resolution {
  const problems: string[] = [];
  const dimensions = resolveDimensions(edition.dimensions, problems);
  checkScopes(edition, dimensions, problems);
  const equations = edition.equations.flatMap((declared, index) => {
    const parsed = parseEquation(declared, `equations[${index}]`, dimensions, problems);
    return parsed ? [parsed] : [];
  });
  const text = edition.text && resolveText(edition.text, dimensions, problems);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, edition: { declared: edition, dimensions, equations, text } };
}

function checkScopes(edition: Edition, dimensions: ResolvedDimensions, problems: string[]): void {
  const check = (members: Members | undefined, path: string): void => {
    for (const [dimension, member] of Object.entries(members ?? {})) {
      checkMember(dimension, member, path, dimensions, problems);
    }
  };
  edition.tables.forEach((table) => {
    const path = `tables.${table.id}`;
    check(table.scope, `${path}.scope`);
    table.blocks.forEach((block, b) => {
      check(block.scope, `${path}.blocks[${b}].scope`);
      block.columns.forEach((column, c) => check(column.scope, `${path}.blocks[${b}].columns[${c}]`));
      block.rows.forEach((row, r) => {
        const at = `${path}.blocks[${b}].rows[${r}]`;
        if ('scope' in row) check(row.scope, at);
        if ('tree' in row) {
          for (const dimension of [row.tree, row.detail]) {
            if (dimension !== undefined && !dimensions.byId.has(dimension))
              problems.push(`${at}: no dimension "${dimension}"`);
          }
        }
      });
    });
  });
  edition.forms.forEach((form) => {
    check(form.scope, `forms.${form.id}.scope`);
    form.amounts.forEach((amount, a) => check(amount.scope, `forms.${form.id}.amounts[${a}]`));
  });
  edition.placements?.forEach((placement, p) => {
    check({ [placement.dimension]: placement.member }, `placements[${p}]`);
    for (const code of [...placement.codes, ...(placement.except ?? [])])
      check({ [placement.along]: code }, `placements[${p}]`);
  });
  edition.charts?.forEach(({ scope, along }, c) => {
    check(scope, `charts[${c}].scope`);
    if (!dimensions.byId.has(along)) problems.push(`charts[${c}].along: no dimension "${along}"`);
  });
  if (edition.ledger) checkLedger(edition.ledger, check);
}

function checkLedger(rules: LedgerRules, check: (members: Members, path: string) => void): void {
  const { flows, follows, complements } = rules;
  for (const member of flows.members) check({ [flows.dimension]: member }, 'ledger.flows');
  check({ [KIND]: rules.projectKind }, 'ledger.projectKind');
  for (const { member } of rules.kindWords ?? []) check({ [KIND]: member }, 'ledger.kindWords');
  for (const { member } of rules.fundWords ?? []) check({ [FUND]: member }, 'ledger.fundWords');
  check({ [KIND]: rules.unplaced }, 'ledger.unplaced');
  follows.forEach(({ along, code, dimension, member }, f) =>
    check({ [along]: code, [dimension]: member }, `ledger.follows[${f}]`),
  );
  complements.forEach(({ dimension, member, without }, c) => {
    check({ [dimension]: member }, `ledger.complements[${c}].member`);
    check({ [dimension]: without }, `ledger.complements[${c}].without`);
  });
}

function parseEquation(
  declared: DeclaredEquation,
  path: string,
  dimensions: ResolvedDimensions,
  problems: string[],
): ResolvedEquation | undefined {
  const match = /^(.+?)\s+(=|>=)\s+(.+)$/.exec(declared.says);
  const [, left = '', op, right = ''] = match ?? [];
  if (op !== '=' && op !== '>=') {
    problems.push(`${path}: "${declared.says}" is no equation; write «A = B» or «A >= B + C»`);
    return undefined;
  }
  const side = (text: string): Side =>
    text.split(/\s+\+\s+/).map((term) => ({ ...declared.in, ...parseMembers(term, path, dimensions, problems) }));
  for (const dimension of [...(declared.per ?? []), ...(declared.each ?? [])]) {
    if (!dimensions.byId.has(dimension)) problems.push(`${path}.per: no dimension "${dimension}"`);
  }
  for (const [dimension, member] of Object.entries(declared.in ?? {})) {
    checkMember(dimension, member, `${path}.in`, dimensions, problems);
  }
  for (const condition of ['unless', 'when'] as const) {
    declared[condition]?.forEach((members, index) => {
      for (const [dimension, member] of Object.entries(members))
        checkMember(dimension, member, `${path}.${condition}[${index}]`, dimensions, problems);
    });
  }
  return { declared, op, left: side(left), right: side(right) };
}
