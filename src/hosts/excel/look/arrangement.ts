import type { Area } from '../../../engine/snapshot/address';
import type { CellFlag, Span } from '../../../engine/snapshot/snapshot';
import { areaOf, loadPlace } from '../api/areas';
import { CHART_CELLS, FOLDED_ROWS, OWN_MARKER } from '../api/own-marker';
import { isWitness } from '../decide/row-operations';
import type { ListPlan, SheetPlan } from '../sheets/sheet-plan';
import type { SheetFacts } from '../read/sheet-request';
import { requestCharts } from './charts-read';
import type { Looks } from './looks-read';

/** A sheet of the tool's as a plan that brings it back; after the sync. `flags` are ours that stand in it. */
export type Arrangement = (
  facts: SheetFacts,
  looks: Looks,
  flags: readonly CellFlag[],
  lists: readonly ListPlan[],
) => SheetPlan;

/**
 * Asks for all that belongs to a sheet of the tool's as a whole, for bringing it back as it is: arrangement, page, protection. Its
 * cells and what may be typed into them are asked for elsewhere.
 */
export function requestArrangement(sheet: Excel.Worksheet): Arrangement {
  sheet.load('position,visibility,tabColor,showGridlines');
  sheet.protection.load('options');
  const charts = requestCharts(sheet);
  const filter = loadPlace(sheet.autoFilter.getRangeOrNullObject());
  const frozen = loadPlace(sheet.freezePanes.getLocationOrNullObject());
  const titles = loadPlace(sheet.pageLayout.getPrintTitleRowsOrNullObject());
  sheet.pageLayout.load(
    'orientation,paperSize,zoom,centerHorizontally,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin',
  );
  const texts = sheet.pageLayout.headersFooters.defaultForAllPages;
  texts.load('leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter');
  return (facts, looks, flags, lists) => {
    const isProtected = sheet.protection.protected;
    const ours = [OWN_MARKER, FOLDED_ROWS, CHART_CELLS];
    return {
      name: sheet.name,
      mark: facts.mark ?? '',
      position: sheet.position,
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
      gridlines: sheet.showGridlines,
      ...looks,
      merges: facts.merges,
      frozen: frozen.isNullObject ? { rows: 0, columns: 0 } : frozenOf(areaOf(frozen)),
      ...(filter.isNullObject ? {} : { filter: areaOf(filter) }),
      folded: foldedIn(facts),
      page: {
        orientation: sheet.pageLayout.orientation,
        ...(typeof sheet.pageLayout.paperSize === 'string' ? { paperSize: sheet.pageLayout.paperSize } : {}),
        zoom: sheet.pageLayout.zoom,
        centred: sheet.pageLayout.centerHorizontally,
        margins: {
          left: sheet.pageLayout.leftMargin,
          right: sheet.pageLayout.rightMargin,
          top: sheet.pageLayout.topMargin,
          bottom: sheet.pageLayout.bottomMargin,
          header: sheet.pageLayout.headerMargin,
          footer: sheet.pageLayout.footerMargin,
        },
        ...(titles.isNullObject ? {} : { titleRows: { from: areaOf(titles).top, to: areaOf(titles).bottom } }),
        header: { left: texts.leftHeader, center: texts.centerHeader, right: texts.rightHeader },
        footer: { left: texts.leftFooter, center: texts.centerFooter, right: texts.rightFooter },
      },
      lists,
      charts: charts(facts.names),
      ...(isProtected ? { protection: { ...sheet.protection.options } } : {}),
      names: facts.names.filter(({ name }) => !ours.includes(name) && !isWitness(name)),
      flags,
    };
  };
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Frozen rows go across the whole sheet, frozen columns down it. */
function frozenOf({ bottom, right }: Area): SheetPlan['frozen'] {
  return { rows: bottom >= LAST_ROW ? 0 : bottom + 1, columns: right >= LAST_COLUMN ? 0 : right + 1 };
}

/** The folded rows, from the name that tells them: `=审核结果!$4:$7,审核结果!$9:$9`. */
function foldedIn({ names }: SheetFacts): readonly Span[] {
  const formula = names.find(({ name }) => name === FOLDED_ROWS)?.formula ?? '';
  return [...formula.matchAll(/!\$(\d+):\$(\d+)/g)].map(([, from, to]) => ({
    from: Number(from) - 1,
    to: Number(to) - 1,
  }));
}
