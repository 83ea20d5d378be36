import type { Member } from '../scope/scope';
import { normaliseText } from '../text/normalise';

/** How a project was written first, and in which row. */
export interface FirstSpelling {
  readonly text: string;
  readonly row: number;
}

/**
 * The projects of a ledger: names that differ only in brackets, width or spaces are one project, as they are one in the tables. Its member
 * is the name in one spelling; printed is the spelling that stands first.
 */
export class ProjectNames {
  private readonly first = new Map<Member, FirstSpelling>();

  /** The member that a name stands for, and how it was written first. */
  of(text: string, row: number): { readonly member: Member; readonly first: FirstSpelling } {
    const member = normaliseText(text);
    const known = this.first.get(member);
    if (known) return { member, first: known };
    const first = { text, row };
    this.first.set(member, first);
    return { member, first };
  }

  /** The first spelling of each member. */
  get spellings(): ReadonlyMap<Member, string> {
    return new Map([...this.first].map(([member, { text }]) => [member, text]));
  }
}
