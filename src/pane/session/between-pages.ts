const CHANNEL = 'budget.written';

/** Tells the other pages of this add-in that something was written: Excel tells none of them what another of them has done. */
export function tellWritten(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another page of this add-in has written something, in whatever workbook, until the function it gives back is called. */
export function hearWritten(written: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = written;
  return () => channel.close();
}
