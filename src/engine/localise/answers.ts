/** Many sets of variables in little room: one set, a choice between several, or one of each part together. */
export type Answers =
  | { readonly kind: 'set'; readonly variables: readonly number[] }
  | { readonly kind: 'or'; readonly of: readonly Answers[] }
  | { readonly kind: 'and'; readonly of: readonly Answers[] };

/** The one answer that changes nothing. */
export const NOTHING: Answers = { kind: 'set', variables: [] };

/** All variables that occur. */
export function variablesIn(answers: Answers, into = new Set<number>()): Set<number> {
  if (answers.kind === 'set') for (const variable of answers.variables) into.add(variable);
  else for (const part of answers.of) variablesIn(part, into);
  return into;
}

/** The different sets that the answers leave on some variables, each ascending; at most `limit`, `complete` is false where that cut some off. */
export function setsOn(
  answers: Answers,
  on: ReadonlySet<number>,
  limit: number,
): { readonly sets: readonly (readonly number[])[]; readonly complete: boolean } {
  let complete = true;
  const list = (part: Answers): readonly (readonly number[])[] => {
    if (part.kind === 'set') return [part.variables.filter((variable) => on.has(variable)).sort((a, b) => a - b)];
    const different = new Map<string, readonly number[]>();
    const keep = (set: readonly number[]): boolean => {
      if (different.size >= limit && !different.has(set.join())) {
        complete = false;
        return false;
      }
      different.set(set.join(), set);
      return true;
    };
    if (part.kind === 'or') {
      for (const choice of part.of) for (const set of list(choice)) if (!keep(set)) return [...different.values()];
      return [...different.values()];
    }
    let together: readonly (readonly number[])[] = [[]];
    for (const each of part.of) {
      different.clear();
      const sets = list(each);
      product: for (const set of together)
        for (const other of sets) if (!keep([...set, ...other].sort((a, b) => a - b))) break product;
      together = [...different.values()];
    }
    return together;
  };
  return { sets: list(answers), complete };
}
