import type { KeyPlace, KeyUse } from '../../i18n/keys/words';

/** One line of the list: keys of which each does what the line says; several that are pressed together are joined by `+`. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly use: KeyUse;
}

/** The keys of the pane, by where they work. Only such as do work: the tests in the browser press them. */
export const KEY_LIST: readonly { readonly place: KeyPlace; readonly lines: readonly KeyLine[] }[] = [
  {
    place: 'everywhere',
    lines: [
      { keys: ['Ctrl+/'], use: 'list' },
      { keys: ['F6'], use: 'sheet' },
      { keys: ['Tab', 'Shift+Tab'], use: 'next' },
      { keys: ['←', '→'], use: 'page' },
      { keys: ['Alt+←'], use: 'back' },
      { keys: ['Ctrl+F'], use: 'search' },
      { keys: ['Ctrl+Z'], use: 'undo' },
      { keys: ['Ctrl+Y'], use: 'redo' },
    ],
  },
  {
    place: 'findings',
    lines: [
      { keys: ['↑', '↓'], use: 'card' },
      { keys: ['Home', 'End'], use: 'ends' },
      { keys: ['Enter'], use: 'select' },
      { keys: ['→'], use: 'inside' },
      { keys: ['Ctrl+Enter'], use: 'accept' },
      { keys: ['F2'], use: 'explain' },
      { keys: ['Shift+F10'], use: 'menu' },
    ],
  },
  {
    place: 'boxes',
    lines: [
      { keys: ['Ctrl+Enter'], use: 'save' },
      { keys: ['Esc'], use: 'leave' },
      { keys: ['Enter'], use: 'write' },
    ],
  },
  {
    place: 'evidence',
    lines: [
      { keys: ['↑', '↓'], use: 'node' },
      { keys: ['→', '←'], use: 'fold' },
      { keys: ['Enter'], use: 'figure' },
    ],
  },
];
