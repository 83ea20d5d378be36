import type { Member } from '../scope/scope';
import { Pairs } from './pairs';

/**
 * Numbers what rows say, apart from their amounts: 0, 1, 2 … in the order of first mention, the same number for the same item. Over
 * fifty thousand rows a text put together of five others, to be looked up, is what takes the time.
 */
export class Meanings {
  private readonly texts = new Map<string, number>([['', 0]]);
  private readonly pairs = [new Pairs(), new Pairs(), new Pairs(), new Pairs()] as const;

  of(functional: string, kind: Member, economic: string, fund: Member, project: string | undefined): number {
    const [first, second, third, last] = this.pairs;
    const code = first.of(this.numberOf(functional), this.numberOf(economic));
    const divided = second.of(code, this.numberOf(fund));
    return last.of(third.of(divided, this.numberOf(kind)), this.numberOf(project ?? ''));
  }

  private numberOf(text: string): number {
    let number = this.texts.get(text);
    if (number === undefined) this.texts.set(text, (number = this.texts.size));
    return number;
  }
}
