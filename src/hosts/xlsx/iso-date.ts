const DAY = 86_400_000;

/** The serial number of an ISO 8601 date (`2021-03-31`, `2021-03-31T12:00:00`); undefined for anything else. */
export function isoDateSerial(text: string, from1904: boolean): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute) + second * 1000;
  if (from1904) return (time - Date.UTC(1904, 0, 1)) / DAY;
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY;
  // Excel counts a 29 February 1900 that never was.
  return serial < 61 ? serial - 1 : serial;
}
