import { inflateEntry } from './zip-read';
import type { Packing } from './compression';
import type { InflateBudget, ZipEntry } from './zip-read';
import { unusable } from './unusable';
import type { Outcome, Unusable } from './unusable';
import { Token, XmlScanner } from './xml-scanner';

/** The parts of a package by their path (`xl/workbook.xml`), compared without regard to case as the standard asks. */
export class Parts {
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly budget: InflateBudget;

  constructor(
    readonly entries: readonly ZipEntry[],
    readonly packing: Packing,
  ) {
    this.budget = { packing, used: 0 };
    for (const entry of entries) this.byKey.set(partKey(entry.name), entry);
  }

  entry(path: string): ZipEntry | undefined {
    return this.byKey.get(partKey(path));
  }

  /** A part's bytes, inflated anew at each call: sheets are too large to be kept twice. A missing part is a corrupt one. */
  read(path: string): Outcome<Uint8Array> {
    const entry = this.entry(path);
    if (!entry) return unusable('corrupt-part', path);
    const bytes = inflateEntry(entry, this.budget);
    return bytes.ok ? { ok: true, value: asUtf8(bytes.value) } : bytes;
  }
}

/** A part's path as a key: one kind of slash, none in front, lower case. */
export function partKey(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

// XML may come in UTF-16; everything here works on UTF-8, so such a part is rewritten before it is read or edited.
function asUtf8(bytes: Uint8Array): Uint8Array {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!little && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return bytes;
  const text = new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/i, '$1UTF-8'));
}

/** One relationship of a part. `target` is a part's path, or the address as written where it is external. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address: `worksheet`, `comments`, `vmlDrawing`. */
  readonly type: string;
  readonly strict: boolean;
  readonly target: string;
  readonly external: boolean;
}

/** Where a part's relationships stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Reads the relationships of a part; `part` is '' for those of the package itself. */
export function parseRelationships(bytes: Uint8Array, part: string): readonly Relationship[] | Unusable {
  const scan = new XmlScanner(bytes);
  const found: Relationship[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open || !scan.is('Relationship')) continue;
    const type = scan.attribute('Type') ?? '';
    const target = scan.attribute('Target') ?? '';
    const external = scan.attribute('TargetMode') === 'External';
    found.push({
      id: scan.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      strict: type.startsWith('http://purl.oclc.org/ooxml/'),
      target: external ? target : resolveTarget(target, part),
      external,
    });
  }
  return scan.problem ? xmlUnusable(scan.problem, relationshipsPath(part)) : found;
}

/** The relationships of a part, none where it has no relationships part. */
export function relationshipsOf(parts: Parts, part: string): Outcome<readonly Relationship[]> {
  const path = relationshipsPath(part);
  if (!parts.entry(path)) return { ok: true, value: [] };
  const bytes = parts.read(path);
  if (!bytes.ok) return bytes;
  const found = parseRelationships(bytes.value, part);
  return 'ok' in found ? found : { ok: true, value: found };
}

export function xmlUnusable(problem: NonNullable<XmlScanner['problem']>, path: string): Unusable {
  return unusable(problem === 'dtd' ? 'dtd' : 'corrupt-part', path);
}

// A target is relative to its part's folder, or begins with a slash and is relative to the package.
function resolveTarget(target: string, part: string): string {
  const plain = percentDecoded(target.replaceAll('\\', '/'));
  const segments = plain.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of plain.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function percentDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A lone percent sign: the name is meant as written.
    return target;
  }
}
