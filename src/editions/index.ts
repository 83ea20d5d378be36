import type { Edition } from '../engine/edition/edition';

/** The only list of editions: each is a chunk of its own, loaded when it is needed. */
export const editions: Readonly<Record<string, () => Promise<Edition>>> = {
  'xinjiang-2021': () => import('./xinjiang-2021/edition').then((module) => module.edition),
  'shanghai-putuo-2026-unit': () => import('./shanghai-putuo-2026-unit/edition').then((module) => module.edition),
};
