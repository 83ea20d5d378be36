/** So much of a formula tells which one it is. */
const MOST = 48;

/** A formula as sentences quote it. */
export const shortened = (formula: string): string =>
  formula.length > MOST ? `${formula.slice(0, MOST - 1)}…` : formula;
