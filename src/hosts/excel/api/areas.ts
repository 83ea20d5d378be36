import type { Area } from '../../../engine/snapshot/address';

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

/** Asks for the place of a range. */
export function loadPlace(range: Excel.Range): Excel.Range {
  return range.load(PLACE);
}

/** Asks for the places of the areas of several ranges. */
export function loadPlaces(areas: Excel.RangeAreas): Excel.RangeAreas {
  // Not `address`: a list of many areas is long, and long addresses are cut.
  areas.areas.load(
    PLACE.split(',')
      .map((name) => `items/${name}`)
      .join(','),
  );
  return areas;
}

/** The area of a range whose place was loaded. */
export function areaOf(range: Excel.Range): Area {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

/** The areas loaded by `loadPlaces`; none of a null object. */
export function areasOf(areas: Excel.RangeAreas): readonly Area[] {
  return areas.isNullObject ? [] : areas.areas.items.map(areaOf);
}

/** The range of an area. */
export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
