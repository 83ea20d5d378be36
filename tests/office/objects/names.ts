import type { ModelName } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { hostType, isHostObject, NOTHING } from '../server/host-object';

export interface NamesSelf {
  readonly names: Map<string, ModelName>;
}

const nameOf = hostType<NamesSelf & { readonly name: ModelName }>({
  typeName: 'NamedItem',
  read: {
    name: (self) => self.name.name,
    formula: (self) => self.name.formula,
    value: (self) => self.name.formula,
    visible: (self) => self.name.visible,
    type: () => 'Range',
  },
  write: {
    visible: (self, value) => {
      self.name.visible = value === true;
    },
    formula: (self, value) => {
      self.name.formula = String(value);
    },
  },
  call: { delete: (self) => self.names.delete(self.name.name.toLowerCase()) },
});

const found = (self: NamesSelf, key: unknown): HostObject | undefined => {
  const name = self.names.get(String(key).toLowerCase());
  return name && nameOf({ ...self, name });
};

export const namesOf = hostType<NamesSelf>({
  typeName: 'NamedItemCollection',
  items: (self) => [...self.names.values()].map((name) => nameOf({ ...self, name })),
  item: found,
  call: {
    getItem: (self, [key]) => {
      const name = found(self, key);
      if (!name) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return name;
    },
    getItemOrNullObject: (self, [key]) => found(self, key) ?? NOTHING,
    add: (self, [text, reference]) => {
      if (typeof text !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text))
        throw new HostError('InvalidArgument', `Not a name: ${String(text)}`);
      if (self.names.has(text.toLowerCase())) throw new HostError('InvalidArgument', `The name exists: ${text}`);
      const formula = isHostObject(reference) ? `=${String(reference.read('address'))}` : String(reference);
      if (!formula.startsWith('=')) throw new HostError('InvalidArgument', 'A name refers to a range or a formula.');
      const name: ModelName = { name: text, formula, visible: true };
      self.names.set(text.toLowerCase(), name);
      return nameOf({ ...self, name });
    },
  },
});
