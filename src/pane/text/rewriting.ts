import { rewriteSentences, type RewriteWish } from '../../commands/standing-text';
import type { WriteWish } from '../session/session';

/** Rewrites sentences of the text sheet as the figures have it when it is their turn. */
export function rewriting(wish: RewriteWish): WriteWish {
  let [sheet, sentences] = ['', 0];
  return {
    name: 'rewrite',
    patch: async (present, _, edition) => {
      const rewritten = await rewriteSentences(present, wish, edition);
      if (!rewritten) return undefined;
      ({ sheet, sentences } = rewritten);
      return rewritten.patch;
    },
    // What was left alone is named beside it.
    wrote: ({ refused }, { edits }) => ({
      what: 'rewritten',
      sheet,
      sentences: refused.length === 0 ? sentences : edits.length - refused.length,
    }),
  };
}
