import type { Area } from '../../engine/snapshot/address';
import { parseA1Area } from '../../engine/snapshot/address';
import type { ExcelRun } from './run';

/**
 * Somebody has changed the workbook. A hint, never the record: events get lost or come late, and several come for one change. Own
 * writes are not told.
 */
export interface ChangeHint {
  /** `cells`: contents or rows of a sheet; `calculated`: only values of formulas; `sheets`: one came or went. */
  readonly kind: 'cells' | 'calculated' | 'sheets';
  /** Excel's id of the sheet. */
  readonly sheetId: string;
  /** Where contents were changed in place; undefined where rows, columns or cells have moved, and for what has no place. */
  readonly areas?: readonly Area[];
  /** Somebody else who has the workbook open. */
  readonly isRemote: boolean;
}

/** What is selected in the front sheet. */
export interface SelectionHint {
  readonly sheetId: string;
  /** The first of what is selected; undefined for whole rows and columns. */
  readonly area?: Area;
}

/** Ends a watch. */
export type EndWatch = () => Promise<void>;

interface Handler {
  remove(): void;
  readonly context: OfficeExtension.ClientRequestContext;
}

/** Calls back at every change that is not this add-in's own. `isOurs` says whether it is writing, for clients whose events do not. */
export function watchChanges(
  run: ExcelRun,
  isOurs: () => boolean,
  changed: (hint: ChangeHint) => void,
): Promise<EndWatch> {
  const tell = (hint: ChangeHint, trigger?: string): Promise<void> => {
    if (trigger !== 'ThisLocalAddin' && !isOurs()) changed(hint);
    return Promise.resolve();
  };
  return watch(run, ({ worksheets }) => [
    worksheets.onChanged.add(({ worksheetId: sheetId, address, changeType, source, triggerSource }) => {
      const areas = changeType === 'RangeEdited' ? areasIn(address) : undefined;
      return tell(
        { kind: 'cells', sheetId, ...(areas ? { areas } : {}), isRemote: source === 'Remote' },
        triggerSource,
      );
    }),
    worksheets.onCalculated.add(({ worksheetId: sheetId }) => tell({ kind: 'calculated', sheetId, isRemote: false })),
    worksheets.onAdded.add(({ worksheetId: sheetId, source }) =>
      tell({ kind: 'sheets', sheetId, isRemote: source === 'Remote' }),
    ),
    worksheets.onDeleted.add(({ worksheetId: sheetId, source }) =>
      tell({ kind: 'sheets', sheetId, isRemote: source === 'Remote' }),
    ),
  ]);
}

/** Calls back whenever somebody selects other cells. */
export function watchSelection(run: ExcelRun, selected: (hint: SelectionHint) => void): Promise<EndWatch> {
  return watch(run, ({ worksheets }) => [
    worksheets.onSelectionChanged.add(({ worksheetId: sheetId, address }) => {
      const area = areasIn(address)?.[0];
      selected({ sheetId, ...(area ? { area } : {}) });
      return Promise.resolve();
    }),
  ]);
}

/** The areas of `A1:B2,D4`; undefined where one of them is none (whole rows and columns). */
function areasIn(address: string | undefined): readonly Area[] | undefined {
  const areas = (address ?? '').split(',').map((one) => parseA1Area(one.replace(/^.*!/, '')));
  return areas.every((area) => area !== undefined) ? areas : undefined;
}

function watch(run: ExcelRun, add: (workbook: Excel.Workbook) => readonly Handler[]): Promise<EndWatch> {
  return run(async (context) => {
    const handlers = add(context.workbook);
    await context.sync();
    return async () => {
      for (const handler of handlers) handler.remove();
      // A handler is removed through the context that added it.
      await handlers[0]?.context.sync();
    };
  });
}
