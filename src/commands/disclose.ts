import { composeDisclosure, type Composed } from '../documents/compose';
import { writeDocx, type Zip } from '../documents/docx/write';
import { writeMarkdown } from '../documents/markdown';
import { writeText, type DocumentWords } from '../documents/text';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { narrateWords } from '../i18n/narrate/catalogue';
import type { NarrateResult } from './narrate';

export type DocumentFormat = 'docx' | 'txt' | 'md';

/** The whole disclosure of a narrated workbook, ready to be written in any format; undefined where there is no text of it. */
export function discloseWorkbook(snapshot: Snapshot, { book, narration, about }: NarrateResult): Composed | undefined {
  return book && narration && composeDisclosure(book, snapshot, narration, about);
}

/** The disclosure as a file. Its own words are Chinese in any language of the user's: it is a document of the department. */
export function writeDisclosure({ disclosure }: Composed, format: DocumentFormat, zip?: Zip): Uint8Array {
  const words: DocumentWords = narrateWords('zh-CN').document;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'docx':
      return writeDocx(disclosure, words, zip);
    case 'txt':
      // Without a mark Windows takes a text of Chinese for one in its own encoding.
      return encode(`\ufeff${writeText(disclosure, words)}`);
    case 'md':
      return encode(writeMarkdown(disclosure, words));
  }
}
