import type { Entry } from '../../commands/entries';

const cards = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

/** Where the card of an entry stands among those shown; -1 where it is not shown. */
export function placeOf(entry: Entry): number {
  return cards().findIndex((card) => card.dataset['entry'] === entry.id);
}

/** Where a card went away, the focus belongs to the one that took its place, or the last one; unless it is somewhere already. */
export function focusCard(at: number): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const shown = cards();
  shown[Math.max(0, Math.min(at, shown.length - 1))]?.focus({ preventScroll: true });
}
