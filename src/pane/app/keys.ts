/** Where what is typed belongs to the element, its undoing included. */
const TYPED_IN = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/** Whether a key asks to take our last command back: Ctrl+Z, or ⌘Z, outside of a box in which somebody types. */
export function asksToUndo(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing, defaultPrevented, target } = event;
  if (defaultPrevented || isComposing || shiftKey || altKey || !(ctrlKey || metaKey)) return false;
  return key.toLowerCase() === 'z' && !(target instanceof Element && target.closest(TYPED_IN));
}
