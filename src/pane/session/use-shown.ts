import { useMemo } from 'react';
import { entriesOf } from '../../commands/entries';
import type { Entry } from '../../commands/entries';
import type { CheckReport } from '../../engine/finding/report';
import { countEntries } from '../findings/visible-entries';
import type { Standing } from './use-standing';

/** What the lists show of a report. */
export interface Shown extends Pick<Standing, 'entries' | 'counts'> {
  readonly report: CheckReport;
}

/** What has been found so far where the search for the wrong cells goes on, else what was checked; undefined before the first time. */
export function useShown(
  checked: CheckReport | undefined,
  soFar: CheckReport | undefined,
  { entries, counts }: Standing,
): Shown | undefined {
  return useMemo(() => {
    if (!soFar) return checked && { report: checked, entries, counts };
    const found: readonly Entry[] = entriesOf(soFar);
    return { report: soFar, entries: found, counts: countEntries(found) };
  }, [checked, soFar, entries, counts]);
}
