import type { FlagSeverity } from '../../engine/snapshot/snapshot';
import type { Draft } from './draft';
import { FLAG_LOOK } from './edit-flags';
import type { StyleLists } from './drawn-styles';
import { OWN_LISTS, ownStyleElements } from './own-styles';
import type { OwnList, OwnStyles } from './own-styles';
import type { WorkbookContent } from './read-workbook';
import { encode, escapeAttribute } from './xml-text';
import { builtinFormatId } from './builtin-formats';
import { addToOrMake, childrenOf, removeElements } from './xml-edit';
import { XmlScanner, Token } from './xml-scanner';

const utf8 = new TextDecoder();

const numberFormatIn = (xf: string): number => Number(/\snumFmtId="(\d+)"/.exec(xf)?.[1] ?? '0');
const withoutNumberFormat = (xf: string): string => xf.replace(/\s(?:numFmtId|applyNumberFormat)="[^"]*"/g, '');

/** Children of `styleSheet` in the order of the schema. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Formats that every program knows by number. */
const BUILTIN_FORMATS: Readonly<Record<string, number>> = { '#,##0': 3, '#,##0.00': 4 };

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const LEAST_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/>' +
  '<name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** The styles of a workbook while they are edited: looks of ours are appended, and taken off the end again when nothing uses them. */
export class StyleEditor {
  private path: string | undefined;
  private readonly restyled = new Map<string, number>();

  constructor(
    private readonly draft: Draft,
    private readonly workbook: WorkbookContent,
  ) {
    this.path = workbook.stylesPath !== undefined && draft.has(workbook.stylesPath) ? workbook.stylesPath : undefined;
  }

  private read(): Uint8Array | undefined {
    return this.path === undefined ? undefined : this.draft.read(this.path);
  }

  // A workbook without styles is allowed; ours then get a part with the least that Excel asks for.
  private made(): string {
    if (this.path !== undefined) return this.path;
    this.path = this.draft.freePath('xl/budgetStyles', '.xml');
    this.draft.write(this.path, encode(LEAST_STYLES));
    this.draft.declare(this.path, STYLES_TYPE);
    this.draft.relate(this.workbook.path, 'styles', this.path);
    return this.path;
  }

  private elements(list: string): string[] {
    const bytes = this.read();
    if (!bytes) return [];
    return childrenOf(bytes, ['styleSheet', list]).map(({ start, end, prefix }) => {
      const text = utf8.decode(bytes.subarray(start, end));
      return prefix === '' ? text : text.replace(/<(\/?)[A-Za-z]+:/g, '<$1');
    });
  }

  private append(list: string, xml: readonly string[]): void {
    if (xml.length === 0) return;
    const before = ORDER.slice(0, ORDER.indexOf(list));
    const path = this.made();
    this.draft.edit(path, addToOrMake(this.draft.read(path), 'styleSheet', list, before, xml.join(''), xml.length));
  }

  private dropLast(list: string, count: number): void {
    const bytes = this.read();
    if (count === 0 || !bytes || this.path === undefined) return;
    const children = childrenOf(bytes, ['styleSheet', list]);
    const from = children.length - count;
    const name = children[0]?.name ?? '';
    this.draft.edit(
      this.path,
      removeElements(bytes, ['styleSheet', list, name], (_, index) => index >= from),
    );
  }

  /** Number of a flag's look among the differential formats; added when it is not there. */
  flagLook(severity: FlagSeverity): number {
    const at = this.elements('dxfs').lastIndexOf(FLAG_LOOK[severity]);
    if (at >= 0) return at;
    this.append('dxfs', [FLAG_LOOK[severity]]);
    return this.elements('dxfs').length - 1;
  }

  /** Takes looks of flags off the end of the list as long as nothing refers to them. */
  dropUnusedFlagLooks(): void {
    const looks = new Set(Object.values(FLAG_LOOK));
    const elements = this.elements('dxfs');
    let count = 0;
    while (count < elements.length && looks.has(elements[elements.length - 1 - count] ?? '')) count++;
    if (count === 0) return;
    const highest = this.highestUse(/dxfid$/i);
    this.dropLast('dxfs', Math.max(0, Math.min(count, elements.length - 1 - highest)));
  }

  /** The number of the cell format that is like another but for its number format; added when it is not there. */
  withNumberFormat(style: number, code: string): number {
    const key = `${style} ${code}`;
    const known = this.restyled.get(key) ?? this.findOrAdd(style, code);
    this.restyled.set(key, known);
    return known;
  }

  private findOrAdd(style: number, code: string): number {
    const lists = this.lists();
    const formats = this.elements('cellXfs');
    const id = this.numberFormatId(code);
    const like = withoutNumberFormat(
      formats[style] ?? formats[0] ?? '<xf fontId="0" fillId="0" borderId="0" xfId="0"/>',
    );
    const at = formats.findIndex((xml) => numberFormatIn(xml) === id && withoutNumberFormat(xml) === like);
    if (at >= 0) return at;
    return lists.position(
      'cellXfs',
      like.replace(/^<xf/, `<xf numFmtId="${id}"${id === 0 ? '' : ' applyNumberFormat="1"'}`),
    );
  }

