import { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../book/book';
import { quoted } from '../finding/quote';
import type { Cause, Finding } from '../finding/finding';
import { cellKey } from '../snapshot/address';

/**
 * Causes of which the figures do not say what is to be written, one of the ways out being that a performance table has no money at all,
 * and that table's project stands in no other: that is what is told, and what was said of the project is a part of it. The form may be
 * one too many, or the row be missing: nothing is proposed to be written.
 */
export function withExcessForms(causes: readonly Cause[], others: readonly Finding[], book: Book): readonly Cause[] {
  const rowless = others.filter(({ facts }) => facts.code === 'project-no-row');
  if (rowless.length === 0) return causes;
  return causes.map((cause) => {
    const [only, another] = cause.determined ? [] : excessIn(cause, rowless);
    const form = only && !another ? figureAt(book, only) : undefined;
    return only && form ? causeOfForm(cause, form, only) : cause;
  });
}

interface Excess {
  readonly cell: Cause['alternatives'][number][number]['cell'];
  readonly finding: Finding;
}

/** The ways by which a form whose project has no row would have nothing. */
function excessIn({ alternatives }: Cause, rowless: readonly Finding[]): readonly Excess[] {
  return alternatives.flatMap(([one, ...more]): readonly Excess[] => {
    if (!one || more.length > 0 || one.suggestion === undefined || !new Decimal(one.suggestion).isZero()) return [];
    const finding = rowless.find(({ sheet }) => sheet === one.cell.sheet);
    return finding ? [{ cell: one.cell, finding }] : [];
  });
}

function figureAt(book: Book, { cell }: Excess): Figure | undefined {
  const key = cellKey(cell);
  return [...figuresOf(book)].find((figure) => cellKey(figure.cell) === key);
}

function causeOfForm(cause: Cause, form: Figure, { cell, finding }: Excess): Cause {
  if (finding.facts.code !== 'project-no-row') return cause;
  const { project, tables } = finding.facts;
  const { moneyUnit } = form;
  return {
    ...cause,
    facts: { code: 'form-excess', form: quoted(form, moneyUnit), project, tables, moneyUnit },
    alternatives: [[{ cell }]],
    findings: [...cause.findings, finding.id],
  };
}
