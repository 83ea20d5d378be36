import type { System } from '../../../src/engine/localise/system';

/** Whether equations in whole numbers can all hold when these variables take any value: whether elimination leaves 0 = something. */
export function equationsCanHold({ variables, rows }: System, set: ReadonlySet<number>): boolean {
  const wholeOf = (value: { toFixed(): string } | null | undefined): bigint => BigInt(value?.toFixed() ?? '0');
  const lines = rows.map(({ terms, constant }) => {
    const free = new Map<number, bigint>();
    let rest = -wholeOf(constant);
    for (const { variable, coefficient } of terms) {
      if (set.has(variable)) free.set(variable, BigInt(coefficient));
      else rest += BigInt(coefficient) * wholeOf(variables[variable]?.value);
    }
    return { free, rest };
  });
  for (const variable of set) {
    const at = lines.findIndex(({ free }) => (free.get(variable) ?? 0n) !== 0n);
    const [by] = at < 0 ? [] : lines.splice(at, 1);
    if (!by) continue;
    const own = by.free.get(variable) ?? 0n;
    for (const line of lines) {
      const factor = line.free.get(variable) ?? 0n;
      if (factor === 0n) continue;
      for (const name of new Set([...line.free.keys(), ...by.free.keys()]))
        line.free.set(name, own * (line.free.get(name) ?? 0n) - factor * (by.free.get(name) ?? 0n));
      line.rest = own * line.rest - factor * by.rest;
    }
  }
  return lines.every(({ rest }) => rest === 0n);
}
