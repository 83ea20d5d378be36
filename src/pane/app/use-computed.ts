import { useEffect, useState } from 'react';

/** Something that takes a while to work out. */
export interface Computed<T> {
  /** What was worked out last: it stays until the new one is there. */
  readonly value: T | undefined;
  /** True where it was worked out from what is given now. */
  readonly isCurrent: boolean;
}

/** Works something out from `given` whenever that is another one, as long as it is wanted. A failure is told. */
export function useComputed<Given, T>(
  given: Given | undefined,
  compute: (given: Given) => Promise<T>,
  wanted: boolean,
  failed: (error: unknown) => void,
): Computed<T> {
  const [last, setLast] = useState<{ readonly from: Given; readonly value: T }>();
  const isCurrent = last !== undefined && last.from === given;
  useEffect(() => {
    if (!wanted || given === undefined || isCurrent) return undefined;
    let isWanted = true;
    compute(given).then(
      (value) => isWanted && setLast({ from: given, value }),
      (error: unknown) => isWanted && failed(error),
    );
    return () => {
      isWanted = false;
    };
  }, [compute, failed, given, isCurrent, wanted]);
  return { value: last?.value, isCurrent };
}
