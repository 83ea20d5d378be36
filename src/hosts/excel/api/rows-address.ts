import type { Span } from '../../../engine/snapshot/snapshot';

/** Whole rows: `3:5`. */
export function rowsAddress({ from, to }: Span): string {
  return `${from + 1}:${to + 1}`;
}
