import { areaOfAddress, LAST_COLUMN, LAST_ROW } from '../model/addresses';
import type { ModelSheet, ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { hostType, isHostObject, NOTHING } from '../server/host-object';
import { chartsOf } from './charts';
import { STANDARD_HEIGHT } from './formats';
import { namesOf } from './names';
import { pageLayoutOf } from './page-layout';
import { areasAt, rangeAreasOf, rangeAt, rangeOf } from './ranges';

export interface SheetSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
}

const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'];

const protectionOf = hostType<SheetSelf>({
  typeName: 'WorksheetProtection',
  read: {
    protected: (self) => self.sheet.isProtected,
    options: (self) => (self.sheet.isProtected ? self.sheet.protectionOptions : null),
  },
  call: {
    protect: (self, [options, password]) => {
      self.sheet.mustBeOpen();
      self.sheet.isProtected = true;
      self.sheet.protectionOptions = (options ?? {}) as ModelSheet['protectionOptions'];
      if (typeof password === 'string') self.sheet.settings.set('password', password);
      self.workbook.note({ kind: 'final' });
    },
    unprotect: (self, [password]) => {
      if (!self.sheet.isProtected) throw new HostError('AccessDenied', 'The sheet is not protected.');
      if (self.sheet.settings.has('password') && self.sheet.settings.get('password') !== password)
        throw new HostError('AccessDenied', 'The password is not correct.');
      self.sheet.isProtected = false;
      self.sheet.protectionOptions = {};
      self.workbook.note({ kind: 'final' });
    },
  },
});

const areaOfArgument = (argument: unknown): ReturnType<typeof areaOfAddress> =>
  areaOfAddress(isHostObject(argument) ? String(argument.read('address')) : String(argument));

const freezePanesOf = hostType<SheetSelf>({
  typeName: 'WorksheetFreezePanes',
  call: {
    freezeAt: (self, [range]) => {
      const { bottom, right } = areaOfArgument(range);
      self.sheet.frozen = { top: 0, left: 0, bottom, right };
    },
    freezeRows: (self, [count]) => {
      self.sheet.frozen = { top: 0, left: 0, bottom: Number(count ?? 1) - 1, right: LAST_COLUMN };
    },
    freezeColumns: (self, [count]) => {
      self.sheet.frozen = { top: 0, left: 0, bottom: LAST_ROW, right: Number(count ?? 1) - 1 };
    },
    unfreeze: (self) => {
      self.sheet.frozen = undefined;
    },
    getLocationOrNullObject: (self) => (self.sheet.frozen ? rangeOf({ ...self, area: self.sheet.frozen }) : NOTHING),
  },
});

const autoFilterOf = hostType<SheetSelf>({
  typeName: 'AutoFilter',
  read: {
    enabled: (self) => self.sheet.filter !== undefined,
    isDataFiltered: (self) => self.sheet.filter?.filtered ?? false,
  },
  call: {
    apply: (self, [range, , criteria]) => {
      self.sheet.mustBeOpen();
      self.sheet.filter = { area: areaOfArgument(range), filtered: criteria !== undefined && criteria !== null };
    },
    remove: (self) => {
      self.sheet.mustBeOpen();
      self.sheet.filter = undefined;
    },
    clearCriteria: (self) => {
      self.sheet.mustBeOpen('allowAutoFilter');
      if (self.sheet.filter) self.sheet.filter.filtered = false;
    },
    getRangeOrNullObject: (self) => (self.sheet.filter ? rangeOf({ ...self, area: self.sheet.filter.area }) : NOTHING),
  },
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
    standardHeight: () => STANDARD_HEIGHT,
  },
  write: {
    name: (self, value) => self.workbook.renameSheet(live(self), String(value)),
    position: (self, value) => {
      self.workbook.mustBeOpen();
      const sheets = self.workbook.sheets;
      const index = Number(value);
      if (!Number.isInteger(index) || index < 0 || index >= sheets.length)
        throw new HostError('InvalidArgument', 'Not a position.');
      sheets.splice(sheets.indexOf(live(self)), 1);
      sheets.splice(index, 0, self.sheet);
      self.workbook.note({ kind: 'final' });
    },
    visibility: (self, value) => {
      if (!VISIBILITIES.includes(value)) throw new HostError('InvalidArgument', 'Not a visibility.');
      self.workbook.mustBeOpen();
      const others = self.workbook.sheets.filter((sheet) => sheet !== self.sheet && sheet.visibility === 'Visible');
      if (value !== 'Visible' && others.length === 0)
        throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
      live(self).visibility = value as ModelSheet['visibility'];
      self.workbook.note({ kind: 'final' });
    },
    tabColor: (self, value) => {
      self.workbook.mustBeOpen();
      live(self).tabColor = String(value);
    },
    // The library writes this one by another name than the one it reads it by.
    gridlines: (self, value) => {
      if (value === true) live(self).settings.delete('showGridlines');
      else live(self).settings.set('showGridlines', false);
    },
  },
  objects: {
    protection: protectionOf,
    names: (self) => namesOf({ workbook: self.workbook, sheet: live(self) }),
    freezePanes: freezePanesOf,
    autoFilter: autoFilterOf,
    pageLayout: pageLayoutOf,
    charts: (self) => chartsOf({ workbook: self.workbook, sheet: live(self) }),
  },
  call: {
    getRange: (self, [address]) => rangeOf(rangeAt(self.workbook, live(self), address)),
    getRanges: (self, [addresses]) => rangeAreasOf(areasAt(self.workbook, live(self), addresses)),
    getRangeByIndexes: (self, args) => {
      const [top = -1, left = -1, height = 0, width = 0] = args.map(Number);
      const area = { top, left, bottom: top + height - 1, right: left + width - 1 };
      if (top < 0 || left < 0 || height < 1 || width < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN)
        throw new HostError('InvalidArgument', 'Not a range.');
      return rangeOf({ workbook: self.workbook, sheet: live(self), area });
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

const events = ['DataChanged', 'SelectionChanged', 'Added', 'Deleted', 'Calculated', 'ProtectionChanged'];

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
    ...Object.fromEntries(
      events.flatMap((event) => [
        [`_Register${event}Event`, () => null],
        [`_Unregister${event}Event`, () => null],
      ]),
    ),
  },
});

function find(workbook: ModelWorkbook, key: unknown): HostObject | undefined {
  const sheet = typeof key === 'string' ? workbook.sheet(key) : undefined;
  return sheet && worksheetOf({ workbook, sheet });
}
