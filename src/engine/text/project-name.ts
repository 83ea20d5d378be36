import { normaliseText, similarity } from './normalise';

const SHORTEST_SHORT_NAME = 4;

/** Two writings of a project's name: `exact` where only punctuation differs, `short` where one is a shortened form of the other. */
export function sameProject(a: string, b: string): 'exact' | 'short' | undefined {
  const [first, second] = [plain(a), plain(b)];
  if (first === second) return 'exact';
  const isLongEnough = Math.min(first.length, second.length) >= SHORTEST_SHORT_NAME;
  return isLongEnough && (first.includes(second) || second.includes(first)) ? 'short' : undefined;
}

const ALIKE_FROM = 0.6;

/** Whether one name may be what the other was changed to: a shortened form, or most of its characters in the same order. */
export function isLikeProject(a: string, b: string): boolean {
  return sameProject(a, b) !== undefined || similarity(plain(a), plain(b), ALIKE_FROM) > 0;
}

const plain = (name: string): string => normaliseText(name).replace(/[()"·、,。-]/g, '');
