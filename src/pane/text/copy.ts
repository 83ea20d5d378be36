import type { NarratedSection } from '../../engine/narrate/narration';
import { paragraphText } from '../../commands/text-sheet';
import { escaped, type Copied } from '../app/clipboard';

const INDENT = '\u3000\u3000';

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
