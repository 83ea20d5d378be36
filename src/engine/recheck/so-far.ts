import { cellsOfAmounts } from '../check/grouping';
import { inOrder } from '../check/report';
import { clustersOf } from '../finding/cause/clusters';
import { gravest, singleCause } from '../finding/cause/group';
import type { Cause, Finding } from '../finding/finding';
import { findingId } from '../finding/id';
import type { CheckReport } from '../finding/report';
import { cellKey } from '../snapshot/address';

/**
 * What can be shown while the causes of some failed equations are still being looked for (`soFar`, in which each of them is pending by
 * itself), beside what was known before the workbook changed: a cause all of whose findings stand as they stood stays as it was. The
 * other pending equations are one cause where they share cells, as it mostly turns out; what is said of an amount in such a cell goes with them.
 */
export function besideKnown(soFar: CheckReport, before: CheckReport): CheckReport {
  const open = new Map(openIn(soFar).map((finding) => [finding.id, finding]));
  const known = new Map(before.findings.map((finding) => [finding.id, finding]));
  const isAsItStood = (id: string): boolean => {
    const [finding, old] = [open.get(id), known.get(id)];
    return finding !== undefined && old !== undefined && contentOf(finding) === contentOf(old);
  };
  const causes = new Map<string, Cause>();
  const take = (cause: Cause): void => {
    for (const id of cause.findings) causes.set(id, cause);
  };
  soFar.causes.forEach(take);
  const kept = new Set(before.causes.filter(({ findings }) => findings.every(isAsItStood)));
  kept.forEach(take);
  for (const { findings } of kept) for (const id of findings) open.delete(id);
  for (const cluster of pendingTogether([...open.values()], (id) => causes.get(id)?.pending === true))
    take(pendingCause(cluster));
  const findings = soFar.findings.map((finding): Finding => {
    const cause = causes.get(finding.id);
    const suspect = cause && kept.has(cause) ? known.get(finding.id)?.suspect : finding.suspect;
    return { ...finding, ...(cause ? { cause: cause.id } : {}), ...(suspect ? { suspect } : {}) };
  });
  return { ...soFar, findings, ...inOrder([...new Set(causes.values())], findings) };
}

/** Findings that nothing is known to lie behind so far. */
function openIn({ findings, causes }: CheckReport): readonly Finding[] {
  const single = new Set(causes.flatMap(({ kind, findings: ids }) => (kind === 'single' ? ids : [])));
  return findings.filter(({ id }) => single.has(id));
}

/** All that a finding says by itself. */
const contentOf = ({ cause: _, suspect: __, ...content }: Finding): string => JSON.stringify(content);

/** Pending findings that hang together by their cells, each set in its order, with what is said of an amount in one of its cells. */
function pendingTogether(
  open: readonly Finding[],
  isPending: (id: string) => boolean,
): readonly (readonly Finding[])[] {
  const pending = open.filter(({ id }) => isPending(id));
  const about = open.filter((finding) => cellsOfAmounts(finding).length > 0);
  const place = new Map(pending.map((finding, index) => [finding, index]));
  return clustersOf(pending, keysOf).map((cluster) => {
    const keys = new Set(cluster.flatMap(keysOf));
    const members = [...cluster].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return [...members, ...about.filter((finding) => cellsOfAmounts(finding).every((cell) => keys.has(cellKey(cell))))];
  });
}

/** A sum that is off by rounding does not hang together with errors. */
const keysOf = ({ cells, severity }: Finding): readonly string[] =>
  cells.map((cell) => (severity === 'note' ? `note ${cellKey(cell)}` : cellKey(cell)));

function pendingCause(findings: readonly Finding[]): Cause {
  const [speaker] = findings;
  if (!speaker) throw new Error('a cause without findings');
  const ids = findings.map(({ id }) => id);
  return {
    ...singleCause(speaker),
    ...(ids.length > 1 ? { id: findingId('cause', ...[...ids].sort()), kind: 'equation' } : {}),
    severity: gravest(findings),
    findings: ids,
    pending: true,
  };
}
