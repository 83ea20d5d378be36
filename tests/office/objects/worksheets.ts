import type { ModelSheet, ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { BagSelf, HostObject } from '../server/host-object';
import { bagType, hostType, NOTHING } from '../server/host-object';
import { namesOf } from './names';
import { addressOfArea, areasAt, rangeAreasOf, rangeAt, rangeOf } from './ranges';

export interface SheetSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
}

const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'];

const protectionOf = hostType<SheetSelf>({
  typeName: 'WorksheetProtection',
  read: { protected: (self) => self.sheet.isProtected },
  call: {
    protect: (self) => {
      self.sheet.mustBeOpen();
      self.sheet.isProtected = true;
    },
    unprotect: (self) => {
      if (!self.sheet.isProtected) throw new HostError('AccessDenied', 'The sheet is not protected.');
      self.sheet.isProtected = false;
    },
  },
});

const headerFooterOf = bagType('HeaderFooter', [
  'centerHeader',
  'centerFooter',
  'leftHeader',
  'leftFooter',
  'rightHeader',
  'rightFooter',
]);
const headersFootersOf = bagType('HeaderFooterGroup', ['state'], {
  objects: { defaultForAllPages: (self) => headerFooterOf({ ...self, prefix: 'pageLayout/all/' }) },
});
const pageLayoutOf = bagType('PageLayout', ['orientation', 'paperSize', 'zoom', 'centerHorizontally'], {
  objects: { headersFooters: headersFootersOf },
  call: { setPrintTitleRows: (self, [rows]) => void self.store.set('pageLayout/printTitleRows', rows) },
});

const keep =
  (name: string) =>
  (self: SheetSelf, args: readonly unknown[]): void => {
    self.sheet.settings.set(
      name,
      args.map((argument) => (isRange(argument) ? argument.read('address') : argument)),
    );
  };
const isRange = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'typeName' in value;

const freezePanesOf = hostType<SheetSelf>({
  typeName: 'WorksheetFreezePanes',
  call: { freezeAt: keep('freezeAt'), freezeRows: keep('freezeRows'), freezeColumns: keep('freezeColumns') },
});

const autoFilterOf = hostType<SheetSelf>({
  typeName: 'AutoFilter',
  read: { enabled: (self) => self.sheet.settings.has('autoFilter') },
  call: { apply: keep('autoFilter') },
});

/** A sheet that was deleted earlier answers like one that never was. */
function live(self: SheetSelf): ModelSheet {
  if (!self.workbook.sheets.includes(self.sheet))
    throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
  return self.sheet;
}

export const worksheetOf: (self: SheetSelf) => HostObject = hostType<SheetSelf>({
  typeName: 'Worksheet',
  id: (self) => self.sheet.id,
  read: {
    id: (self) => live(self).id,
    name: (self) => live(self).name,
    position: (self) => self.workbook.sheets.indexOf(live(self)),
    visibility: (self) => live(self).visibility,
    tabColor: (self) => live(self).tabColor,
    showGridlines: (self) => self.sheet.settings.get('showGridlines') ?? true,
  },
  write: {
    name: (self, value) => {
      const name = String(value);
      const other = self.workbook.sheet(name);
      if (other && other !== self.sheet)
        throw new HostError('ItemAlreadyExists', `A sheet of that name exists: ${name}`);
      live(self).name = name;
    },
    position: (self, value) => {
      const sheets = self.workbook.sheets;
      const index = Number(value);
      if (!Number.isInteger(index) || index < 0 || index >= sheets.length)
        throw new HostError('InvalidArgument', 'Not a position.');
      sheets.splice(sheets.indexOf(live(self)), 1);
      sheets.splice(index, 0, self.sheet);
    },
    visibility: (self, value) => {
      if (!VISIBILITIES.includes(value)) throw new HostError('InvalidArgument', 'Not a visibility.');
      const others = self.workbook.sheets.filter((sheet) => sheet !== self.sheet && sheet.visibility === 'Visible');
      if (value !== 'Visible' && others.length === 0)
        throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
      live(self).visibility = value as ModelSheet['visibility'];
    },
    tabColor: (self, value) => {
      live(self).tabColor = String(value);
    },
    showGridlines: (self, value) => self.sheet.settings.set('showGridlines', value),
  },
  objects: {
    protection: protectionOf,
    names: (self) => namesOf({ names: live(self).names }),
    freezePanes: freezePanesOf,
    autoFilter: autoFilterOf,
    pageLayout: (self) => pageLayoutOf(settingsBag(self, 'pageLayout/')),
  },
  call: {
    getRange: (self, [address]) => rangeOf(rangeAt(self.workbook, live(self), address)),
    getRanges: (self, [addresses]) => rangeAreasOf(areasAt(self.workbook, live(self), addresses)),
    getRangeByIndexes: (self, args) => {
      const [top = -1, left = -1, height = 0, width = 0] = args.map(Number);
      if (top < 0 || left < 0 || height < 1 || width < 1) throw new HostError('InvalidArgument', 'Not a range.');
      return rangeOf({
        workbook: self.workbook,
        sheet: live(self),
        area: { top, left, bottom: top + height - 1, right: left + width - 1 },
      });
    },
    getCell: (self, [row, column]) =>
      rangeOf({
        workbook: self.workbook,
        sheet: live(self),
        area: { top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) },
      }),
    getUsedRangeOrNullObject: (self, [valuesOnly]) => {
      const area = live(self).usedArea(valuesOnly === true);
      return area ? rangeOf({ workbook: self.workbook, sheet: self.sheet, area }) : NOTHING;
    },
    activate: (self) => {
      if (live(self).visibility !== 'Visible') throw new HostError('InvalidOperation', 'The sheet is hidden.');
      self.workbook.active = self.sheet;
    },
    delete: (self) => self.workbook.removeSheet(live(self)),
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
  },
});

function settingsBag(self: SheetSelf, prefix: string): BagSelf {
  return { store: self.sheet.settings, prefix };
}

export const worksheetsOf = hostType<ModelWorkbook>({
  typeName: 'WorksheetCollection',
  items: (workbook) => workbook.sheets.map((sheet) => worksheetOf({ workbook, sheet })),
  item: (workbook, key) => find(workbook, key),
  call: {
    getItemOrNullObject: (workbook, [key]) => find(workbook, key) ?? NOTHING,
    getCount: (workbook) => workbook.sheets.length,
    getActiveWorksheet: (workbook) => worksheetOf({ workbook, sheet: workbook.active }),
    add: (workbook, [name]) => {
      const free = (): string => {
        let number = workbook.sheets.length + 1;
        while (workbook.sheet(`Sheet${number}`)) number++;
        return `Sheet${number}`;
      };
      return worksheetOf({ workbook, sheet: workbook.addSheet(typeof name === 'string' ? name : free()) });
    },
    // Only the registration comes this way; the events themselves come as messages.
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
    _RegisterSelectionChangedEvent: () => null,
    _UnregisterSelectionChangedEvent: () => null,
  },
});

function find(workbook: ModelWorkbook, key: unknown): HostObject | undefined {
  const sheet = typeof key === 'string' ? workbook.sheet(key) : undefined;
  return sheet && worksheetOf({ workbook, sheet });
}

/** The address of what is selected, as Excel gives it. */
export function selectedAddress(workbook: ModelWorkbook): string {
  const sheet = workbook.sheet(workbook.selection.sheet);
  return sheet ? workbook.selection.areas.map((area) => addressOfArea(sheet, area)).join(',') : '';
}