  private numberFormatId(code: string): number {
    if (code === 'General') return 0;
    return builtinFormatId(code) ?? this.lists().format(escapeAttribute(code));
  }

  /** Lists that drawn sheets look their formats up in; what is not there is added at the end. */
  lists(): StyleLists {
    this.made();
    const lists = new Map<string, string[]>();
    const present = (list: string): string[] => {
      const known = lists.get(list) ?? this.elements(list);
      lists.set(list, known);
      return known;
    };
    return {
      position: (list, xml) => {
        const elements = present(list);
        const at = elements.indexOf(xml);
        if (at >= 0) return at;
        this.append(list, [xml]);
        return elements.push(xml) - 1;
      },
      format: (code) => {
        const builtin = BUILTIN_FORMATS[code];
        if (builtin !== undefined) return builtin;
        const elements = present('numFmts');
        const ids = elements.map((xml) => Number(/numFmtId="(\d+)"/.exec(xml)?.[1] ?? '0'));
        const at = elements.findIndex((xml) => xml.includes(`formatCode="${code}"`));
        if (at >= 0) return ids[at] ?? 0;
        const id = Math.max(163, ...ids) + 1;
        const xml = `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
        this.append('numFmts', [xml]);
        elements.push(xml);
        return id;
      },
    };
  }

  /** Numbers of the cell formats of our own sheets; added when they are not there. */
  ownStyles(): OwnStyles {
    this.made();
    const present = this.presentOwnStyles();
    if (present) return present;
    const lists = Object.fromEntries(OWN_LISTS.map((list) => [list, this.elements(list)])) as Record<OwnList, string[]>;
    const made = ownStyleElements(lists, this.defaultFont());
    for (const list of OWN_LISTS) this.append(list, made.elements[list]);
    return made.styles;
  }

  /** Takes the formats of our own sheets off again, where they still end their lists and no cell uses them. */
  dropOwnStyles(): void {
    const lists = this.beforeOwnStyles();
    if (!lists) return;
    if (this.highestUse(/^(?:s|style)$/) >= lists.base.cellXfs.length) return;
    for (const list of OWN_LISTS) this.dropLast(list, lists.made.elements[list].length);
  }

  /** The numbers of the formats of our own sheets, if they are there. */
  presentOwnStyles(): OwnStyles | undefined {
    return this.beforeOwnStyles()?.made.styles;
  }

  // Ours are known by their text: what would have been appended to the lists without their ends is exactly those ends.
  private beforeOwnStyles():
    { readonly base: Record<OwnList, string[]>; readonly made: ReturnType<typeof ownStyleElements> } | undefined {
    const lists = Object.fromEntries(OWN_LISTS.map((list) => [list, this.elements(list)])) as Record<OwnList, string[]>;
    const font = this.defaultFont();
    const trial = ownStyleElements(lists, font);
    const base = Object.fromEntries(
      OWN_LISTS.map((list) => [
        list,
        lists[list].slice(0, Math.max(0, lists[list].length - trial.elements[list].length)),
      ]),
    ) as Record<OwnList, string[]>;
    const made = ownStyleElements(base, font);
    const same = OWN_LISTS.every((list) => {
      const end = lists[list].slice(base[list].length);
      return end.length === made.elements[list].length && end.every((element, i) => element === made.elements[list][i]);
    });
    return same ? { base, made } : undefined;
  }

  // The font of the style "Normal": by it the workbook's own cells are written.
  private defaultFont(): string {
    const normal = this.elements('cellStyleXfs')[0] ?? '';
    const id = Number(/fontId="(\d+)"/.exec(normal)?.[1] ?? '0');
    return this.elements('fonts')[id] ?? '<font><sz val="11"/></font>';
  }

  /** Size of the workbook's default font in points. */
  fontSize(): number {
    return Number(/<sz val="([0-9.]+)"/.exec(this.defaultFont())?.[1] ?? '11') || 11;
  }

  // The highest number that an attribute of that name gives anywhere in the workbook, −1 where there is none.
  private highestUse(attribute: RegExp): number {
    let highest = -1;
    for (const path of this.draft.paths()) {
      if (!/\.xml$/i.test(path) || !/(?:^|\/)xl\//i.test(`/${path}`)) continue;
      const scan = new XmlScanner(this.draft.read(path));
      for (let token = scan.next(); token !== Token.end; token = scan.next()) {
        if (token !== Token.open) continue;
        scan.eachAttribute((name, value) => {
          if (attribute.test(name)) highest = Math.max(highest, Number(value) || 0);
        });
      }
    }
    return highest;
  }
}
