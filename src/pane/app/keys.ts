/** Where what is typed belongs to the element, its undoing included. */
const TYPED_IN = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/**
 * Whether a key asks to take our last command back (Ctrl+Z) or to do once more what was taken back last (Ctrl+Y, Ctrl+Shift+Z), with ⌘
 * as well; undefined for all other keys, and in a box in which somebody types.
 */
export function takingBack(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { key, shiftKey, target } = event;
  if (!isCommand(event) || (target instanceof Element && target.closest(TYPED_IN))) return undefined;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return shiftKey ? undefined : 'redo';
    default:
      return undefined;
  }
}

/** As an input method for Chinese may name the key of the slash. */
const SLASHES: readonly string[] = ['/', '／', '、'];

/** Whether a key asks for the list of keys: Ctrl+/, or ⌘/, in a box as well. With the shift key too: some keyboards have the slash there. */
export function asksForKeys(event: KeyboardEvent): boolean {
  return isCommand(event) && SLASHES.includes(event.key);
}

/** Whether a key asks to search the findings: Ctrl+F, or ⌘F, in a box as well. */
export function asksForSearch(event: KeyboardEvent): boolean {
  return isCommand(event) && !event.shiftKey && event.key.toLowerCase() === 'f';
}

/** Whether a key asks for the menu of what has the focus: Shift+F10, or the key made for it. */
export function asksForMenu({ key, shiftKey, ctrlKey, metaKey, altKey }: Omit<KeyboardEvent, 'target'>): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Pressed together with Ctrl or ⌘ alone, while nobody composes a word; nothing on the page has taken it. */
function isCommand({ ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent): boolean {
  return !defaultPrevented && !isComposing && !altKey && (ctrlKey || metaKey);
}
