import { inflateEntry } from './zip-read';
import { Parts, partKey, parseRelationships, relationshipsPath } from './parts';
import type { Relationship } from './parts';
import { storedEntry } from './zip-write';
import type { ZipEntry } from './zip-read';
import { spliceBytes } from './splice';
import type { Splice } from './splice';
import { WAS_MISSING, addElement, isRootMadeHere, removeElements } from './xml-edit';
import { escapeAttribute, encode } from './xml-text';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIP_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const CONTENT_TYPES = '[Content_Types].xml';

/** Thrown where a part that an edit needs cannot be read; the edit is then refused as unsupported. */
export class PartUnreadable extends Error {}

interface Change {
  readonly path: string;
  /** Undefined where the part is removed. */
  readonly bytes: Uint8Array | undefined;
}

/** A state of a draft, to go back to. */
export type DraftMark = ReadonlyMap<string, Change>;

/** A package while it is being edited: the original parts with those changed, added and removed laid over them. */
export class Draft {
  private changed = new Map<string, Change>();
  /** What the relationship parts say, by the bytes it was read from: a package with many sheets is asked for it again and again. */
  private readonly parsed = new WeakMap<Uint8Array, readonly Relationship[]>();
  private readonly original = new Map<string, Uint8Array>();

  constructor(private readonly parts: Parts) {}

  mark(): DraftMark {
    return new Map(this.changed);
  }

  backTo(mark: DraftMark): void {
    this.changed = new Map(mark);
  }

  has(path: string): boolean {
    const changed = this.changed.get(partKey(path));
    return changed ? changed.bytes !== undefined : this.parts.entry(path) !== undefined;
  }

  /** A part's present bytes; a missing or damaged one throws `PartUnreadable`. */
  read(path: string): Uint8Array {
    const changed = this.changed.get(partKey(path));
    if (changed?.bytes) return changed.bytes;
    // Each part has been inflated within the limits when the file was opened, so a fresh reader is enough here.
    const bytes = changed ? undefined : new Parts(this.parts.entries, this.parts.packing).read(path);
    if (!bytes?.ok) throw new PartUnreadable(path);
    return bytes.value;
  }

  write(path: string, bytes: Uint8Array): void {
    this.changed.set(partKey(path), { path: this.parts.entry(path)?.name ?? path, bytes });
  }

  edit(path: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.write(path, spliceBytes(this.read(path), splices));
  }

  remove(path: string): void {
    this.changed.set(partKey(path), { path, bytes: undefined });
  }

  /** Paths of all parts there are now. */
  paths(): string[] {
    const kept = this.parts.entries.map(({ name }) => name).filter((name) => this.has(name));
    const added = [...this.changed.values()].filter(({ path, bytes }) => bytes && !this.parts.entry(path));
    return [...kept, ...added.map(({ path }) => path)];
  }

  /** A path that no part has: `xl/comments` + `.xml` → `xl/comments3.xml`. */
  freePath(stem: string, extension: string): string {
    return this.freePaths(1, stem, extension)[0] as string;
  }

  /** As many of them, one behind the other. */
  freePaths(count: number, stem: string, extension: string): readonly string[] {
    const free: string[] = [];
    for (let number = 1; free.length < count; number++) {
      const path = `${stem}${number}${extension}`;
      if (!this.has(path) && !this.parts.entry(path)) free.push(path);
    }
    return free;
  }

  relationships(part: string): readonly Relationship[] {
    const path = relationshipsPath(part);
    if (!this.has(path)) return [];
    const bytes = this.readOften(path);
    const known = this.parsed.get(bytes);
    if (known) return known;
    const found = parseRelationships(bytes, part);
    if ('ok' in found) throw new PartUnreadable(path);
    this.parsed.set(bytes, found);
    return found;
  }

  /** The same for a part that is asked for again and again: inflated once, and the same bytes until it is changed. */
  readOften(path: string): Uint8Array {
    if (this.changed.has(partKey(path))) return this.read(path);
    const bytes = this.original.get(partKey(path)) ?? this.read(path);
    this.original.set(partKey(path), bytes);
    return bytes;
  }

  /** Adds a relationship from one part to another, relative as Excel writes it; gives its id. */
  relate(part: string, type: string, target: string): string {
    return this.relateAll(part, type, [target])[0] as string;
  }

