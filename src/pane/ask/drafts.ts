import { reasonWords } from '../../engine/asked/read-reasons';
import type { ReasonItem } from '../text/narrated';

interface Draft {
  readonly text: string;
  /** On its way into the sheet, or there though the text does not say so yet, it counts as given. */
  readonly state: 'typed' | 'saving' | 'saved';
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

  typed(key: string, text: string): Drafts {
    return this.with(key, { text, state: 'typed' });
  }

  saving(key: string, text: string): Drafts {
    return this.with(key, { text, state: 'saving' });
  }

  /** It was written into the sheet; or it was not, and stays as it was typed. What was typed since then stays too. */
  saved(key: string, text: string, isWritten: boolean): Drafts {
    const draft = this.drafts.get(key);
    if (draft?.state !== 'saving' || draft.text !== text) return this;
    return this.with(key, { text, state: isWritten ? 'saved' : 'typed' });
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
