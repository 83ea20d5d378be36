import type { Member } from '../scope/scope';
import { readable } from '../text/normalise';
import type { Source } from './source';

/** A member of an open dimension (a project) as the source prints it. */
export const spelledBy = (source: Pick<Source, 'spelled'>, member: Member): string =>
  source.spelled?.(member) ?? readable(member);
