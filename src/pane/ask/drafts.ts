import { reasonWords } from '../../engine/asked/reason-words';
import type { ReasonItem } from '../text/narrated';

interface Draft {
  readonly text: string;
  /** On its way into the sheet, or there though the text does not say so yet, it counts as given. */
  readonly state: 'typed' | 'saving' | 'saved';
  /** What stood in the sheet when the typing began, and what was last written there from the box. */
  readonly origin: string;
  readonly base: string;
  /** What somebody else has put into the cell meanwhile: nothing more is written there unasked. */
  readonly taken?: string;
}

/** What may be written into the sheet without being asked. */
export interface PendingDraft {
  readonly key: string;
  readonly text: string;
  readonly origin: string;
  readonly base: string;
}

/** What was typed and does not stand in the sheet yet, by the key of its reason. */
export class Drafts {
  static readonly none = new Drafts(new Map());

  private constructor(private readonly drafts: ReadonlyMap<string, Draft>) {}

  /** What the box of a reason shows: what was typed last, else what stands in the sheet. */
  of({ asked, typed }: ReasonItem): string {
    return this.drafts.get(asked.key)?.text ?? typed;
  }

  /** Whether a reason is still to be given. */
  isOpen(item: ReasonItem): boolean {
    const draft = this.drafts.get(item.asked.key);
    return draft && draft.state !== 'typed' ? reasonWords(draft.text) === undefined : item.isOpen;
  }

  /** What somebody else has put into the cell of a reason that is being typed; undefined where nobody has. */
  takenBy(key: string): string | undefined {
    return this.drafts.get(key)?.taken;
  }

  /** What the sheet does not hold yet. An emptied box is no draft: only who saves it empties the cell. */
  get pending(): readonly PendingDraft[] {
    return [...this.drafts].flatMap(([key, { text, state, origin, base, taken }]) =>
      state !== 'typed' || taken !== undefined || text === base || text.trim() === ''
        ? []
        : [{ key, text, origin, base }],
    );
  }

  typed({ asked: { key }, typed }: ReasonItem, text: string): Drafts {
    return this.with(key, { ...(this.drafts.get(key) ?? { origin: typed, base: typed }), text, state: 'typed' });
  }

  saving({ asked: { key }, typed }: ReasonItem, text: string): Drafts {
    return this.with(key, { ...(this.drafts.get(key) ?? { origin: typed, base: typed }), text, state: 'saving' });
  }

  /** It was written into the sheet; or it was not, and stays as it was typed. What was typed since then stays too. */
  saved(key: string, text: string, isWritten: boolean): Drafts {
    const draft = this.drafts.get(key);
    if (!draft) return this;
    const { taken, ...rest } = draft;
    if (isWritten) return this.with(key, { ...rest, base: text, state: draft.text === text ? 'saved' : draft.state });
    return draft.state === 'saving' && draft.text === text ? this.with(key, { ...draft, state: 'typed' }) : this;
  }

  /** Somebody else has put something into its cell. */
  taken(key: string, by: string): Drafts {
    const draft = this.drafts.get(key);
    return draft ? this.with(key, { ...draft, taken: by }) : this;
  }

  /** The sheet has the last word. */
  without(key: string): Drafts {
    return new Drafts(new Map([...this.drafts].filter(([one]) => one !== key)));
  }

  /** The text was read anew: what was saved stands in it. */
  settled(): Drafts {
    const left = [...this.drafts].filter(([, { state }]) => state !== 'saved');
    return left.length === this.drafts.size ? this : new Drafts(new Map(left));
  }

  private with(key: string, draft: Draft): Drafts {
    return new Drafts(new Map(this.drafts).set(key, draft));
  }
}

/** The key of the next open reason behind one, round the list; the first open one where none is named, undefined where none is open. */
export function nextOpen(
  reasons: readonly ReasonItem[],
  drafts: Drafts,
  after: string | undefined,
): string | undefined {
  const at = reasons.findIndex(({ asked }) => asked.key === after);
  const order = [...reasons.slice(at + 1), ...reasons.slice(0, Math.max(0, at))];
  return order.find((item) => drafts.isOpen(item))?.asked.key;
}
