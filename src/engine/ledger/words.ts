import type { Edition } from '../edition/edition';
import { FUND, KIND } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import type { Member } from '../scope/scope';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';

/** What the words of a ledger mean in an edition. */
export interface LedgerWords {
  /** Every fund that is not divided further, by all the names that the edition's tables print it with. */
  readonly funds: ReadonlyMap<string, Member>;
  /** In the edition's order, for a list to choose from. */
  readonly fundNames: readonly Member[];
  /** The members of `kind`. */
  readonly kinds: ReadonlyMap<string, Member>;
  /** The member of `kind` that is no project: what a row without a project is where nothing else is said. */
  readonly wholeBasic: Member | undefined;
}

/** Reads the names of funds and kinds off an edition's declaration: its dimensions, and the headers and labels that name them. */
export function ledgerWords(edition: ResolvedEdition): LedgerWords {
  const leaves = new Set(leavesOf(edition.declared, FUND));
  const funds = new Map<string, Member>();
  const add = (word: string, member: Member): void => {
    const plain = normaliseText(stripLeadingEnumeration(word));
    if (!funds.has(plain)) funds.set(plain, member);
  };
  for (const member of leaves) add(member, member);
  const printed = new Set<Member>();
  for (const table of edition.declared.tables) {
    for (const block of table.blocks) {
      const labelled = block.rows.flatMap((row) =>
        'label' in row ? [{ words: [row.label, ...(row.aliases ?? [])], scope: row.scope }] : [],
      );
      const headed = block.columns.map(({ header, aliases, scope }) => ({
        words: [header, ...(aliases ?? [])],
        scope: scope ?? {},
      }));
      for (const { words, scope } of [...labelled, ...headed]) {
        const member = scope[FUND];
        if (member === undefined || !leaves.has(member) || Object.keys(scope).length !== 1) continue;
        printed.add(member);
        for (const word of words) add(word, member);
      }
    }
  }
  const kinds = new Map(membersOf(edition.declared, KIND).map((member) => [normaliseText(member), member]));
  const [wholeBasic] = wholesOf(edition.declared, KIND).filter(
    (member) => member !== edition.declared.ledger?.projectKind,
  );
  return { funds, fundNames: [...leaves].filter((member) => printed.has(member)), kinds, wholeBasic };
}

function membersOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  return declared?.kind === 'members' ? declared.members.map(({ is }) => is) : [];
}

function wholesOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  return declared?.kind === 'members' ? declared.whole : [];
}

function leavesOf(edition: Edition, dimension: string): readonly Member[] {
  const declared = edition.dimensions.find(({ id }) => id === dimension);
  if (declared?.kind !== 'members') return [];
  return declared.members.flatMap(({ is, parts }) => (parts === undefined ? [is] : []));
}