  /** The same to several parts, in one go; gives their ids in the same order. */
  relateAll(part: string, type: string, targets: readonly string[]): readonly string[] {
    const path = relationshipsPath(part);
    const taken = new Set(this.relationships(part).map(({ id }) => id));
    let number = taken.size + 1;
    const ids = targets.map(() => {
      while (taken.has(`rId${number}`)) number++;
      return `rId${number++}`;
    });
    const elements = targets
      .map(
        (target, i) =>
          `<Relationship Id="${ids[i] ?? ''}" Type="${RELATIONSHIP_TYPES}${type}" Target="/${escapeAttribute(target)}"/>`,
      )
      .join('');
    if (this.has(path)) this.edit(path, addElement(this.read(path), ['Relationships'], elements, targets.length));
    else
      this.write(
        path,
        encode(
          `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${WAS_MISSING}${elements}</Relationships>`,
        ),
      );
    return ids;
  }

  /** Takes a relationship away; a relationships part that we made for it goes too. */
  unrelate(part: string, id: string): void {
    const path = relationshipsPath(part);
    const left = this.relationships(part).filter((relationship) => relationship.id !== id);
    const bytes = this.read(path);
    if (left.length === 0 && isRootMadeHere(bytes, 'Relationships')) this.remove(path);
    else
      this.edit(
        path,
        removeElements(bytes, ['Relationships', 'Relationship'], (scan) => scan.attribute('Id') === id),
      );
  }

  /** Says of what kind a part is. */
  declare(path: string, contentType: string): void {
    this.declareAll([path], contentType);
  }

  declareAll(paths: readonly string[], contentType: string): void {
    const elements = paths.map(
      (path) => `<Override PartName="/${escapeAttribute(path)}" ContentType="${contentType}"/>`,
    );
    this.edit(CONTENT_TYPES, addElement(this.read(CONTENT_TYPES), ['Types'], elements.join(''), paths.length));
  }

  undeclare(path: string): void {
    const is = (name: string | undefined): boolean => name !== undefined && partKey(name) === partKey(path);
    this.edit(
      CONTENT_TYPES,
      removeElements(this.read(CONTENT_TYPES), ['Types', 'Override'], (scan) => is(scan.attribute('PartName'))),
    );
  }

  /** Removes a part with its relationships and content type, and what only it referred to. */
  discard(path: string): void {
    this.remove(path);
    this.undeclare(path);
    this.discardTargets(path);
  }

  /** Removes what a part refers to, as far as nothing else does, and its relationships. */
  discardTargets(path: string): void {
    const relationships = relationshipsPath(path);
    if (!this.has(relationships)) return;
    const targets = this.relationships(path).filter(({ external }) => !external);
    this.remove(relationships);
    const used = new Set(this.allTargets());
    for (const { target } of targets) if (this.has(target) && !used.has(partKey(target))) this.discard(target);
  }

  private allTargets(): string[] {
    return this.paths().flatMap((path) => {
      const match = /^(.*)_rels\/([^/]*)\.rels$/i.exec(path);
      return match ? this.relationships(`${match[1] ?? ''}${match[2] ?? ''}`).map(({ target }) => partKey(target)) : [];
    });
  }

  /** The entries of the edited file: untouched ones as they are, changed ones in their old place and not yet compressed, new ones last. */
  entries(): ZipEntry[] {
    const kept: ZipEntry[] = [];
    for (const entry of this.parts.entries) {
      const changed = this.changed.get(partKey(entry.name));
      if (!changed) kept.push(entry);
      else if (changed.bytes) kept.push(this.repacked(entry, changed.bytes));
    }
    for (const { path, bytes } of this.changed.values()) {
      if (bytes && !this.parts.entry(path)) kept.push(storedEntry(path, bytes, this.parts.packing.compression));
    }
    return kept;
  }

  // A part edited and edited back is the old part, down to its compressed bytes.
  private repacked(entry: ZipEntry, bytes: Uint8Array): ZipEntry {
    const stored = storedEntry(entry.name, bytes, this.parts.packing.compression);
    if (stored.crc === entry.crc && stored.size === entry.size) {
      const before = inflateEntry(entry, { packing: this.parts.packing, used: 0 });
      if (before.ok && before.value.every((byte, i) => byte === bytes[i])) return entry;
    }
    return { ...stored, nameBytes: entry.nameBytes, utf8: entry.utf8, externalAttributes: entry.externalAttributes };
  }
}
