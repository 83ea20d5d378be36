import { HostError } from './host-error';

/** An object at the far end, as the requests of office.js address it. Names are camelCase. */
export interface HostObject {
  readonly typeName: string;
  /** Set where the object has an id of its own by which its collection finds it. */
  readonly id?: string;
  /** Range and RangeAreas: the library asks to keep them by a reference. */
  readonly canBeKept: boolean;
  readonly scalars: readonly string[];
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  call(name: string, args: readonly unknown[]): unknown;
  /** The members of a collection; undefined for anything else. */
  items(): readonly HostObject[] | undefined;
  item(key: unknown): HostObject | undefined;
}

/** What a kind of object can do. Whatever is not listed is refused, the way an old Excel refuses a new call. */
export interface HostType<Self> {
  readonly typeName: string;
  readonly canBeKept?: boolean;
  readonly id?: (self: Self) => string;
  readonly read?: Readonly<Record<string, (self: Self) => unknown>>;
  readonly objects?: Readonly<Record<string, (self: Self) => HostObject | typeof NOTHING>>;
  readonly write?: Readonly<Record<string, (self: Self, value: unknown) => void>>;
  readonly call?: Readonly<Record<string, (self: Self, args: readonly unknown[]) => unknown>>;
  readonly items?: (self: Self) => readonly HostObject[];
  readonly item?: (self: Self, key: unknown) => HostObject | undefined;
}

/** Makes a maker of host objects of a type. */
export function hostType<Self>(type: HostType<Self>): (self: Self) => HostObject {
  const missing = (name: string): HostError =>
    new HostError('ApiNotFound', `The test host has no ${type.typeName}.${name}.`);
  return (self) => ({
    typeName: type.typeName,
    ...(type.id ? { id: type.id(self) } : {}),
    canBeKept: type.canBeKept ?? false,
    scalars: Object.keys(type.read ?? {}),
    read(name) {
      const reader = type.read?.[name] ?? type.objects?.[name];
      if (!reader) throw missing(name);
      return reader(self);
    },
    write(name, value) {
      const writer = type.write?.[name];
      if (!writer) throw missing(name);
      writer(self, value);
    },
    call(name, args) {
      const method = type.call?.[name];
      if (!method) throw missing(`${name}()`);
      return method(self, args);
    },
    items: () => type.items?.(self),
    item: (key) => type.item?.(self, key),
  });
}

/** What an …OrNullObject call finds when there is nothing. */
export const NOTHING = Symbol('null object');

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'typeName' in value && 'canBeKept' in value;
}

/** An object that only keeps what is set: page layouts, fonts, fills. Only the listed names exist. */
export interface BagSelf {
  readonly store: { get(key: string): unknown; set(key: string, value: unknown): unknown };
  readonly prefix: string;
}

export function bagType(
  typeName: string,
  names: readonly string[],
  more: Pick<HostType<BagSelf>, 'objects' | 'call' | 'item'> = {},
): (self: BagSelf) => HostObject {
  return hostType<BagSelf>({
    typeName,
    read: Object.fromEntries(
      names.map((name) => [name, (self: BagSelf) => self.store.get(self.prefix + name) ?? null]),
    ),
    write: Object.fromEntries(
      names.map((name) => [name, (self: BagSelf, value: unknown) => self.store.set(self.prefix + name, value)]),
    ),
    ...(more.objects ? { objects: more.objects } : {}),
    ...(more.call ? { call: more.call } : {}),
    ...(more.item ? { item: more.item } : {}),
  });
}
