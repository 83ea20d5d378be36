/** What the buttons of the ribbon say that do something at once, where the pane need not be open. */
export interface RibbonWords {
  /** Somebody is typing in a cell: nothing was written, and nothing goes on by itself. */
  readonly cellEdit: string;
  readonly nothingToMark: (verdict: string) => string;
  readonly nothingToRemove: string;
  /** Behind what stood in the way: where it can be dealt with. */
  readonly seePane: string;
}
