const MOST = 20_000;
/** A paragraph is seldom asked for twice. */
const LONGEST = 200;

/** The same function of a text, worked out once for each: whoever looks at a workbook again sees the same few thousand texts. */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const before = known.get(text);
    if (before) return before.result;
    const result = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { result });
    return result;
  };
}
