import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import type { PaneState } from '../../src/pane/session/state';
import { paneServices } from '../../src/pane/session/services';
import type { SessionTimes } from '../../src/pane/session/follow';
import type { Session } from '../../src/pane/session/session';
import { createSession } from '../../src/pane/session/session';
import type { ExcelOptions, TestExcel } from '../office/excel';
import { openExcel } from '../office/excel';
import { workbookFromSnapshot } from '../office/model/from-snapshot';

export interface OpenedSession {
  readonly excel: TestExcel;
  readonly session: Session;
}

/** Nobody waits in a test. */
export const TEST_TIMES: SessionTimes = { first: 2, settle: 5, longest: 50, retry: 5, recent: 0, rest: 5 };

/** A session of the pane over a workbook, through the genuine office.js. */
export function openSession(snapshot: Snapshot, options: Omit<ExcelOptions, 'workbook'> = {}): OpenedSession {
  const excel = openExcel({ workbook: workbookFromSnapshot(snapshot), ...options });
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  const session = createSession(paneServices(host), 'zh-CN', TEST_TIMES);
  return { excel, session };
}

/** The workbook as the pane shows it. */
export function shown({ session }: OpenedSession): Snapshot {
  const { checked } = session.state();
  if (!checked) throw new Error('nothing was checked');
  return checked.snapshot;
}

/** Waits for a state, however long it takes. */
export async function until(session: Session, holds: (state: PaneState) => boolean): Promise<PaneState> {
  while (!holds(session.state())) await new Promise((resolve) => setTimeout(resolve, 2));
  return session.state();
}
