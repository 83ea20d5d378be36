import { canonical } from '../model/state';
import { without } from '../model/structure';
import { intersection } from '../model/addresses';
import type { ModelValidation } from '../model/workbook';
import { HostError } from '../server/host-error';
import { hostType } from '../server/host-object';
import type { AreasSelf } from './formats';

const LONGEST_LIST = 255;

const touching = (self: AreasSelf): readonly ModelValidation[] =>
  self.sheet.validations.filter(({ areas }) => areas.some((area) => self.areas.some((own) => intersection(own, area))));

/** The one validation that holds for all cells asked about. */
function only(self: AreasSelf): ModelValidation | undefined {
  const [first, ...others] = touching(self);
  if (!first || others.length > 0) return undefined;
  const left = self.areas.flatMap((own) =>
    first.areas.reduce((rest, area) => rest.flatMap((r) => [...without(r, area)]), [own]),
  );
  return left.length === 0 ? first : undefined;
}

function remove(self: AreasSelf): void {
  for (const validation of touching(self))
    validation.areas = self.areas.reduce((rest, hole) => rest.flatMap((area) => without(area, hole)), validation.areas);
  self.sheet.validations = self.sheet.validations.filter(({ areas }) => areas.length > 0);
}

/** The validation of exactly these cells, made where there is none. */
function own(self: AreasSelf): ModelValidation {
  self.sheet.mustBeOpen();
  const there = only(self);
  if (there && JSON.stringify(canonical(there.areas)) === JSON.stringify(canonical(self.areas))) return there;
  remove(self);
  const made = { areas: self.areas, rule: {}, prompt: null, errorAlert: null, ignoreBlanks: true };
  self.sheet.validations.push(made);
  return made;
}

const KINDS: Readonly<Record<string, string>> = {
  list: 'List',
  custom: 'Custom',
  decimal: 'Decimal',
  wholeNumber: 'WholeNumber',
  textLength: 'TextLength',
  date: 'Date',
  time: 'Time',
};

function typeOf(self: AreasSelf): string {
  const found = touching(self);
  if (found.length === 0) return 'None';
  if (found.length > 1) return 'MixedCriteria';
  const all = only(self);
  if (!all) return 'Inconsistent';
  return KINDS[Object.keys(all.rule as object)[0] ?? ''] ?? 'None';
}

export const dataValidationOf = hostType<AreasSelf>({
  typeName: 'DataValidation',
  read: {
    type: typeOf,
    rule: (self) => only(self)?.rule ?? null,
    prompt: (self) => only(self)?.prompt ?? null,
    errorAlert: (self) => only(self)?.errorAlert ?? null,
    ignoreBlanks: (self) => only(self)?.ignoreBlanks ?? null,
  },
  write: {
    rule: (self, value) => {
      const list = (value as { readonly list?: { readonly source?: unknown } } | null)?.list;
      if (typeof list?.source === 'string' && !list.source.startsWith('=') && list.source.length > LONGEST_LIST)
        throw new HostError('InvalidArgument', 'A list of words has at most 255 characters.');
      own(self).rule = value;
    },
    prompt: (self, value) => {
      own(self).prompt = value;
    },
    errorAlert: (self, value) => {
      own(self).errorAlert = value;
    },
    ignoreBlanks: (self, value) => {
      own(self).ignoreBlanks = value === true;
    },
  },
  call: {
    clear: (self) => {
      self.sheet.mustBeOpen();
      remove(self);
    },
  },
});
