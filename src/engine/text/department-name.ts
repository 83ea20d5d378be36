import { normaliseText } from './normalise';

/** Whether two names are of different units: a short name is a part of the full one. Not where one of them is not known. */
export function areOtherDepartments(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [normaliseText(one), normaliseText(other)];
  return !a.includes(b) && !b.includes(a);
}
