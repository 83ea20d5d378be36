import { at, everyElement } from './read-manifest';
import type { Element } from './read-manifest';

/*
 * What Excel refuses, or drops without a word, and what the published schemas do not see. Each check gives its complaints as texts.
 * Orders and lengths: the reference of the add-in only manifest ("element ordering", Resources, Control, Icon).
 */

const BASE_ORDER = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
];

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['OverriddenByRibbonApi', 'Label', 'Icon', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Items'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName', 'Title'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

export function orderProblems(manifest: Element): readonly string[] {
  return everyElement(manifest).flatMap((element) => {
    const order = element === manifest ? BASE_ORDER : ORDERS[element.name];
    if (!order) return [];
    const places = element.children.map((child) => order.indexOf(child.name));
    return element.children.flatMap((child, index) => {
      if (places[index] === -1) return [`<${child.name}> is not expected in <${element.name}>`];
      return (places[index] ?? 0) < (places[index - 1] ?? 0)
        ? [`<${child.name}> stands after <${element.children[index - 1]?.name ?? ''}>`]
        : [];
    });
  });
}

function resourcesOf(manifest: Element): readonly Element[] {
  return at(manifest, 'VersionOverrides', 'Resources').children.flatMap((group) => group.children);
}

/** Resources used but not defined, defined but not used, defined twice, or with a name too long. */
export function residProblems(manifest: Element): readonly string[] {
  const defined = resourcesOf(manifest).map((resource) => resource.attributes['id'] ?? '');
  const used = everyElement(manifest).flatMap((element) => element.attributes['resid'] ?? []);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `${id} is used but not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `${id} is defined but not used`),
    ...defined.filter((id, index) => defined.indexOf(id) < index).map((id) => `${id} is defined twice`),
    ...defined.filter((id) => id.length === 0 || id.length > 32).map((id) => `${id} is not 1 to 32 characters long`),
  ];
}

/** Ids of groups, controls and the like that occur twice. */
export function idProblems(manifest: Element): readonly string[] {
  const own = everyElement(at(manifest, 'VersionOverrides', 'Hosts'));
  const ids = own.filter(({ name }) => name !== 'OfficeTab').flatMap((element) => element.attributes['id'] ?? []);
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

/** Every text in every language, with how long it may be. */
export function textProblems(manifest: Element): readonly string[] {
  const limits: Readonly<Record<string, number>> = {
    ShortStrings: 125,
    LongStrings: 250,
    DisplayName: 125,
    Description: 250,
  };
  const groups = [
    ...at(manifest, 'VersionOverrides', 'Resources').children,
    at(manifest, 'DisplayName'),
    at(manifest, 'Description'),
  ];
  return groups.flatMap((group) => {
    const limit = limits[group.name];
    if (limit === undefined) return [];
    return everyElement(group)
      .flatMap((element) => [element.attributes['DefaultValue'] ?? [], element.attributes['Value'] ?? []].flat())
      .filter((text) => text.trim() === '' || text.length > limit)
      .map((text) => `${group.name}: ${String(text.length)} characters: ${text}`);
  });
}

/** Texts without exactly one translation into English. */
export function translationProblems(manifest: Element): readonly string[] {
  const strings = resourcesOf(manifest).filter(({ name }) => name === 'String');
  return [at(manifest, 'DisplayName'), at(manifest, 'Description'), ...strings].flatMap((text) => {
    const locales = text.children
      .filter(({ name }) => name === 'Override')
      .map(({ attributes }) => attributes['Locale']);
    return locales.join() === 'en-US' ? [] : [`${text.attributes['id'] ?? text.name}: [${locales.join()}]`];
  });
}

/** Every address in the manifest, translations included. */
export function addressesOf(manifest: Element): readonly string[] {
  return everyElement(manifest)
    .flatMap(({ attributes }) => [attributes['DefaultValue'] ?? [], attributes['Value'] ?? []].flat())
    .filter((value) => /^[a-z][a-z+.-]*:/i.test(value) || value.startsWith('//'));
}

/** Icons by their size as declared, and the address behind each. */
export function iconsOf(manifest: Element): readonly { readonly size: number; readonly address: string }[] {
  const address = new Map(
    resourcesOf(manifest).map(({ attributes }) => [attributes['id'], attributes['DefaultValue'] ?? '']),
  );
  const sized = everyElement(at(manifest, 'VersionOverrides', 'Hosts'))
    .filter(({ name }) => name === 'Image')
    .map(({ attributes }) => ({ size: Number(attributes['size']), address: address.get(attributes['resid']) ?? '' }));
  return [
    { size: 32, address: at(manifest, 'IconUrl').attributes['DefaultValue'] ?? '' },
    { size: 64, address: at(manifest, 'HighResolutionIconUrl').attributes['DefaultValue'] ?? '' },
    ...sized,
  ];
}

/** Icons that lack one of the sizes that Excel asks for. */
export function iconProblems(manifest: Element): readonly string[] {
  return everyElement(manifest)
    .filter(({ name }) => name === 'Icon')
    .flatMap((icon) => {
      const sizes = icon.children.map(({ attributes }) => attributes['size']);
      return ['16', '32', '80'].filter((size) => !sizes.includes(size)).map((size) => `an icon without ${size} px`);
    });
}
