/** A text ready to be pasted, with headings and indents for those who take them. */
export interface Copied {
  readonly plain: string;
  readonly html: string;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text as HTML holds it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPED[char] ?? char);

/** A text without anything but its lines. */
export const plainCopy = (text: string): Copied => ({
  plain: text,
  html: text
    .split('\n')
    .map((line) => `<div>${escaped(line)}</div>`)
    .join(''),
});

/** Puts a text on the clipboard, by the newer way and else the older one; false where neither is allowed. */
export async function copyToClipboard({ plain, html }: Copied): Promise<boolean> {
  try {
    const blob = (type: string, text: string): Blob => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) }),
    ]);
    return true;
  } catch {
    return copyByCommand({ plain, html });
  }
}

function copyByCommand({ plain, html }: Copied): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', plain);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    taken = true;
  };
  // Where the clipboard is closed to us, this old way is often open still; some day it will be gone.
  const old: { execCommand?(command: string): boolean } = document;
  document.addEventListener('copy', fill);
  try {
    return old.execCommand?.('copy') === true && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill);
  }
}
