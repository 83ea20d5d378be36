/** A standing that a letter has a part for. */
export type LetterPart = 'error' | 'warning';

/** What a letter says that sends a budget back, apart from the findings themselves. */
export interface LetterWords {
  /** Whose budget it is about; each part is left out where nobody knows it. */
  readonly title: (department: string | undefined, year: number | undefined) => string;
  /** How many there are of each, and what is asked for. */
  readonly opening: (errors: number, warnings: number) => string;
  /** Nothing is wrong in what was checked. */
  readonly agrees: string;
  readonly heading: (nth: number, part: LetterPart, count: number) => string;
  /** `place` is empty for what is missing altogether. */
  readonly item: (nth: number, place: string, sentence: string) => string;
  /** The cells that follow from it: they need not be mended by themselves. */
  readonly follows: (places: readonly string[], of: number) => string;
  /** What the check could not look at, and why. */
  readonly unchecked: (count: number, reasons: readonly string[]) => string;
  /** What is only noted, or has been explained, and is not in the letter. */
  readonly leftOut: (notes: number, explained: number) => string;
  /** What the pane says of it. */
  readonly copy: { readonly button: string; readonly copied: string; readonly blocked: string; readonly label: string };
}
