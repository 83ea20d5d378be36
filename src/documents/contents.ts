import { tableHeading, type Disclosure, type TextSpan } from './disclosure';

/** A line of the contents. */
export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly spans: readonly TextSpan[];
}

/** What the contents list: the parts, and in them the sections and the tables. */
export function contentsOf({ parts }: Pick<Disclosure, 'parts'>): readonly ContentsEntry[] {
  return parts.flatMap(({ heading, blocks }): readonly ContentsEntry[] => [
    { level: 1, spans: heading },
    ...blocks.flatMap((block): readonly ContentsEntry[] => {
      if (block.kind === 'table') return [{ level: 2, spans: [{ kind: 'words', text: tableHeading(block.grid) }] }];
      return block.level === 1 ? [{ level: 2, spans: block.spans }] : [];
    }),
  ]);
}
