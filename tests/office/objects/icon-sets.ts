import type { ModelConditionalFormat } from '../model/workbook';
import { HostError } from '../server/host-error';
import { hostType } from '../server/host-object';

/** The icon sets of Excel and how many icons each has. */
const ICONS: Readonly<Record<string, number>> = {
  ...iconsEach(
    3,
    'ThreeArrows ThreeArrowsGray ThreeFlags ThreeTrafficLights1 ThreeTrafficLights2 ThreeSigns ThreeSymbols ThreeSymbols2 ThreeStars ThreeTriangles',
  ),
  ...iconsEach(4, 'FourArrows FourArrowsGray FourRedToBlack FourRating FourTrafficLights'),
  ...iconsEach(5, 'FiveArrows FiveArrowsGray FiveRating FiveQuarters FiveBoxes'),
};

function iconsEach(icons: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, icons]));
}

const TYPES = ['Number', 'Percent', 'Formula', 'Percentile'];
const OPERATORS = ['GreaterThan', 'GreaterThanOrEqual'];

interface Criterion {
  readonly type: string;
  readonly operator: string;
  /** With its leading `=`. */
  readonly formula: string;
  readonly customIcon: null;
}

/** What Excel gives a new icon set of so many icons: equal shares of the range of the values. */
function byShares(icons: number): readonly Criterion[] {
  return Array.from({ length: icons }, (_, index) => ({
    type: 'Percent',
    operator: 'GreaterThanOrEqual',
    formula: `=${Math.round((100 * index) / icons)}`,
    customIcon: null,
  }));
}

/** Gives a rule the look of an icon set that nobody has changed yet. */
export function beIconSet({ look }: ModelConditionalFormat): void {
  look.set('iconSet/style', 'ThreeTrafficLights1');
  look.set('iconSet/criteria', byShares(3));
  look.set('iconSet/showIconOnly', false);
  look.set('iconSet/reverseIconOrder', false);
}

const refused = (what: string): HostError => new HostError('InvalidArgument', what);

/** The icon set of a rule of that kind. */
export const iconSetOf = hostType<{ readonly format: ModelConditionalFormat }>({
  typeName: 'IconSetConditionalFormat',
  read: Object.fromEntries(
    ['style', 'criteria', 'showIconOnly', 'reverseIconOrder'].map((name) => [
      name,
      ({ format }) => format.look.get(`iconSet/${name}`),
    ]),
  ),
  write: {
    // Another style takes its own shares with it.
    style: ({ format }, value) => {
      const icons = typeof value === 'string' ? ICONS[value] : undefined;
      if (icons === undefined) throw refused(`Not an icon set: ${String(value)}`);
      format.look.set('iconSet/style', value);
      format.look.set('iconSet/criteria', byShares(icons));
    },
    criteria: ({ format }, value) => {
      const icons = ICONS[String(format.look.get('iconSet/style'))];
      if (!Array.isArray(value) || value.length !== icons) throw refused(`Not the criteria of ${icons} icons.`);
      const [first] = byShares(icons);
      format.look.set(
        'iconSet/criteria',
        // The first stands for all that is below the others: what is said of it is not listened to.
        value.map((criterion: unknown, index) => (index === 0 ? first : criterionOf(criterion))),
      );
    },
    showIconOnly: ({ format }, value) => format.look.set('iconSet/showIconOnly', flag(value)),
    reverseIconOrder: ({ format }, value) => format.look.set('iconSet/reverseIconOrder', flag(value)),
  },
});

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw refused(`Neither true nor false: ${String(value)}`);
  return value;
}

function criterionOf(given: unknown): Criterion {
  const { type, operator, formula, customIcon } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || !TYPES.includes(type)) throw refused(`Not a kind of threshold: ${String(type)}`);
  if (typeof operator !== 'string' || !OPERATORS.includes(operator))
    throw refused(`Not an operator: ${String(operator)}`);
  if (customIcon !== undefined && customIcon !== null)
    throw new HostError('ApiNotFound', 'The test host has no icons but those of the set.');
  const text = typeof formula === 'string' || typeof formula === 'number' ? String(formula).replace(/^=/, '') : '';
  if (text === '' || text.length > 255) throw refused('A threshold without a value.');
  const number = Number(text);
  if (type !== 'Formula' && !(Math.abs(number) < 1e308)) throw refused(`Not a number: ${text}`);
  if ((type === 'Percent' || type === 'Percentile') && (number < 0 || number > 100))
    throw refused(`Not between 0 and 100: ${text}`);
  if (type === 'Formula' && /(^|[^$A-Z])[A-Z]{1,3}\$?\d/i.test(text))
    throw refused('Relative references cannot be used in the criteria of icon sets.');
  return { type, operator, formula: `=${text}`, customIcon: null };
}
