import { ByteWindow } from './byte-window';
import { Utf8Texts } from './utf8-texts';

/** What the scanner stands on. */
export const Token = { end: 0, open: 1, close: 2, text: 3 } as const;
export type TokenKind = (typeof Token)[keyof typeof Token];

/** Why a part cannot be read: no well-formed XML, or one that declares a document type. */
export type XmlProblem = 'malformed' | 'dtd';

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const AMPERSAND = 38;
const COLON = 58;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Walks over the bytes of an XML part and tells where everything stands, so that a part can be edited in place.
 * A hand-written one, because an edit needs byte offsets and a sheet of a million empty rows must not become strings:
 * it reads some 240 MB a second where saxes, which knows no byte offsets, reads 55. Elements are named without their prefix; an element of
 * another namespace than the root's is told by `foreign` (x14 extensions name their elements like the main ones).
 * Problems are sticky: `next()` says `end` from then on and `problem` tells why.
 */
export class XmlScanner {
  /** Offset of the token's first byte, and of the first byte after it. */
  start = 0;
  after: number;
  /** Of an opening tag: `<a/>`; its closing token follows all the same. */
  selfClosing = false;
  /** Element of another prefix than the root element. */
  foreign = false;
  /** Number of open elements, the one just opened included; of a closing token, those that remain. */
  depth = 0;
  problem: XmlProblem | undefined;
  /** Offsets of the text, of a CDATA section its content. */
  textStart = 0;
  textEnd = 0;
  private cdata = false;
  private nameStart = 0;
  private nameEnd = 0;
  private localStart = 0;
  private attributesEnd = 0;
  private pendingClose = false;
  private rootPrefix = -1;
  private readonly names: number[] = [];
  readonly texts: Utf8Texts;
  private window: ByteWindow | undefined;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
  ) {
    const hasMark = from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.after = hasMark ? 3 : from;
    this.texts = new Utf8Texts(bytes);
  }

  next(): TokenKind {
    if (this.problem) return Token.end;
    if (this.pendingClose) {
      this.pendingClose = false;
      this.start = this.after;
      return this.closed();
    }
    const { bytes } = this;
    for (;;) {
      const at = this.after;
      this.start = at;
      if (at >= bytes.length) {
        if (this.depth > 0 || this.rootPrefix < 0) this.problem = 'malformed';
        return Token.end;
      }
      if (bytes[at] !== LT) {
        let to = bytes.indexOf(LT, at);
        if (to < 0) to = bytes.length;
        this.after = to;
        if (this.depth === 0) {
          if (!blank(bytes, at, to)) return this.fail('malformed');
          continue;
        }
        this.textStart = at;
        this.textEnd = to;
        this.cdata = false;
        return Token.text;
      }
      const second = bytes[at + 1];
      if (second === SLASH) return this.closingTag(at);
      if (second === QUESTION) {
        const to = indexOfSequence(bytes, '?>', at + 2);
        if (to < 0) return this.fail('malformed');
        this.after = to + 2;
      } else if (second === BANG) {
        if (startsWith(bytes, '<!--', at)) {
          const to = indexOfSequence(bytes, '-->', at + 4);
          if (to < 0) return this.fail('malformed');
          this.after = to + 3;
        } else if (startsWith(bytes, '<![CDATA[', at) && this.depth > 0) {
          const to = indexOfSequence(bytes, ']]>', at + 9);
          if (to < 0) return this.fail('malformed');
          this.textStart = at + 9;
          this.textEnd = to;
          this.cdata = true;
          this.after = to + 3;
          return Token.text;
        } else return this.fail(startsWith(bytes, '<!DOCTYPE', at) ? 'dtd' : 'malformed');
      } else return this.openingTag(at);
    }
  }

  /** Whether the tag just met is that element of the root's namespace. */
  is(name: string): boolean {
    if (this.foreign || this.nameEnd - this.localStart !== name.length) return false;
    return startsWith(this.bytes, name, this.localStart);
  }

  /** The tag's name without prefix. */
  name(): string {
    return utf8.decode(this.bytes.subarray(this.localStart, this.nameEnd));
  }

  /** The prefix with its colon (`x:`), '' where there is none: what an inserted sibling needs. */
  prefix(): string {
    return utf8.decode(this.bytes.subarray(this.nameStart, this.localStart));
  }

  /** Offset right behind the attributes of the opening tag just met: where another one can be inserted. */
  get endOfAttributes(): number {
    return this.attributesEnd;
  }

  /** Value of an attribute by its name as written (`r:id` included), undefined where it is missing. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name) ? decode(this, this.texts.at(this.valueStart, this.valueEnd), true) : undefined;
  }

  /** Value of an attribute by its local name, whatever its prefix. */
  attributeOfAnyPrefix(name: string): string | undefined {
    return this.findAttribute(name) || this.findAttribute(name, true)
      ? decode(this, this.texts.at(this.valueStart, this.valueEnd), true)
      : undefined;
  }

  /** Where an attribute's value stands, after a call to `findAttribute` that said true. */
  valueStart = 0;
  valueEnd = 0;

  findAttribute(name: string, anyPrefix = false): boolean {
    const { bytes } = this;
    const end = this.attributesEnd;
    let at = this.nameEnd;
    while (at < end) {
      while (at < end && (bytes[at] as number) <= 32) at++;
      let nameAt = at;
      // A name ends at a quote too, though none may follow there: quotes must pair as they did when the tag's end was looked for.
      for (
        let c = bytes[at] as number;
        at < end && c !== EQUALS && c > 32 && c !== QUOTE && c !== APOSTROPHE;
        c = bytes[++at] as number
      ) {
        if (anyPrefix && c === COLON) nameAt = at + 1;
      }
      const nameTo = at;
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      if (at >= end) return false;
      const to = bytes.indexOf(bytes[at] as number, at + 1);
      if (nameTo - nameAt === name.length && startsWith(bytes, name, nameAt)) {
        this.valueStart = at + 1;
        this.valueEnd = to;
        return true;
      }
      at = to + 1;
    }
    return false;
  }

  /** Each attribute of the opening tag just met, name as written. */
  eachAttribute(visit: (name: string, value: string) => void): void {
    const text = utf8.decode(this.bytes.subarray(this.nameEnd, this.attributesEnd));
    for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      visit(name, double ?? single ?? '');
  }

  /** The text just met, entities resolved and line ends as XML reads them. */
  text(): string {
    if (this.cdata) return lineEnds(this.texts.at(this.textStart, this.textEnd));
    return decode(this, this.texts.at(this.textStart, this.textEnd), false);
  }

  /**
   * What a sticky pattern of whole elements finds right behind the token just met; the scanner goes on behind it. For elements that stand in
   * their thousands and nearly all look the same: one search instead of a dozen tokens. The pattern sees each byte as one character
   * (`textAt` reads what it found) and names elements without a prefix; null where it finds nothing, or the document has prefixes.
   */
  match(pattern: RegExp): RegExpExecArray | null {
    if (this.problem || this.pendingClose || this.rootPrefix !== 0) return null;
    this.window ??= new ByteWindow(this.bytes);
    const found = this.window.matchAt(pattern, this.after);
    if (!found) return null;
    this.start = this.after;
    this.after += found[0].length;
    return found;
  }

  /** The text between two offsets, as `text()` reads it. */
  textAt(from: number, to: number): string {
    return decode(this, utf8.decode(this.bytes.subarray(from, to)), false);
  }

  /** Goes on behind the closing tag of the element just opened. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside && this.next() !== Token.end);
  }

  /** All text inside the element just opened, elements ignored; stands on its closing tag afterwards. */
  textContent(): string {
    const outside = this.depth - 1;
    let text = '';
    while (this.depth > outside) {
      const token = this.next();
      if (token === Token.end) break;
      if (token === Token.text) text += this.text();
    }
    return text;
  }

  fail(problem: XmlProblem): TokenKind {
    this.problem = problem;
    return Token.end;
  }

  private openingTag(at: number): TokenKind {
    const { bytes } = this;
    let i = at + 1;
    let local = i;
    for (;;) {
      const c = bytes[i];
      if (c === undefined) return this.fail('malformed');
      if (c <= 32 || c === GT || c === SLASH) break;
      if (c === COLON) local = i + 1;
      else if (c === LT || c === QUOTE || c === APOSTROPHE || c === AMPERSAND || c === EQUALS)
        return this.fail('malformed');
      i++;
    }
    if (i === local) return this.fail('malformed');
    this.nameStart = at + 1;
    this.localStart = local;
    this.nameEnd = i;
    // A quote may hold a '>', so the tag's end is looked for outside of quotes only.
    for (;;) {
      const c = bytes[i];
      if (c === undefined || c === LT) return this.fail('malformed');
      if (c === GT) break;
      if (c === QUOTE || c === APOSTROPHE) {
        i = bytes.indexOf(c, i + 1);
        if (i < 0) return this.fail('malformed');
      }
      i++;
    }
    this.selfClosing = bytes[i - 1] === SLASH;
    this.attributesEnd = this.selfClosing ? i - 1 : i;
    this.after = i + 1;
    const prefix = local - this.nameStart;
    if (this.rootPrefix < 0) {
      this.rootPrefix = prefix;
      this.rootNameStart = this.nameStart;
    } else if (this.depth === 0) return this.fail('malformed');
    this.foreign = !this.samePrefix(prefix);
    this.depth++;
    this.names.push(this.nameStart, this.localStart, this.nameEnd);
    this.pendingClose = this.selfClosing;
    return Token.open;
  }

  private rootNameStart = 0;

  private samePrefix(length: number): boolean {
    if (length !== this.rootPrefix) return false;
    for (let i = 0; i < length; i++) {
      if (this.bytes[this.nameStart + i] !== this.bytes[this.rootNameStart + i]) return false;
    }
    return true;
  }

  private closingTag(at: number): TokenKind {
    const { bytes, names } = this;
    const to = bytes.indexOf(GT, at);
    if (to < 0 || this.depth === 0) return this.fail('malformed');
    const start = names[names.length - 3] as number;
    const length = (names[names.length - 1] as number) - start;
    for (let i = 0; i < length; i++) {
      if (bytes[at + 2 + i] !== bytes[start + i]) return this.fail('malformed');
    }
    if (!blank(bytes, at + 2 + length, to)) return this.fail('malformed');
    this.after = to + 1;
    return this.closed();
  }

  private closed(): TokenKind {
    this.nameEnd = this.names.pop() as number;
    this.localStart = this.names.pop() as number;
    this.nameStart = this.names.pop() as number;
    this.foreign = !this.samePrefix(this.localStart - this.nameStart);
    this.depth--;
    return Token.close;
  }
}

