import type { Patch } from '../../../src/engine/snapshot/patch';
import { cellAt, sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import { HostFailure } from '../../../src/hosts/excel/problem';
import { paneServices } from '../../../src/pane/session/services';
import { createSession } from '../../../src/pane/session/session';
import type { Session } from '../../../src/pane/session/session';
import type { TestExcel } from '../../office/excel';
import type { ModelSheet } from '../../office/model/workbook';
import type { Opened } from './opened';
import { at, formula, opened, patch, rows, value } from './opened';
import { DRAWN } from './patches';

/** What the user does in the pane. */
export type PaneAction = 'check' | 'mark' | 'removeMarks' | 'accept' | 'undo' | 'fill' | 'undoFill';

/** Where filling writes if nothing stands there. */
export const FILLED = ['表三!H7', '表三!H8', '备忘!D8', '备忘!E9'];

/** Milliseconds: nobody waits in a test. */
const AT_ONCE = 1;

/** Somebody at an Excel with the pane open beside it. Closing the pane opens a new one; the workbook stays. */
export class Desk {
  one: Opened;
  session: Session;
  /** What has been typed, and by whom it may be replaced by now: a text that stands in exactly one cell of the workbook. */
  readonly typed = new Set<string>();
  private fillUndo: Patch | undefined;
  private endWatch: () => void;

  constructor(excel: TestExcel) {
    this.one = opened(excel);
    this.session = this.newSession();
    this.endWatch = this.session.watch();
  }

  get excel(): TestExcel {
    return this.one.excel;
  }

  /** Closes the pane, whatever it is doing, and opens it anew. */
  reopen(): void {
    this.endWatch();
    this.one = opened(this.excel.reopenPane());
    this.fillUndo = undefined;
    this.session = this.newSession();
    this.endWatch = this.session.watch();
  }

  close(): void {
    this.endWatch();
  }

  /** Finishes what an earlier pane has left half done, as somebody chooses who is asked. */
  async settle(choice: 'undo' | 'rest' | 'cleanUp'): Promise<void> {
    const { host } = this.one;
    await host.readSnapshot();
    const unfinished = host.unfinished();
    if (!unfinished) return;
    if (choice !== 'cleanUp' && unfinished.patches) await host.applyPatch(unfinished.patches[choice]);
    else await host.cleanUp();
  }

  async act(action: PaneAction): Promise<void> {
    const { session } = this;
    switch (action) {
      case 'check':
        return session.check();
      case 'mark':
        return session.mark();
      case 'removeMarks':
        return session.removeMarks();
      case 'undo':
        return session.undo();
      case 'accept':
        return this.accept();
      case 'fill':
        return this.fill();
      case 'undoFill':
        return this.takeFillBack();
    }
  }

  /** What is shown in place of a cell that was accepted is nobody's loss: it was asked for. */
  private async accept(): Promise<void> {
    const changes = [...(this.session.state().checked?.fixes.values() ?? [])].flat().slice(0, 2);
    for (const { cell } of changes) this.release(this.excel.workbook.sheet(cell.sheet), cell.row, cell.column);
    await this.session.accept(changes);
  }

  /** Rows put in, cells written into them and elsewhere where nothing stands, a sheet drawn: what filling a workbook comes to. */
  private async fill(): Promise<void> {
    const { host } = this.one;
    try {
      const snapshot = await host.readSnapshot();
      const isBlank = (address: string): boolean => {
        const { sheet, row, column } = at(address);
        const there = sheetNamed(snapshot, sheet);
        return there !== undefined && cellAt(there, row, column) === undefined;
      };
      const edits = [
        ...FILLED.filter(isBlank).map((address) => value(address, 'x')),
        rows('表三', 9, 1, 8),
        rows('表三', 11, 2, 10),
        value('表三!A9', '201'),
        value('表三!B9', '04'),
        formula('表三!E9', 'F9+G9'),
        value('表三!D12', '其他'),
        formula('备忘!D1', 'SUM(表三!E7:E9)'),
        { do: 'drawSheet' as const, sheet: { ...DRAWN, lists: [] } },
      ];
      this.fillUndo = (await host.applyPatch(patch(edits, snapshot.stamp))).undo;
    } catch (error) {
      if (error instanceof PatchInterrupted) this.fillUndo = error.undo;
      else if (!isExcels(error)) throw error;
    }
  }

  private async takeFillBack(): Promise<void> {
    if (!this.fillUndo) return;
    try {
      await this.one.host.applyPatch(this.fillUndo);
      this.fillUndo = undefined;
    } catch (error) {
      if (error instanceof PatchInterrupted) this.fillUndo = error.rest;
      else if (!isExcels(error)) throw error;
    }
  }

  private newSession(): Session {
    const services = paneServices(this.one.host, {
      slice: 1000,
      patience: Infinity,
      now: () => 0,
      pause: () => Promise.resolve(),
    });
    const times = { first: AT_ONCE, settle: AT_ONCE, longest: AT_ONCE, retry: AT_ONCE, recent: 0, rest: AT_ONCE };
    return createSession(services, 'zh-CN', times);
  }

  /** Somebody types over a cell, or takes its row away: what stood there is theirs to lose. */
  release(sheet: ModelSheet | undefined, row: number, column: number): void {
    const held = sheet?.cell(row, column);
    if (held && held.formula === undefined) this.typed.delete(String(held.value));
  }

  /** What has been typed and is not in the workbook any more. */
  lost(): readonly string[] {
    const present = new Set<string>();
    for (const { rows: lines } of this.excel.workbook.sheets)
      for (const cells of lines.values()) for (const cell of cells.values()) present.add(String(cell.value));
    return [...this.typed].filter((text) => !present.has(text));
  }

  /** What the tool has left behind: rules, names, settings, sheets. */
  leftovers(kept: readonly string[]): readonly string[] {
    const { sheets, settings } = this.excel.workbook;
    return [
      ...settings.keys(),
      ...sheets.flatMap(({ name, conditionalFormats }) => conditionalFormats.map((rule) => `${name}: ${rule.formula}`)),
      ...sheets.flatMap(({ name, names }) =>
        kept.includes(name) ? [] : [...names.keys()].map((hidden) => `${name}: ${hidden}`),
      ),
    ];
  }
}

/** Excel refuses now and then (its errors are of the library's world); what is no refusal of Excel's is our mistake. */
function isExcels(error: unknown): boolean {
  return error instanceof HostFailure || (typeof error === 'object' && error !== null && 'code' in error);
}
