/** Lengths of a page, in points. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the lower edge of the paper to the page number. */
  readonly footer: number;
}

const mm = (length: number): number => (length * 72) / 25.4;

/**
 * A4 as GB/T 9704-2012 sets it: 37 mm above, 28 mm at the binding edge, a text area of 156 × 225 mm, the page number 7 mm below
 * it. Turned on its side the text area turns with the paper, its head at the binding edge.
 */
export const UPRIGHT: Page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  right: mm(26),
  bottom: mm(35),
  left: mm(28),
  footer: mm(23),
};
export const LANDSCAPE: Page = {
  width: mm(297),
  height: mm(210),
  top: mm(28),
  right: mm(37),
  bottom: mm(26),
  left: mm(35),
  footer: mm(14),
};

export const textWidth = (page: Page): number => page.width - page.left - page.right;
export const textHeight = (page: Page): number => page.height - page.top - page.bottom;

/** Points as Word counts them, in twentieths. */
export const twips = (points: number): number => Math.round(points * 20);
