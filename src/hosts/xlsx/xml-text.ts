const utf8 = new TextEncoder();

/** What hardly a cell of thousands has: something to escape, or an underscore that may have to be. */
const TO_ESCAPE = /[^\t\n !#-%'-;=?-^`-\ud7ff\ue000-\ufffd]/;

/** Text as it stands between tags or in a quoted attribute. Line feeds of attributes are kept as references. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
}

/** Text for an attribute: line ends and tabs would be read as blanks otherwise. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/**
 * Text of a cell as SpreadsheetML writes it: what XML cannot hold becomes `_xHHHH_`, and a text that already
 * looks like such an escape has its underscore escaped.
 */
export function escapeCellText(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/gu, (c) =>
      c.length > 1 ? c : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(escaped);
}

/** Reads `_xHHHH_` escapes back. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** UTF-8 bytes of a text. */
export function encode(text: string): Uint8Array {
  return utf8.encode(text);
}

/** A `<t>` element's opening tag for that text: outer blanks survive only where they are asked for. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its references resolved, for what is not read as XML; a reference that is none stays as it stands. */
export function decodeXml(text: string): string {
  const reference = /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g;
  return text.replace(reference, (written: string, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const code = hex === undefined ? parseInt(digits ?? '', 10) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
