import { focusAgain } from '../app/focus';
import { focusCard } from './card-focus';

/** In milliseconds: the screen may have to be loaded first. */
const PATIENCE = 3000;

let opener: Element | null = null;

const searchBox = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('main input[type="search"]')].find(
    (box) => box.getClientRects().length > 0,
  );

/** Gives the focus to the search box of the findings as soon as it is shown; what is in it is selected. */
export function focusSearch(): void {
  const { activeElement } = document;
  if (activeElement !== searchBox()) opener = activeElement;
  const until = performance.now() + PATIENCE;
  const look = (): void => {
    const box = searchBox();
    if (box) {
      box.focus({ preventScroll: false });
      box.select();
    } else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Out of the search box again: to what had the focus before where that is still shown, else to the first card. */
export function leaveSearch(): void {
  const before = opener;
  opener = null;
  if (before instanceof HTMLElement && before.isConnected && before.getClientRects().length > 0) focusAgain(before);
  else {
    searchBox()?.blur();
    focusCard(0);
  }
}
