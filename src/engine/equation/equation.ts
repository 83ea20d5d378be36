import type { Figure, StrangeRow } from '../book/book';
import type { DeclaredEquation } from '../edition/edition';
import type { Severity } from '../finding/finding';
import type { Scope } from '../scope/scope';

/** Why an equation must hold. */
export type Reason =
  /** A whole and its parts: along which dimension, and the whole's member there ('' for the whole). */
  | { readonly kind: 'parts'; readonly along: string; readonly whole: string }
  /** The same scope in two places. */
  | { readonly kind: 'same'; readonly scope: Scope }
  /** One of the edition's declared equations. */
  | { readonly kind: 'declared'; readonly declared: DeclaredEquation; readonly at: Scope };

/**
 * One equation over the figures of a book: Σ left = Σ right, or ≥. It is still called an equation where it is a floor.
 * In every `parts` equation the left side is the whole.
 */
export interface Equation {
  /** The CHECKS id where there is one, else `same-scope`, `parts` or the declared id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly op: '=' | '>=';
  readonly left: readonly Figure[];
  readonly right: readonly Figure[];
  readonly because: Reason;
  /** The table it is counted in: the one of its left side. */
  readonly table: string;
  /** A side for which a table that lists such rows has none: it counts as zero there. */
  readonly missingRow?: { readonly table: string; readonly scope: Scope };
  /** Rows with amounts that could not be read and may be parts of its whole: it cannot be evaluated without them. */
  readonly unreadRows?: readonly StrangeRow[];
  /** Declared headers without which it cannot be evaluated. */
  readonly missingColumns?: readonly string[];
}

/** What an equation is about: its reason and the scopes that it relates, not addresses. Equal equations of two workbooks are equal here. */
export function equationId({ because, left, right, missingRow, table }: Equation): string {
  switch (because.kind) {
    case 'parts':
      return `parts:${table}:${because.along}:${left[0]?.scope.key ?? ''}`;
    case 'same':
      return `same:${table}:${right[0]?.table ?? missingRow?.table ?? ''}:${because.scope.key}`;
    case 'declared':
      return `${because.declared.id}:${because.declared.says}:${because.at.key}`;
  }
}
