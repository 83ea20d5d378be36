import type { Area } from '../../../engine/snapshot/address';
import type { CellFlag, Span } from '../../../engine/snapshot/snapshot';
import { areaOf, loadPlace, rangeOf } from '../api/areas';
import { heldOf } from '../api/contents';
import { FOLDED_ROWS, OWN_MARKER } from '../api/own-marker';
import { isWitness } from '../decide/row-operations';
import type { CellStyle, ListPlan, PlanCell, SheetPlan, Size } from '../sheets/sheet-plan';
import { StyleList } from '../sheets/sheet-plan';
import type { SheetFacts } from '../read/sheet-request';
import { cellStyleOf } from './style-of';

/** Properties of each cell that a style is made of. */
const LINE = { color: true, style: true, weight: true };
const LOOKS = {
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, color: true, bold: true, italic: true, strikethrough: true, underline: true },
    borders: LINE,
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    protection: true,
  },
} as const;

/** What a sheet of the tool's is like as a whole; after the sync. `flags` are ours that stand in it. */
export type Capture = (facts: SheetFacts, flags: readonly CellFlag[], lists: readonly ListPlan[]) => SheetPlan;

/**
 * Asks for all that brings a sheet of the tool's back as it is: contents, looks, sizes, arrangement, page. `area` is what holds
 * something or is formatted; undefined for an empty sheet. What may be typed into its cells is asked for elsewhere.
 */
export function requestCapture(sheet: Excel.Worksheet, area: Area | undefined): Capture {
  sheet.load('position,visibility,tabColor,showGridlines');
  sheet.protection.load('options');
  const filter = loadPlace(sheet.autoFilter.getRangeOrNullObject());
  const frozen = loadPlace(sheet.freezePanes.getLocationOrNullObject());
  const titles = loadPlace(sheet.pageLayout.getPrintTitleRowsOrNullObject());
  sheet.pageLayout.load(
    'orientation,paperSize,zoom,centerHorizontally,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin',
  );
  const texts = sheet.pageLayout.headersFooters.defaultForAllPages;
  texts.load('leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter');
  const cells = area && requestLooks(rangeOf(sheet, area), area);
  return (facts, flags, lists) => {
    const isProtected = sheet.protection.protected;
    const ours = [OWN_MARKER, FOLDED_ROWS];
    return {
      name: sheet.name,
      mark: facts.mark ?? '',
      position: sheet.position,
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
      gridlines: sheet.showGridlines,
      ...(cells ? cells() : { columns: [], rows: [], cells: [], styles: [] }),
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
      ...(isProtected ? { protection: { ...sheet.protection.options } } : {}),
      names: facts.names.filter(({ name }) => !ours.includes(name) && !isWitness(name)),
      flags,
    };
  };
}

type Looks = Pick<SheetPlan, 'cells' | 'styles' | 'rows' | 'columns'>;

function requestLooks(range: Excel.Range, { top, left }: Area): () => Looks {
  range.load('values,formulas,valueTypes,numberFormat');
  const looks = range.getCellProperties(LOOKS);
  const rows = range.getRowProperties({ rowHidden: true, format: { rowHeight: true, useStandardHeight: true } });
  const columns = range.getColumnProperties({
    columnHidden: true,
    format: { columnWidth: true, useStandardWidth: true },
  });
  return () => {
    const styles = new StyleList();
    const cells = range.values.flatMap((values: readonly unknown[], row: number) =>
      values.flatMap((value, column): readonly PlanCell[] => {
        const held = heldOf(value, range.formulas[row]?.[column], range.valueTypes[row]?.[column]);
        const format: unknown = range.numberFormat[row]?.[column];
        const style: CellStyle = cellStyleOf(looks.value[row]?.[column]?.format);
        const isPlain =
          'value' in held && held.value === null && format === 'General' && Object.keys(style).length === 0;
        if (isPlain) return [];
        return [
          {
            row: top + row,
            column: left + column,
            held,
            ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
            style: styles.of(style),
          },
        ];
      }),
    );
    return {
      cells,
      styles: styles.styles,
      rows: rows.value.flatMap((row, index) =>
        sizeOf(top + index, row.rowHidden, row.format?.useStandardHeight, row.format?.rowHeight),
      ),
      columns: columns.value.flatMap((column, index) =>
        sizeOf(left + index, column.columnHidden, column.format?.useStandardWidth, column.format?.columnWidth),
      ),
    };
  };
}

function sizeOf(
  index: number,
  hidden: boolean | undefined,
  standard: boolean | undefined,
  points: number | undefined,
): readonly Size[] {
  const isHidden = hidden === true;
  // A hidden row is nothing high, which is not what it is when it is shown again.
  const isSized = !isHidden && standard !== true && points !== undefined;
  if (!isHidden && !isSized) return [];
  return [{ index, ...(isSized ? { points } : {}), ...(isHidden ? { hidden: true } : {}) }];
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
