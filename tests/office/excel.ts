import type { Area } from '../../src/engine/snapshot/address';
import type { OfficeLibrary } from './library';
import { loadOffice, WHOLE_WORKBOOK } from './library';
import type { ModelValue, ModelWorkbook } from './model/workbook';
import { addressOfArea } from './objects/ranges';
import { workbookObject } from './objects/workbooks';
import type { BatchRecord, ExecutorOptions } from './server/executor';
import { Executor } from './server/executor';
import { HostError } from './server/host-error';
import { areaOfAddress } from './model/addresses';

export interface ExcelOptions {
  readonly workbook: ModelWorkbook;
  /** The highest ExcelApi set of the client under test: `1.14`. Every set where it is left out. */
  readonly excelApi?: string;
  readonly payloadLimit?: number;
  readonly beforeAction?: ExecutorOptions['beforeAction'];
}

/** Excel without Excel: the genuine office.js in front, an in-memory workbook behind, and what a user does at the side. */
export interface TestExcel extends OfficeLibrary {
  readonly workbook: ModelWorkbook;
  /** Batches that carried a load, a call or a write; the one that only releases references is not among them. */
  readonly batches: readonly BatchRecord[];
  readonly executor: Executor;
  /** Somebody selects cells. */
  userSelects(sheet: string, address: string): void;
  /** Somebody types into a cell. */
  userTypes(sheet: string, address: string, value: ModelValue): void;
}

export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The executor of a workbook, without the library in front of it (a page in a browser brings its own). */
export function executorOf(options: ExcelOptions): Executor {
  return new Executor(workbookObject(options.workbook), {
    payloadLimit: options.payloadLimit ?? WEB_PAYLOAD_LIMIT,
    gate: () => {
      if (options.workbook.inCellEdit) {
        throw new HostError(
          'InvalidOperationInCellEditMode',
          'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB.',
        );
      }
    },
    beforeAction: options.beforeAction,
  });
}

/** Opens a workbook in a new Excel of the given age. */
export function openExcel(options: ExcelOptions): TestExcel {
  const { workbook } = options;
  const executor = executorOf(options);
  const library = loadOffice({
    execute: (request) => executor.execute(request),
    isSetSupported: (name, version) =>
      name === 'ExcelApi' ? options.excelApi === undefined || compareVersions(version, options.excelApi) <= 0 : false,
  });
  const tell = (eventType: number, sheetName: string, area: Area): void => {
    const sheet = workbook.sheet(sheetName);
    if (!sheet) throw new Error(`no sheet ${sheetName}`);
    const message = {
      worksheetId: sheet.id,
      address: addressOfArea(sheet, area).replace(/^.*!/, ''),
      source: 'Local',
      triggerSource: 'Unknown',
      changeType: 0,
    };
    library.emit(eventType, WHOLE_WORKBOOK, message);
    library.emit(eventType, sheet.id, message);
  };
  return {
    ...library,
    workbook,
    executor,
    batches: executor.batches,
    userSelects(sheet, address) {
      const area = areaOfAddress(address);
      workbook.selection = { sheet, areas: [area] };
      tell(14, sheet, area);
    },
    userTypes(sheet, address, value) {
      const area = areaOfAddress(address);
      workbook.sheet(sheet)?.type(area.top, area.left, value);
      tell(10, sheet, area);
    },
  };
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
