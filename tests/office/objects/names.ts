import type { ModelName, ModelSheet, ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { hostType, isHostObject, NOTHING } from '../server/host-object';
import { splitSheet } from '../model/addresses';
import { rangeAt, rangeOf } from './ranges';

export interface NamesSelf {
  readonly workbook: ModelWorkbook;
  /** Of a sheet; the workbook's own names otherwise. */
  readonly sheet?: ModelSheet;
}

const listOf = ({ workbook, sheet }: NamesSelf): Map<string, ModelName> => (sheet ?? workbook).names;

type NameSelf = NamesSelf & { readonly name: ModelName };

const isText = (formula: string): boolean => /^="(?:[^"]|"")*"$/.test(formula);

const nameOf = hostType<NameSelf>({
  typeName: 'NamedItem',
  read: {
    name: (self) => self.name.name,
    formula: (self) => self.name.formula,
    value: (self) => (isText(self.name.formula) ? self.name.formula.slice(2, -1) : self.name.formula),
    visible: (self) => self.name.visible,
    type: (self) => (isText(self.name.formula) ? 'String' : 'Range'),
  },
  write: {
    visible: (self, value) => {
      self.name.visible = value === true;
    },
    formula: (self, value) => {
      self.name.formula = formulaOf(self, value);
    },
  },
  call: {
    delete: (self) => {
      listOf(self).delete(self.name.name.toLowerCase());
    },
    getRangeOrNullObject: (self) => {
      const { sheet, rest } = splitSheet(self.name.formula.slice(1));
      const on = sheet === undefined ? undefined : self.workbook.sheet(sheet);
      return on && /^[$A-Z0-9:]+$/.test(rest) ? rangeOf(rangeAt(self.workbook, on, rest)) : NOTHING;
    },
  },
});

function formulaOf(self: NamesSelf, reference: unknown): string {
  const formula = isHostObject(reference) ? `=${String(reference.read('address'))}` : String(reference);
  if (!formula.startsWith('=')) throw new HostError('InvalidArgument', 'A name refers to a range or a formula.');
  self.workbook.mustKnowSheets(formula.slice(1));
  return formula;
}

const found = (self: NamesSelf, key: unknown): HostObject | undefined => {
  const name = listOf(self).get(String(key).toLowerCase());
  return name && nameOf({ ...self, name });
};

export const namesOf = hostType<NamesSelf>({
  typeName: 'NamedItemCollection',
  items: (self) => [...listOf(self).values()].map((name) => nameOf({ ...self, name })),
  item: found,
  call: {
    getItem: (self, [key]) => {
      const name = found(self, key);
      if (!name) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return name;
    },
    getItemOrNullObject: (self, [key]) => found(self, key) ?? NOTHING,
    getCount: (self) => listOf(self).size,
    add: (self, [text, reference]) => {
      if (typeof text !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text))
        throw new HostError('InvalidArgument', `Not a name: ${String(text)}`);
      if (listOf(self).has(text.toLowerCase())) throw new HostError('InvalidArgument', `The name exists: ${text}`);
      const name: ModelName = { name: text, formula: formulaOf(self, reference), visible: true };
      listOf(self).set(text.toLowerCase(), name);
      return nameOf({ ...self, name });
    },
  },
});
