import { words, type Said, type SaidParagraph } from './said';

/** A template's words with spans in its slots; a slot without spans is left as it stands. */
export function fillTemplate(template: string, slots: Readonly<Record<string, readonly Said[]>>): readonly Said[] {
  return template.split(/(\{[^{}]*\})/).flatMap((piece) => {
    const slot = piece.startsWith('{') ? slots[piece.slice(1, -1)] : undefined;
    return slot ?? (piece === '' ? [] : [words(piece)]);
  });
}

/** A template without the clauses (between commas) that hold a slot. */
export function withoutClause(template: string, slot: string): string {
  return template
    .split('，')
    .filter((clause) => !clause.includes(`{${slot}}`))
    .join('，');
}

/** Spans as paragraphs: each line that a person typed into an answer of several paragraphs is one. */
export function paragraphsOf(spans: readonly Said[]): readonly SaidParagraph[] {
  const lines: Said[][] = [[]];
  for (const span of spans) {
    if (span.kind !== 'words-of-person') {
      lines.at(-1)?.push(span);
      continue;
    }
    const [first = '', ...others] = span.text.split(/\s*\n\s*/);
    lines.at(-1)?.push({ ...span, text: first });
    for (const text of others) lines.push([{ ...span, text }]);
  }
  return lines.flatMap((line) => {
    const joined = joinSpans(line);
    return joined.length === 0 ? [] : [{ level: 0 as const, spans: joined }];
  });
}

/**
 * Spans as they are printed in one paragraph: punctuation that meets where a phrase said nothing, or where a person typed
 * some, stands once; words of a person do not repeat the words before them; words beside words are one span. Figures stay as they are.
 */
export function joinSpans(spans: readonly Said[]): readonly Said[] {
  const joined: Said[] = [];
  for (const span of spans) {
    let text = span.text;
    const previous = joined.at(-1);
    if (span.kind === 'words-of-person')
      text = withoutRepetition(previous?.kind === 'words' ? previous.text : '', text);
    if (isWords(span)) {
      text = onceEach(text);
      if (joined.length === 0) text = text.replace(/^[，、；：。]+/, '');
      const last = previous?.text.at(-1) ?? '';
      if (isMark(last) && isMark(text.charAt(0))) {
        // The stronger mark stays: a full stop before a comma, and a comma gives way to a full stop.
        if (last !== '。' && ENDING.test(text) && previous && isWords(previous)) {
          joined[joined.length - 1] = { ...previous, text: previous.text.replace(/[，、；：]+$/, '') };
          if (joined.at(-1)?.text === '') joined.pop();
        } else text = text.replace(/^[，、；：。]+/, '');
      }
    }
    if (text === '') continue;
    const before = joined.at(-1);
    if (before?.kind === 'words' && span.kind === 'words') joined[joined.length - 1] = words(before.text + text);
    else joined.push(text === span.text ? span : { ...span, text });
  }
  return joined;
}

const MARKS = '，、；：。';
const ENDING = /^[。；]/;
const MEETING = /[，、；：。]{2}/;
const isMark = (character: string): boolean => character !== '' && MARKS.includes(character);
const isWords = (span: Said): boolean => span.kind === 'words' || span.kind === 'words-of-person';

function onceEach(text: string): string {
  if (!MEETING.test(text)) return text;
  return text
    .replace(/[，、；：]+(?=[。；])/g, '')
    .replace(/。[，、；：。]+/g, '。')
    .replace(/([，、；：])[，、]+/g, '$1');
}

/** 主要用于 + 主要用于人员工资: without the words that the sentence has already said; something is left in any case. */
function withoutRepetition(before: string, text: string): string {
  for (let length = Math.min(before.length, text.length - 1, 12); length >= 2; length -= 1) {
    if (text.startsWith(before.slice(-length))) return text.slice(length);
  }
  return text;
}
