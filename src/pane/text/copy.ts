import type { NarratedSection } from '../../engine/narrate/narration';
import { paragraphText } from '../../commands/text-sheet';

/** A text ready to be pasted, with headings and indents for those who take them. */
export interface Copied {
  readonly plain: string;
  readonly html: string;
}

const INDENT = '\u3000\u3000';
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPED[char] ?? char);

/** Sections as plain text, a paragraph a line, and as HTML with real headings. */
export function copiedSections(sections: readonly NarratedSection[]): Copied {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  return {
    plain: paragraphs.map((one) => `${one.level === 1 ? '' : INDENT}${paragraphText(one)}`).join('\n'),
    html: paragraphs
      .map((one) => {
        const text = escaped(paragraphText(one));
        const tag = one.level === 0 ? 'p' : `h${one.level + 1}`;
        return `<${tag}${one.level === 1 ? '' : ' style="text-indent:2em"'}>${text}</${tag}>`;
      })
      .join(''),
  };
}

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
