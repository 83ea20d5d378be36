import type { TextSpan } from '../disclosure';
import { MISSING, TERM } from './styles';
import { escapeXml } from './xml';

// Word asks the hint of each run, not only of its style.
const HINT = '<w:rFonts w:hint="eastAsia"/>';

const PROPERTIES: Readonly<Record<TextSpan['kind'], string>> = {
  words: HINT,
  missing: `<w:rStyle w:val="${MISSING}"/>${HINT}<w:highlight w:val="yellow"/>`,
  term: `<w:rStyle w:val="${TERM}"/>${HINT}`,
};

/** Spans as runs; what is missing in its own style and highlighted. */
export function runsXml(spans: readonly TextSpan[]): string {
  return spans
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => `<w:r><w:rPr>${PROPERTIES[kind]}</w:rPr>${breaksXml(text)}</w:r>`)
    .join('');
}

/** A text within a run; its line breaks are Word's. */
function breaksXml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');
}
