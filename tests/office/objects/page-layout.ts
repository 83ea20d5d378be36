import { areaOfAddress, LAST_COLUMN } from '../model/addresses';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { bagType, hostType, isHostObject, NOTHING } from '../server/host-object';
import type { BagSelf } from '../server/host-object';
import { rangeOf } from './ranges';
import type { SheetSelf } from './worksheets';

const bag = (self: SheetSelf, prefix: string): BagSelf => ({ store: self.sheet.settings, prefix });

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

/** As a new sheet has it. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  orientation: 'Portrait',
  paperSize: 'A4',
  zoom: { scale: 100 },
  centerHorizontally: false,
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
};

/** What is as a new sheet has it is not kept: two sheets that look alike are alike. */
function set(self: SheetSelf, name: string, value: unknown): void {
  self.sheet.mustBeOpen();
  if (JSON.stringify(value) === JSON.stringify(DEFAULTS[name])) self.sheet.settings.delete(`pageLayout/${name}`);
  else self.sheet.settings.set(`pageLayout/${name}`, value);
}

export const pageLayoutOf: (self: SheetSelf) => HostObject = hostType<SheetSelf>({
  typeName: 'PageLayout',
  read: Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [
      name,
      (self: SheetSelf) => self.sheet.settings.get(`pageLayout/${name}`) ?? value,
    ]),
  ),
  write: Object.fromEntries(
    Object.keys(DEFAULTS).map((name) => [name, (self: SheetSelf, value: unknown) => set(self, name, value)]),
  ),
  objects: { headersFooters: (self) => headersFootersOf(bag(self, 'pageLayout/')) },
  call: {
    setPrintTitleRows: (self, [rows]) => {
      const area = areaOfAddress(isHostObject(rows) ? String(rows.read('address')) : String(rows));
      if (area.left !== 0 || area.right !== LAST_COLUMN)
        throw new HostError('InvalidArgument', 'Titles are whole rows.');
      self.sheet.printTitles = { from: area.top, to: area.bottom };
    },
    getPrintTitleRowsOrNullObject: (self) => {
      const titles = self.sheet.printTitles;
      return titles
        ? rangeOf({ ...self, area: { top: titles.from, left: 0, bottom: titles.to, right: LAST_COLUMN } })
        : NOTHING;
    },
  },
});
