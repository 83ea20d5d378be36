import { gravest, singleCause } from '../finding/cause/group';
import type { FactsByCode } from '../finding/facts';
import type { Cause, Finding } from '../finding/finding';
import { cellKey, type CellRef } from '../snapshot/address';
import { normaliseText } from '../text/normalise';

/** Findings that are no longer made once what the ledger says is written, for each of several places. */
export type GoneWith = (
  ways: readonly (readonly { readonly cell: CellRef; readonly suggestion: string }[])[],
  findings: readonly Finding[],
) => readonly (readonly Finding[])[];

/**
 * Figures that differ from the ledger, each as a cause, with what other checks say of just these figures: that an amount stands in the
 * column of the other class, say. What the ledger gives says all of that, and the amounts as well. So with a project that was renamed: that
 * its row and its performance table are no longer called alike is the same mistake.
 */
export function withLedgerSymptoms(
  findings: readonly Finding[],
  isAboutAmounts: (finding: Finding) => boolean,
  goneWith: GoneWith,
): readonly Cause[] {
  const differing = findings.flatMap((finding) =>
    finding.facts.code === 'ledger-differs' ? [{ finding, says: saidBy(finding.facts) }] : [],
  );
  const gone = goneWith(
    differing.map(({ says }) => says),
    findings,
  );
  const goneOf = new Map(differing.map(({ finding }, index) => [finding, gone[index]]));
  return findings.flatMap((finding): readonly Cause[] => {
    const same = [...new Set([...symptomsOf(finding, findings, isAboutAmounts), ...(goneOf.get(finding) ?? [])])];
    if (same.length === 0) return [];
    const members = [finding, ...same];
    return [{ ...singleCause(finding), severity: gravest(members), findings: members.map(({ id }) => id) }];
  });
}

/** What would stand in the cells if the ledger were right. */
const saidBy = ({ cells, says }: FactsByCode['ledger-differs']): Parameters<GoneWith>[0][number] =>
  cells.flatMap(({ cell }, index) => {
    const amount = says[index]?.amount;
    return amount === undefined ? [] : [{ cell, suggestion: amount }];
  });

function symptomsOf(
  { facts }: Finding,
  findings: readonly Finding[],
  isAboutAmounts: (finding: Finding) => boolean,
): readonly Finding[] {
  if (facts.code === 'ledger-row') return ofRenamed(facts, findings);
  if (facts.code === 'project-renamed') return ofRenamedRow(facts, findings);
  if (facts.code !== 'ledger-differs') return [];
  const own = new Set(facts.cells.map(({ cell }) => cellKey(cell)));
  return findings.filter(
    (other) =>
      other.facts.code !== 'ledger-differs' &&
      isAboutAmounts(other) &&
      other.cells.every((cell) => own.has(cellKey(cell))),
  );
}

/** Where it is known which row has the other name: what is said of a form or a row that it leaves without its counterpart. */
function ofRenamed(
  { name, renamed: [row, ...others] }: FactsByCode['ledger-row'],
  findings: readonly Finding[],
): readonly Finding[] {
  if (!row || others.length > 0) return [];
  return findings.filter(
    ({ facts }) =>
      (facts.code === 'project-no-row' && isCalled(facts.project, name)) ||
      (facts.code === 'project-no-form' && isCalled(facts.project, row.row)),
  );
}

/** Where the form and the ledger call a project alike: that the ledger's has no row by its name is the same mistake of the row. */
function ofRenamedRow(
  { form, row, right }: FactsByCode['project-renamed'],
  findings: readonly Finding[],
): readonly Finding[] {
  if (right !== 'form') return [];
  return findings.filter(
    ({ facts }) =>
      facts.code === 'ledger-row' &&
      isCalled(facts.name, form.row) &&
      facts.renamed.some((place) => isCalled(place.row ?? '', row.row)),
  );
}

const isCalled = (project: string, by = ''): boolean => normaliseText(project) === normaliseText(by);
