import type { Splice } from './splice';
import { Token, XmlScanner, startsWith } from './xml-scanner';

/**
 * Marks left at the start of a container that we opened or made, so that it can be put back to the byte when the last of our
 * elements leaves it. Blank space that no program writes: unlike comments, every reader of every part skips it.
 */
const WAS_SELF_CLOSED = '\n \n';
export const WAS_MISSING = '\n  \n';

/** Where an element stands, and what is inside it. */
export interface Located {
  readonly start: number;
  readonly end: number;
  /** Content without the tags; both at the end of the attributes for `<a/>`. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly selfClosing: boolean;
  readonly prefix: string;
  readonly name: string;
  readonly endOfAttributes: number;
  /** Where the value of the attribute `count` stands, if there is one. */
  readonly count: { readonly from: number; readonly to: number; readonly value: number } | undefined;
}

/** Finds the first element of that path (`['styleSheet', 'dxfs']`); undefined where there is none. */
export function locate(bytes: Uint8Array, path: readonly string[]): Located | undefined {
  const scan = new XmlScanner(bytes);
  let matched = 0;
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token === Token.close && scan.depth < matched) matched = scan.depth;
    if (token !== Token.open) continue;
    if (scan.depth === matched + 1 && scan.is(path[matched] ?? '')) {
      matched++;
      if (matched === path.length) return locatedHere(scan);
    } else scan.skip();
  }
  return undefined;
}

/** The element just opened; the scanner stands behind it afterwards. */
export function locatedHere(scan: XmlScanner): Located {
  const { start, after, selfClosing, endOfAttributes } = scan;
  const [prefix, name] = [scan.prefix(), scan.name()];
  const counted = scan.findAttribute('count')
    ? { from: scan.valueStart, to: scan.valueEnd, value: Number(scan.attribute('count')) }
    : undefined;
  scan.skip();
  return {
    start,
    end: scan.after,
    innerStart: selfClosing ? endOfAttributes : after,
    innerEnd: selfClosing ? endOfAttributes : scan.start,
    selfClosing,
    prefix,
    name,
    endOfAttributes,
    count: counted,
  };
}

/** Elements directly inside an element of that path. */
export function childrenOf(bytes: Uint8Array, path: readonly string[]): Located[] {
  const parent = locate(bytes, path);
  if (!parent || parent.selfClosing) return [];
  const scan = new XmlScanner(bytes);
  const found: Located[] = [];
  for (let token = scan.next(); token !== Token.end && scan.start < parent.innerEnd; token = scan.next()) {
    if (token === Token.open && scan.depth === path.length + 1 && scan.start >= parent.innerStart)
      found.push(locatedHere(scan));
  }
  return found;
}

/** Adds elements at the end of a container that must be there, its `count` raised by `by`. */
export function addElement(bytes: Uint8Array, path: readonly string[], xml: string, by = 1): Splice[] {
  const container = locate(bytes, path);
  if (!container) throw new Error(`no ${path.join('/')} to add to`);
  return addTo(container, xml, by);
}

/** Our elements are written without a prefix; a part that uses one for its main namespace (`x:row`) gets it put before each. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

function addTo(container: Located, unprefixed: string, by: number): Splice[] {
  const { count, prefix } = container;
  const xml = prefixed(unprefixed, prefix);
  const splices: Splice[] = count ? [{ from: count.from, to: count.to, text: String(count.value + by) }] : [];
  if (container.selfClosing) {
    const text = `>${WAS_SELF_CLOSED}${xml}</${container.prefix}${container.name}>`;
    return [...splices, { from: container.endOfAttributes, to: container.end, text }];
  }
  return [...splices, { from: container.innerEnd, to: container.innerEnd, text: xml }];
}

/**
 * Adds elements to a container that may have to be made: it then comes behind the last of the elements
 * that the schema puts before it.
 */
export function addToOrMake(
  bytes: Uint8Array,
  root: string,
  container: string,
  before: readonly string[],
  xml: string,
  counted: number | undefined,
): Splice[] {
  const there = locate(bytes, [root, container]);
  if (there) return addTo(there, xml, counted ?? 1);
  const at = placeAfter(bytes, root, before);
  const name = at.prefix + container;
  const count = counted === undefined ? '' : ` count="${counted}"`;
  return [
    { from: at.offset, to: at.offset, text: `<${name}${count}>${WAS_MISSING}${prefixed(xml, at.prefix)}</${name}>` },
  ];
}

/** Offset behind the last direct child of the root that is among the given names, else right inside the root. */
export function placeAfter(
  bytes: Uint8Array,
  root: string,
  names: readonly string[],
): { readonly offset: number; readonly prefix: string } {
  const parent = locate(bytes, [root]);
  if (!parent) throw new Error(`no ${root}`);
  let offset = parent.innerStart;
  for (const child of childrenOf(bytes, [root])) {
    if (names.includes(child.name) && child.prefix === parent.prefix) offset = child.end;
  }
  return { offset, prefix: parent.prefix };
}

/** Whether the root of a part carries the mark of being made by us. */
export function isRootMadeHere(bytes: Uint8Array, root: string): boolean {
  const element = locate(bytes, [root]);
  return element !== undefined && startsWith(bytes, WAS_MISSING, element.innerStart);
}

/** Takes elements of that path away where `unwanted` says so (asked at the opening tag, for attributes). */
export function removeElements(
  bytes: Uint8Array,
  path: readonly string[],
  unwanted: (scan: XmlScanner, index: number) => boolean,
): Splice[] {
  const containerPath = path.slice(0, -1);
  const name = path.at(-1) ?? '';
  const container = locate(bytes, containerPath);
  if (!container || container.selfClosing) return [];
  const scan = new XmlScanner(bytes);
  const out: Splice[] = [];
  let kept = 0;
  let index = 0;
  for (let token = scan.next(); token !== Token.end && scan.start < container.innerEnd; token = scan.next()) {
    if (token !== Token.open || scan.depth !== path.length || scan.start < container.innerStart) continue;
    const isUnwanted = scan.is(name) && unwanted(scan, index);
    if (scan.is(name)) index++;
    const { start, end } = locatedHere(scan);
    if (isUnwanted) out.push({ from: start, to: end, text: '' });
    else kept++;
  }
  if (out.length === 0) return [];
  if (kept === 0 && startsWith(bytes, WAS_MISSING, container.innerStart)) {
    return [{ from: container.start, to: container.end, text: '' }];
  }
  const { count } = container;
  const counted = count ? [{ from: count.from, to: count.to, text: String(count.value - out.length) }] : [];
  if (kept === 0 && startsWith(bytes, WAS_SELF_CLOSED, container.innerStart)) {
    return [...counted, { from: container.endOfAttributes, to: container.end, text: '/>' }];
  }
  return [...counted, ...out];
}
