import type { Area } from '../../src/engine/snapshot/address';
import { areaOfAddress } from './model/addresses';
import { UNDO_OF_ADDINS, UndoList } from './model/undo-list';
import type { ModelValue, ModelWorkbook } from './model/workbook';
import type { OfficeLibrary } from './library';
import { loadOffice } from './library';
import type { PaneSide } from './objects/workbooks';
import { workbookObject } from './objects/workbooks';
import type { BatchRecord } from './server/executor';
import { Executor } from './server/executor';
import type { HostEvent } from './server/events';
import { eventsOf, selectionEvent } from './server/events';
import { Faults } from './server/faults';
import { HostError } from './server/host-error';
import type { RequestMessage } from './server/message';
import type { Person } from './people';
import { personAt } from './people';

export interface ExcelOptions {
  readonly workbook: ModelWorkbook;
  /** The highest ExcelApi set of the client under test: `1.14`. Every set where it is left out. */
  readonly excelApi?: string;
  readonly payloadLimit?: number;
  readonly beforeAction?: (batch: number, action: number) => void;
}

/** Excel without Excel: the genuine office.js in front, an in-memory workbook behind, and what people do at the side. */
export interface TestExcel extends OfficeLibrary {
  readonly workbook: ModelWorkbook;
  /** Batches that carried a load, a call or a write; the one that only releases references is not among them. */
  readonly batches: readonly BatchRecord[];
  readonly executor: Executor;
  readonly faults: Faults;
  /** Whoever sits at this Excel. */
  readonly user: Person;
  /** Somebody who edits the same workbook elsewhere. */
  readonly coauthor: Person;
  /** The user's undo list. */
  readonly undoList: UndoList;
  /** Whether the client is of at least this ExcelApi set. */
  readonly supports: (version: string) => boolean;
  /** Somebody selects cells. */
  userSelects(sheet: string, address: string): void;
  /** Somebody types into a cell. */
  userTypes(sheet: string, address: string, value: ModelValue): void;
  /** Closes the pane: what it was waiting for never comes, its handlers are gone. Opens it anew, over the same workbook. */
  reopenPane(): TestExcel;
}

export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The far end of a pane, without the library in front of it (a page in a browser brings its own). */
export function executorOf(options: ExcelOptions): Executor {
  return farEnd(options).executor;
}

interface FarEnd {
  readonly executor: Executor;
  readonly faults: Faults;
  readonly undoList: UndoList;
  readonly supports: (version: string) => boolean;
  readonly deliver: (events: readonly HostEvent[]) => void;
  emit: (event: HostEvent) => void;
}

function farEnd(options: ExcelOptions): FarEnd {
  const { workbook, excelApi } = options;
  const supports = (version: string): boolean => excelApi === undefined || compareVersions(version, excelApi) <= 0;
  const pane: PaneSide = { eventsEnabled: true };
  const faults = new Faults();
  const undoList = new UndoList(workbook, supports(UNDO_OF_ADDINS));
  let saved: ReturnType<UndoList['save']> | undefined;
  let enabled = true;
  const end: FarEnd = {
    faults,
    undoList,
    supports,
    emit: () => undefined,
    deliver: (events) => {
      for (const event of events) end.emit(event);
    },
    executor: new Executor(workbookObject({ workbook, pane }), {
      payloadLimit: options.payloadLimit ?? WEB_PAYLOAD_LIMIT,
      gate: () => mustAnswer(workbook),
      begin: (actions) => {
        faults.begin(actions);
        // What others changed while the batch was under way has been told already.
        saved = undoList.needsCopies ? undoList.save() : undefined;
        enabled = pane.eventsEnabled;
      },
      beforeAction: (batch, action) => {
        faults.before(action);
        options.beforeAction?.(batch, action);
        enabled &&= pane.eventsEnabled;
      },
      wrote: () => workbook.note({ kind: 'other' }),
      end: () => {
        const changes = workbook.takeChanges();
        undoList.addinDid(saved, changes);
        const calculated = changes.length > 0 ? workbook.compute() : [];
        const by = supports('1.14') ? { source: 'Local', triggerSource: 'ThisLocalAddin' } : { source: 'Local' };
        if (enabled) end.deliver(eventsOf(changes, calculated, by));
        faults.end();
      },
    }),
  };
  workbook.compute();
  workbook.takeChanges();
  return end;
}

function mustAnswer(workbook: ModelWorkbook): void {
  if (workbook.inCellEdit)
    throw new HostError(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB.',
    );
  if (workbook.inBackground) throw new HostError('InactiveWorkbook', 'The workbook is no longer the active one.');
}

/** Opens a workbook in a new Excel of the given age. */
export function openExcel(options: ExcelOptions): TestExcel {
  const { workbook } = options;
  const end = farEnd(options);
  const { executor, faults, undoList, supports } = end;
  let isOpen = true;
  const library = loadOffice({
    execute: async (request: RequestMessage) => {
      await faults.ready();
      const response = executor.execute(request);
      return isOpen ? response : new Promise(() => undefined);
    },
    isSetSupported: (name, version) => name === 'ExcelApi' && supports(version),
  });
  end.emit = ({ type, target, message }) => {
    if (isOpen) library.emit(type, target, message);
  };
  const person = (source: 'Local' | 'Remote'): Person =>
    personAt(
      workbook,
      undoList,
      (changes, calculated) => {
        const by = supports('1.14') ? { source, triggerSource: 'Unknown' } : { source };
        end.deliver(eventsOf(changes, calculated, by));
      },
      source === 'Local',
    );
  const user = person('Local');
  return {
    ...library,
    workbook,
    executor,
    batches: executor.batches,
    faults,
    user,
    coauthor: person('Remote'),
    undoList,
    supports,
    userSelects(sheet, address) {
      const area: Area = areaOfAddress(address);
      workbook.selection = { sheet, areas: [area] };
      end.deliver(selectionEvent(workbook, sheet, area));
    },
    userTypes: (sheet, address, value) => user.types(sheet, address, value),
    reopenPane: () => {
      isOpen = false;
      return openExcel(options);
    },
  };
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
