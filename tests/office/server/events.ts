import type { Area } from '../../../src/engine/snapshot/address';
import { WHOLE_WORKBOOK } from '../library';
import type { Change, ModelSheet, ModelWorkbook } from '../model/workbook';
import { addressOfArea } from '../objects/ranges';

/** An event as Excel sends it to the library. */
export interface HostEvent {
  readonly type: number;
  /** The sheet's id, or the whole workbook. */
  readonly target: string;
  readonly message: object;
}

/** Who did it: `triggerSource` is missing below ExcelApi 1.14. */
export interface By {
  readonly source: string;
  readonly triggerSource?: string;
}

const TYPES = { changed: 10, added: 13, selection: 14, deleted: 15, calculated: 16 } as const;

/** What handlers are told of some changes: of the cells first, of what was computed anew last, as in Excel. */
export function eventsOf(
  changes: readonly Change[],
  calculated: readonly ModelSheet[],
  { source, triggerSource }: By,
): readonly HostEvent[] {
  const told = changes.flatMap((change): readonly HostEvent[] => {
    switch (change.kind) {
      case 'cells': {
        const { sheet, area } = change;
        const address = withinSheet(sheet, area);
        const by = { source, ...(triggerSource === undefined ? {} : { triggerSource }) };
        return both(TYPES.changed, sheet, { worksheetId: sheet.id, address, changeType: change.change, ...by });
      }
      case 'added':
      case 'deleted':
        return [
          { type: TYPES[change.kind], target: WHOLE_WORKBOOK, message: { worksheetId: change.sheet.id, source } },
        ];
      case 'other':
      case 'final':
        return [];
    }
  });
  return [
    ...told,
    ...calculated.flatMap((sheet) => both(TYPES.calculated, sheet, { worksheetId: sheet.id, address: '' })),
  ];
}

export function selectionEvent(workbook: ModelWorkbook, name: string, area: Area): readonly HostEvent[] {
  const sheet = workbook.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return both(TYPES.selection, sheet, { worksheetId: sheet.id, address: withinSheet(sheet, area) });
}

const withinSheet = (sheet: ModelSheet, area: Area): string => addressOfArea(sheet, area).replace(/^.*!/, '');

const both = (type: number, sheet: ModelSheet, message: object): readonly HostEvent[] =>
  [WHOLE_WORKBOOK, sheet.id].map((target) => ({ type, target, message }));
