import type { Book } from '../engine/book/book';
import type { Table } from '../engine/edition/edition';
import type { Narration, Paragraph } from '../engine/narrate/narration';
import type { CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { Block, Disclosure, DisclosurePart, ParagraphBlock, TextSpan } from './disclosure';
import { sheetForm } from './tables/sheet-form';
import { roundedAmounts, sheetTable } from './tables/sheet-table';
import { withWhoAndWhen } from './tables/who-and-when';

/** The disclosure of a workbook, and what a reader of it should be told. */
export interface Composed {
  readonly disclosure: Disclosure;
  /** Tables of the edition that were not found: they are marked as missing in the text. */
  readonly missingTables: readonly Table[];
  /** Amounts with more digits than their column is printed with: they stand rounded in the document. */
  readonly rounded: readonly CellRef[];
}

/** Who and when; what is not known is marked as missing. */
export interface DisclosureAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
}

/**
 * Puts the whole disclosure together: the tables as they stand in the workbook, the text as it was narrated, under the headings
 * of the edition. Throws for an edition without a text: there is nothing that could be narrated.
 */
export function composeDisclosure(
  book: Book,
  snapshot: Snapshot,
  narration: Narration,
  about: DisclosureAbout,
): Composed {
  const { text, tables } = book.edition.declared;
  if (!text) throw new Error(`edition ${book.edition.declared.id} has no text`);
  const label = (id: string): string => text.asks.find((asked) => asked.id === id)?.label ?? id;
  const missing = (what: string): TextSpan => ({
    kind: 'missing',
    text: text.phrases.missing.fact.replace('{fact}', what),
  });
  const known: Readonly<Record<string, TextSpan>> = {
    department: about.department === undefined ? missing(label('department')) : words(about.department),
    year: about.year === undefined ? missing(label('year')) : words(String(about.year)),
  };
  const inTables = { department: known['department']?.text ?? '', year: known['year']?.text ?? '' };
  const heading = (template: string): readonly TextSpan[] => filled(template, known);
  const nameless = new Map(narration.missing.flatMap((one) => (one.what === 'name' ? [[one.about, one.text]] : [])));
  const missingTables = tables.filter(
    (table) => table.optional !== true && !book.tables.some(({ declared }) => declared === table),
  );
  const part = (title: string, blocks: readonly Block[]): DisclosurePart => ({ heading: heading(title), blocks });
  const paragraphs = (sections: Narration['sections']): readonly Block[] =>
    sections.flatMap((section) => section.paragraphs.map(paragraph));
  const grids = tables.flatMap((table): readonly Block[] => {
    const found = book.tables.filter(({ declared }) => declared === table);
    if (found.length > 0)
      return found.map((one) => ({
        kind: 'table',
        grid: withWhoAndWhen(
          sheetTable(one, snapshot, text.phrases.missing.amount, (code) => nameless.get(code)),
          inTables,
        ),
      }));
    if (!missingTables.includes(table)) return [];
    return [
      { kind: 'paragraph', level: 1, spans: [words(`${table.id}\u3000${table.title}`)] },
      { kind: 'paragraph', level: 0, spans: [missing(table.title)] },
    ];
  });
  const forms = book.forms.map((form): Block => ({
    kind: 'table',
    grid: withWhoAndWhen(sheetForm(form, snapshot, inTables.department), inTables),
  }));
  return {
    disclosure: {
      title: titleLines(heading(text.title)),
      parts: [
        part(text.parts.facts, paragraphs(narration.facts)),
        part(text.parts.tables, [...grids, ...forms]),
        part(text.parts.sections, paragraphs(narration.sections)),
        part(text.parts.glossary, paragraphs(narration.glossary).map(asTerm)),
      ],
    },
    missingTables,
    rounded: book.tables.flatMap(roundedAmounts),
  };
}

const words = (text: string): TextSpan => ({ kind: 'words', text });

/** A template of the edition with `{department}` and `{year}` filled in. */
function filled(template: string, known: Readonly<Record<string, TextSpan>>): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (const piece of template.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    const span = (piece.startsWith('{') ? known[piece.slice(1, -1)] : undefined) ?? words(piece);
    const last = spans[spans.length - 1];
    if (last?.kind === 'words' && span.kind === 'words') spans[spans.length - 1] = words(last.text + span.text);
    else spans.push(span);
  }
  return spans;
}

function paragraph({ level, spans }: Paragraph): ParagraphBlock {
  return {
    kind: 'paragraph',
    level,
    spans: spans.map(({ kind, text }) => ({ kind: kind === 'missing' ? 'missing' : 'words', text })),
  };
}

/** A line of the glossary: the term before its first colon stands out. */
function asTerm(block: Block): Block {
  if (block.kind !== 'paragraph' || block.level !== 0) return block;
  const [first, ...others] = block.spans;
  const at = first?.kind === 'words' ? first.text.indexOf('：') : -1;
  if (!first || at <= 0) return block;
  const term: TextSpan = { kind: 'term', text: first.text.slice(0, at) };
  return { ...block, spans: [term, words(first.text.slice(at)), ...others] };
}

/** The title as it is broken on the cover: before the year, or in one line where it has none. */
function titleLines(title: readonly TextSpan[]): readonly (readonly TextSpan[])[] {
  const text = title.map((span) => span.text).join('');
  const at = text.search(/[12][0-9]{3}年|【待填：[^】]*】年/);
  if (at <= 0) return [title];
  const lines: [TextSpan[], TextSpan[]] = [[], []];
  let position = 0;
  for (const span of title) {
    const before = Math.max(0, Math.min(span.text.length, at - position));
    if (before > 0) lines[0].push({ ...span, text: span.text.slice(0, before) });
    if (before < span.text.length) lines[1].push({ ...span, text: span.text.slice(before) });
    position += span.text.length;
  }
  return lines;
}
