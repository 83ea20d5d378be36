/** Excel waits for the end of a command for five minutes, and then says so in its own way. */
const LONGEST = 270_000;

/**
 * Tells Excel that a command is over, once: when its work has come to an end, however it did, or when Excel is about to wait no longer.
 * Until then Excel shows that it is busy. Work that takes longer goes on.
 */
export function completeOnce(work: Promise<void>, completed: () => void): void {
  let isOver = false;
  const complete = (): void => {
    clearTimeout(waiting);
    if (!isOver) completed();
    isOver = true;
  };
  const waiting = setTimeout(complete, LONGEST);
  work.then(complete, complete);
}
