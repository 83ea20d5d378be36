import type { Finding } from '../../finding/finding';
import type { CodeCheck, CodeContext, CodedRow } from './coded-row';
import { domainCheck } from './k-domain';
import { leafCheck } from './k-leaf';
import { otherNameCheck } from './k-other-name';
import { parentCheck } from './k-parent';
import { shapeCheck } from './k-shape';
import { staleNameCheck } from './k-stale-name';
import { unknownCheck } from './k-unknown';
import { wrongCodeCheck } from './k-wrong-code';
import { together } from './together';

/** The checks of codes by their rule. */
export const codeChecks: Readonly<Record<string, CodeCheck>> = {
  'k-shape': together(shapeCheck),
  'k-parent': parentCheck,
  'k-unknown': together(unknownCheck),
  'k-other-name': together(otherNameCheck),
  'k-stale-name': together(staleNameCheck),
  'k-wrong-code': together(wrongCodeCheck),
  'k-domain': together(domainCheck),
  'k-leaf': leafCheck,
};

/** All findings about the codes and names of one table, its rows in order. */
export function checkCodes(rows: readonly CodedRow[], context: CodeContext): readonly Finding[] {
  return Object.values(codeChecks).flatMap((check) => check(rows, context));
}
