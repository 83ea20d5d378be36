/**
 * What is known about classification codes, as data: each a text of one entry a line, fields parted by one space, the name
 * last (`=`: the published one), `-` for a year that is not known.
 */
export interface ClassificationData {
  /** `code documents name`: as departments print them now, and in how many documents. */
  readonly published: string;
  /** `code name` of a 类; below it `.nn name` of each 款, and below that `nn name` of each 项: the digits that a code adds. */
  readonly functional2009: string;
  /** `code since name`. */
  readonly departmentEconomic: string;
  /** `code name`. */
  readonly departmentEconomic2009: string;
  /** `code since name`. */
  readonly governmentEconomic: string;
  /** `government-code department-code…`. */
  readonly economicCrosswalk: string;
  /** `code since old-name`: given up for the published name in that year. */
  readonly renames: string;
  /** `code name`: another present name of a code, as right as the published one. */
  readonly alternatives: string;
}

/** The lines of such a text, each in at most `fields` fields; the last takes the rest of the line. */
export function entriesOf(text: string, fields: number): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const words = line.split(' ');
      return [...words.slice(0, fields - 1), words.slice(fields - 1).join(' ')];
    });
}

/** The codes and names of such a tree. */
export function outlineOf(text: string): readonly (readonly [code: string, name: string])[] {
  let [above, section] = ['', ''];
  return entriesOf(text, 2).map(([digits = '', name = '']) => {
    if (digits.startsWith('.')) section = above + digits.slice(1);
    else if (digits.length === 2) return [section + digits, name];
    else above = section = digits;
    return [section, name];
  });
}
