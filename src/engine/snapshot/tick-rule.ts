/**
 * The icon set by which figures that agree get their √: one of those that every Excel has, with thresholds so low that each number gets
 * its best icon (a cell without a number gets none). The thresholds are also how the rule is known as ours again: programs keep them
 * when they save, and nobody else thinks of them. They differ because the dialog of Excel takes no ranges that overlap.
 */
export const TICK_THRESHOLDS: readonly [number, number] = [-2e307, -1e307];

/** Whether these are the thresholds of the second and the third icon of our rule. */
export function areTickThresholds(second: number, third: number): boolean {
  const [lower, upper] = TICK_THRESHOLDS;
  return second === lower && third === upper;
}
