import type { Area } from '../../../src/engine/snapshot/address';
import { intersection } from '../model/addresses';
import type { ModelConditionalFormat, ModelSheet, ModelWorkbook } from '../model/workbook';
import { newId } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { bagType, hostType, NOTHING } from '../server/host-object';
import { beIconSet, iconSetOf } from './icon-sets';
import { rangeAreasOf, rangeOf } from './ranges';

/** The conditional formats that touch some cells of a sheet. */
export interface FormatsSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly areas: readonly Area[];
}

interface FormatSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly format: ModelConditionalFormat;
}

const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

export const conditionalFormatsOf = hostType<FormatsSelf>({
  typeName: 'ConditionalFormatCollection',
  items: (self) => touching(self).map((format) => conditionalFormatOf({ ...self, format })),
  item: (self, key) => {
    const format = touching(self).find((candidate) => candidate.id === key);
    return format && conditionalFormatOf({ ...self, format });
  },
  call: {
    getCount: (self) => touching(self).length,
    getItemOrNullObject: (self, [key]) => {
      const format = touching(self).find((candidate) => candidate.id === key);
      return format ? conditionalFormatOf({ ...self, format }) : NOTHING;
    },
    add: (self, [type]) => {
      if (typeof type !== 'string' || !TYPES.includes(type))
        throw new HostError('InvalidArgument', `Not a kind of conditional format: ${String(type)}`);
      self.sheet.mustBeOpen();
      const format: ModelConditionalFormat = { id: newId(), type, areas: self.areas, formula: '', look: new Map() };
      if (type === 'IconSet') beIconSet(format);
      // A new rule goes before the ones that stand there.
      self.sheet.conditionalFormats.unshift(format);
      return conditionalFormatOf({ ...self, format });
    },
    clearAll: (self) => {
      self.sheet.mustBeOpen();
      const gone = new Set(touching(self));
      self.sheet.conditionalFormats = self.sheet.conditionalFormats.filter((format) => !gone.has(format));
    },
  },
});

function touching(self: FormatsSelf): readonly ModelConditionalFormat[] {
  return self.sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => self.areas.some((other) => intersection(area, other))),
  );
}

const conditionalFormatOf: (self: FormatSelf) => HostObject = hostType<FormatSelf>({
  typeName: 'ConditionalFormat',
  id: (self) => self.format.id,
  read: {
    id: (self) => self.format.id,
    type: (self) => self.format.type,
    priority: (self) => self.sheet.conditionalFormats.indexOf(self.format),
    stopIfTrue: (self) => self.format.look.get('stopIfTrue') ?? false,
  },
  write: {
    stopIfTrue: (self, value) => self.format.look.set('stopIfTrue', value),
  },
  objects: {
    custom: (self) => {
      if (self.format.type !== 'Custom')
        throw new HostError('InvalidArgument', 'This conditional format is not custom.');
      return customOf(self);
    },
    // A null object where the rule is of another kind, so that a whole collection can be loaded at once.
    customOrNullObject: (self) => (self.format.type === 'Custom' ? customOf(self) : NOTHING),
    iconSet: (self) => {
      if (self.format.type !== 'IconSet')
        throw new HostError('InvalidArgument', 'This conditional format is not an icon set.');
      return iconSetOf(self);
    },
    iconSetOrNullObject: (self) => (self.format.type === 'IconSet' ? iconSetOf(self) : NOTHING),
  },
  call: {
    delete: (self) => {
      self.sheet.mustBeOpen();
      const index = self.sheet.conditionalFormats.indexOf(self.format);
      if (index < 0) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      self.sheet.conditionalFormats.splice(index, 1);
    },
    getRange: (self) => {
      const [area, ...others] = self.format.areas;
      if (!area || others.length > 0)
        throw new HostError('InvalidArgument', 'The conditional format stands on several ranges.');
      return rangeOf({ workbook: self.workbook, sheet: self.sheet, area });
    },
    getRanges: (self) => rangeAreasOf({ workbook: self.workbook, sheet: self.sheet, areas: self.format.areas }),
  },
});

const BORDERS: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};
const borderOf = bagType('ConditionalRangeBorder', ['color', 'style']);
const fillOf = bagType('ConditionalRangeFill', ['color']);
const fontOf = bagType('ConditionalRangeFont', ['bold', 'italic', 'color', 'strikethrough', 'underline']);

const bordersOf = bagType('ConditionalRangeBorderCollection', [], {
  item: (self, key) => borderOf({ ...self, prefix: `borders/${String(key)}/` }),
  objects: Object.fromEntries(
    Object.entries(BORDERS).map(([name, edge]) => [name, (self) => borderOf({ ...self, prefix: `borders/${edge}/` })]),
  ),
});

const rangeFormatOf = bagType('ConditionalRangeFormat', ['numberFormat'], {
  objects: {
    fill: (self) => fillOf({ ...self, prefix: 'fill/' }),
    font: (self) => fontOf({ ...self, prefix: 'font/' }),
    borders: (self) => bordersOf({ ...self, prefix: 'borders/' }),
  },
});

const ruleOf = hostType<FormatSelf>({
  typeName: 'ConditionalFormatRule',
  read: { formula: (self) => self.format.formula },
  write: {
    formula: (self, value) => {
      if (typeof value !== 'string' || !value.startsWith('=') || value.length > 8192)
        throw new HostError('InvalidArgument', 'Not a formula.');
      self.format.formula = value;
    },
  },
});

const customOf = hostType<FormatSelf>({
  typeName: 'CustomConditionalFormat',
  objects: { rule: ruleOf, format: (self) => rangeFormatOf({ store: self.format.look, prefix: '' }) },
});