function blank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > 32) return false;
  return true;
}

/** Whether the ASCII text stands at that offset. */
export function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Offset of an ASCII text at or after `from`; −1 where there is none. */
export function indexOfSequence(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, text, at)) return at;
  }
  return -1;
}

const PREDEFINED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(scanner: XmlScanner, written: string, inAttribute: boolean): string {
  let text = written;
  if (inAttribute) text = /[\t\r\n]/.test(text) ? text.replace(/\r\n|[\t\r\n]/g, ' ') : text;
  else text = lineEnds(text);
  if (!text.includes('&')) return text;
  const resolved = withoutEntities(text);
  // Without a document type no other entity can exist, so the part is damaged or hostile.
  if (resolved === undefined) scanner.fail('malformed');
  return resolved ?? '';
}

/** A text with its entities resolved; undefined where one is none. Some programs write each Chinese character as one. */
function withoutEntities(text: string): string | undefined {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const character = end < 0 || end - at > LONGEST_ENTITY ? undefined : entity(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    resolved += text.slice(from, at) + character;
    from = end + 1;
  }
  return resolved + text.slice(from);
}

const LONGEST_ENTITY = 16;
const MOST_KEPT = 10_000;
const kept = new Map<string, string | undefined>();

/** The character of an entity; a sheet's are few, and each stands in it thousands of times. */
function entity(name: string): string | undefined {
  if (kept.has(name)) return kept.get(name);
  if (kept.size >= MOST_KEPT) kept.clear();
  const character = characterOf(name);
  kept.set(name, character);
  return character;
}

function characterOf(name: string): string | undefined {
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!match) return PREDEFINED.get(name);
  const code = match[1] !== undefined ? parseInt(match[1], 16) : parseInt(match[2] ?? '', 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
