import type { ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import { hostType, NOTHING } from '../server/host-object';
import { namesOf } from './names';
import { rangeOf } from './ranges';
import { worksheetsOf } from './worksheets';

const settingOf = hostType<{ readonly workbook: ModelWorkbook; readonly key: string }>({
  typeName: 'Setting',
  read: { key: (self) => self.key, value: (self) => self.workbook.settings.get(self.key) },
  write: { value: (self, value) => self.workbook.settings.set(self.key, value) },
  call: { delete: (self) => self.workbook.settings.delete(self.key) },
});

const settingsOf = hostType<ModelWorkbook>({
  typeName: 'SettingCollection',
  items: (workbook) => [...workbook.settings.keys()].map((key) => settingOf({ workbook, key })),
  item: (workbook, key) => (workbook.settings.has(String(key)) ? settingOf({ workbook, key: String(key) }) : undefined),
  call: {
    add: (workbook, [key, value]) => {
      workbook.settings.set(String(key), value);
      return settingOf({ workbook, key: String(key) });
    },
    getItemOrNullObject: (workbook, [key]) =>
      workbook.settings.has(String(key)) ? settingOf({ workbook, key: String(key) }) : NOTHING,
  },
});

const applicationOf = hostType<ModelWorkbook>({
  typeName: 'Application',
  read: { calculationMode: () => 'Automatic' },
  call: {
    calculate: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
  },
});

/** The root of every request. */
export const workbookObject = hostType<ModelWorkbook>({
  typeName: 'Workbook',
  read: { name: () => 'budget.xlsx', readOnly: () => false },
  objects: {
    worksheets: worksheetsOf,
    names: (workbook) => namesOf({ names: workbook.names }),
    settings: settingsOf,
    application: applicationOf,
  },
  call: {
    getSelectedRange: (workbook) => {
      const sheet = workbook.sheet(workbook.selection.sheet);
      const [area, ...others] = workbook.selection.areas;
      if (!sheet || !area || others.length > 0)
        throw new HostError('InvalidSelection', 'The current selection is invalid for this action.');
      return rangeOf({ workbook, sheet, area });
    },
  },
});
