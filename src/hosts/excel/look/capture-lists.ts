import type { Area } from '../../../engine/snapshot/address';
import { areasOf, loadPlaces, rangeOf } from '../api/areas';
import type { ListPlan } from '../sheets/sheet-plan';

/**
 * What may be typed into the cells of a sheet. Excel tells where such rules stand, and of an area whether one rule holds for all of
 * it: areas with several are cut in two until each has one, a batch for each round.
 */
export async function captureLists(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<readonly ListPlan[]> {
  const places = loadPlaces(sheet.getRange().getSpecialCellsOrNullObject('DataValidations'));
  await context.sync();
  return listsIn(context, sheet, areasOf(places));
}

async function listsIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: readonly Area[],
): Promise<readonly ListPlan[]> {
  if (areas.length === 0) return [];
  const asked = areas.map((area) => {
    const validation = rangeOf(sheet, area).dataValidation;
    validation.load('type,rule,prompt,errorAlert,ignoreBlanks');
    return { area, validation };
  });
  await context.sync();
  const mixed = asked.filter(({ validation }) => MIXED.includes(validation.type));
  const found = asked.flatMap(({ area, validation }): readonly ListPlan[] => {
    const { type, rule, prompt, errorAlert, ignoreBlanks } = validation;
    if (MIXED.includes(type) || (type === 'None' && !isGiven(prompt))) return [];
    return [
      {
        area,
        rule,
        ...(isGiven(prompt) ? { prompt } : {}),
        ...(isGiven(errorAlert) ? { errorAlert } : {}),
        ignoreBlanks,
      },
    ];
  });
  return [
    ...found,
    ...(await listsIn(
      context,
      sheet,
      mixed.flatMap(({ area }) => halves(area)),
    )),
  ];
}

const MIXED: readonly string[] = ['Inconsistent', 'MixedCriteria'];

/** The typings do not say so, but what was never given is null. */
const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** Columns first: what may be typed differs from column to column. */
function halves(area: Area): readonly Area[] {
  const { top, left, bottom, right } = area;
  if (left < right) {
    const middle = (left + right) >> 1;
    return [
      { ...area, right: middle },
      { ...area, left: middle + 1 },
    ];
  }
  if (top === bottom) return [];
  const middle = (top + bottom) >> 1;
  return [
    { ...area, bottom: middle },
    { ...area, top: middle + 1 },
  ];
}
