/** What a key of the pane does, by its name in the list of keys. */
export type KeyUse =
  | 'list'
  | 'sheet'
  | 'next'
  | 'page'
  | 'back'
  | 'search'
  | 'undo'
  | 'redo'
  | 'card'
  | 'ends'
  | 'select'
  | 'inside'
  | 'accept'
  | 'explain'
  | 'menu'
  | 'save'
  | 'leave'
  | 'write'
  | 'node'
  | 'fold'
  | 'figure';

/** Where in the pane a key works. */
export type KeyPlace = 'everywhere' | 'findings' | 'boxes' | 'evidence';

/** What the list of keys says. Names of keys are the same in every language. */
export interface KeyWords {
  readonly heading: string;
  readonly back: string;
  readonly hint: string;
  readonly places: Readonly<Record<KeyPlace, string>>;
  readonly uses: Readonly<Record<KeyUse, string>>;
}
