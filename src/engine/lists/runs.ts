/** Numbers that follow each other, by the first and the last of them. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Numbers (of rows, of columns) as runs, the smallest first; one that is given twice counts once. */
export function runsOf(numbers: Iterable<number>): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last?.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}
