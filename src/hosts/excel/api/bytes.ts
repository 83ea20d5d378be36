/** How much one request or answer may hold in Excel on the web. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** What is asked for or written in one batch: some room is left for what surrounds the cells. */
export const BATCH_BYTES = 4.6 * 1024 * 1024;

/** About as many bytes as a grid of cells has in JSON (UTF-8). */
export function bytesOf(grid: readonly (readonly unknown[])[]): number {
  let bytes = 2;
  for (const row of grid) {
    bytes += 3;
    for (const cell of row) bytes += 1 + bytesOfValue(cell);
  }
  return bytes;
}

function bytesOfValue(value: unknown): number {
  return typeof value === 'string' ? bytesOfText(value) + 2 : 12;
}

/** The bytes of a text in UTF-8, quotes and line breaks counted twice as they are escaped. */
export function bytesOfText(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f || code === 0x22 || code === 0x5c || code < 0x20) bytes += 1;
  }
  return bytes;
}
