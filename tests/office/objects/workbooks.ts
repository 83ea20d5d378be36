import type { ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import { hostType, NOTHING } from '../server/host-object';
import { namesOf } from './names';
import { rangeOf } from './ranges';
import { worksheetsOf } from './worksheets';

/** The pane at this end: what belongs to it, not to the workbook. */
export interface PaneSide {
  eventsEnabled: boolean;
}

/** More than this the settings of an add-in do not hold in one file. */
const SETTINGS_LIMIT = 2 * 1024 * 1024;

const settingOf = hostType<{ readonly workbook: ModelWorkbook; readonly key: string }>({
  typeName: 'Setting',
  read: { key: (self) => self.key, value: (self) => self.workbook.settings.get(self.key) },
  write: { value: (self, value) => self.workbook.settings.set(self.key, value) },
  call: {
    delete: (self) => {
      self.workbook.settings.delete(self.key);
    },
  },
});

const settingsOf = hostType<ModelWorkbook>({
  typeName: 'SettingCollection',
  items: (workbook) => [...workbook.settings.keys()].map((key) => settingOf({ workbook, key })),
  item: (workbook, key) => (workbook.settings.has(String(key)) ? settingOf({ workbook, key: String(key) }) : undefined),
  call: {
    add: (workbook, [key, value]) => {
      if (Buffer.byteLength(JSON.stringify(value) ?? '') > SETTINGS_LIMIT)
        throw new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
      workbook.settings.set(String(key), value);
      return settingOf({ workbook, key: String(key) });
    },
    getItemOrNullObject: (workbook, [key]) =>
      workbook.settings.has(String(key)) ? settingOf({ workbook, key: String(key) }) : NOTHING,
  },
});

const applicationOf = hostType<ModelWorkbook>({
  typeName: 'Application',
  read: { calculationMode: (workbook) => workbook.calculationMode },
  call: {
    suspendScreenUpdatingUntilNextSync: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
  },
});

const runtimeOf = hostType<PaneSide>({
  typeName: 'Runtime',
  read: { enableEvents: (pane) => pane.eventsEnabled },
  write: {
    enableEvents: (pane, value) => {
      pane.eventsEnabled = value === true;
    },
  },
});

const workbookProtectionOf = hostType<ModelWorkbook>({
  typeName: 'WorkbookProtection',
  read: { protected: (workbook) => workbook.isStructureProtected },
});

/** The root of every request. */
export const workbookObject = hostType<{ readonly workbook: ModelWorkbook; readonly pane: PaneSide }>({
  typeName: 'Workbook',
  read: { name: ({ workbook }) => workbook.fileName, readOnly: () => false },
  objects: {
    worksheets: ({ workbook }) => worksheetsOf(workbook),
    names: ({ workbook }) => namesOf({ workbook }),
    settings: ({ workbook }) => settingsOf(workbook),
    application: ({ workbook }) => applicationOf(workbook),
    protection: ({ workbook }) => workbookProtectionOf(workbook),
    _Runtime: ({ pane }) => runtimeOf(pane),
  },
  call: {
    getActiveCell: ({ workbook }) => selected(workbook, true),
    getSelectedRange: ({ workbook }) => selected(workbook, false),
  },
});

function selected(workbook: ModelWorkbook, cell: boolean): ReturnType<typeof rangeOf> {
  const sheet = workbook.sheet(workbook.selection.sheet);
  const [area, ...others] = workbook.selection.areas;
  if (!sheet || !area || (!cell && others.length > 0))
    throw new HostError('InvalidSelection', 'The current selection is invalid for this action.');
  return rangeOf({ workbook, sheet, area: cell ? { ...area, bottom: area.top, right: area.left } : area });
}
