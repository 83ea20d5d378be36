import type { TableGrid } from '../engine/layout/grid';

/**
 * The whole disclosure of a department as plain data, whatever it is written as: what stands on the cover, then the parts with
 * their headings, paragraphs and tables. All words are final; nothing here knows of fonts or pages.
 */
export interface Disclosure {
  /** The title, a line each as it is broken on the cover. */
  readonly title: readonly (readonly TextSpan[])[];
  readonly parts: readonly DisclosurePart[];
}

/** 第一部分 … 第四部分. */
export interface DisclosurePart {
  readonly heading: readonly TextSpan[];
  readonly blocks: readonly Block[];
}

export type Block = ParagraphBlock | TableBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** 0 for body text; 1 …: headings 一、 / （一） / 1. below the part's own. */
  readonly level: 0 | 1 | 2 | 3;
  readonly spans: readonly TextSpan[];
}

/** A table on pages of its own; in the contents it stands beside the headings of level 1. */
export interface TableBlock {
  readonly kind: 'table';
  readonly grid: TableGrid;
}

export interface TextSpan {
  readonly text: string;
  /** `missing` is 【待填：…】, `term` the term that a line of the glossary explains. */
  readonly kind: 'words' | 'missing' | 'term';
}

/** The plain text of spans. */
export function plainText(spans: readonly TextSpan[]): string {
  return spans.map(({ text }) => text).join('');
}

/** A table's heading: its caption (表五), then its title. */
export function tableHeading({ caption, title }: Pick<TableGrid, 'caption' | 'title'>): string {
  return caption === '' ? title : `${caption}\u3000${title}`;
}
