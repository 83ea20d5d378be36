/** The same function, computed once for each argument: several checks look at the same table, and tables never change. */
export function once<Of extends object, Result>(compute: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.result;
    const result = compute(of);
    known.set(of, { result });
    return result;
  };
}

/** The same of two arguments: what becomes of one beside the other. */
export function onceOfTwo<Of extends object, Beside extends object, Result>(
  compute: (of: Of, beside: Beside) => Result,
): (of: Of, beside: Beside) => Result {
  const besides = once((beside: Beside) => once((of: Of) => compute(of, beside)));
  return (of, beside) => besides(beside)(of);
}

/** … and of three. */
export function onceOfThree<Of extends object, Beside extends object, Under extends object, Result>(
  compute: (of: Of, beside: Beside, under: Under) => Result,
): (of: Of, beside: Beside, under: Under) => Result {
  const unders = once((under: Under) => onceOfTwo((of: Of, beside: Beside) => compute(of, beside, under)));
  return (of, beside, under) => unders(under)(of, beside);
}
