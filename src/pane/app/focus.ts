/**
 * Gives the focus to the heading of the screen that is shown, where what had it has gone: whoever works without the mouse goes on
 * from there. Called after the screen has been drawn.
 */
export function focusHeading(): void {
  setTimeout(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused !== document.body && isShown(focused)) return;
    const heading = [...document.querySelectorAll<HTMLElement>('main h1')].find(isShown);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

/** Gives the focus back to whatever opened a screen; to the heading where that has gone. */
export function focusAgain(opener: Element | null): void {
  setTimeout(() => {
    if (opener instanceof HTMLElement && opener.isConnected && isShown(opener)) opener.focus({ preventScroll: true });
    else focusHeading();
  });
}

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;
