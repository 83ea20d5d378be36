import { BATCH_BYTES, bytesOfText } from '../api/bytes';
import type { Journal, PackedJournal } from './journal';
import { eraseJournal, markWritten, writeJournal } from './journal';
import { packed } from './pack-journal';
import { isNotBegun, isRequestTooBig } from '../problem';
import { forgetStep } from './row-steps';
import type { ExcelClient } from '../run';
import { EXCEL_2021 } from '../run';
import type { Step } from '../api/step';
import { groupsOf } from '../api/step';

/** What surrounds the steps of an application. */
export interface Frame {
  readonly journal: Journal;
  /** Write the journal before the first step. */
  readonly keepJournal: boolean;
  /** Take it away after the last one. */
  readonly eraseJournal: boolean;
  /** Hidden names to be taken away at the end. */
  readonly witnesses: readonly { readonly sheet: string; readonly name: string }[];
}

/**
 * Carries steps out, as many in one batch as fit into a request; a request that is too big all the same is sent in halves. The
 * journal is written before the first step and taken away after the last one, in the same batches.
 */
export class Sender {
  /** Something may have happened. */
  hasWritten = false;
  /** Batches that have happened as a whole. */
  sent = 0;
  private readonly kept: PackedJournal | undefined;

  constructor(
    private readonly client: ExcelClient,
    private readonly frame: Frame,
  ) {
    this.kept = frame.keepJournal ? packed(frame.journal) : undefined;
  }

  async send(steps: readonly Step[]): Promise<void> {
    const groups = groupsOf(steps, BATCH_BYTES - (this.kept ? bytesOfText(JSON.stringify(this.kept)) : 0));
    const last = Math.max(0, groups.length - 1);
    for (let index = 0; index <= last; index++) await this.sendGroup(groups[index] ?? [], index === 0, index === last);
  }

  private async sendGroup(steps: readonly Step[], isFirst: boolean, isLast: boolean): Promise<void> {
    try {
      await this.sendBatch(steps, isFirst, isLast);
    } catch (error) {
      if (!isRequestTooBig(error) || steps.length < 2) throw error;
      const middle = steps.length >> 1;
      await this.sendGroup(steps.slice(0, middle), isFirst, false);
      await this.sendGroup(steps.slice(middle), false, isLast);
    }
  }

  private async sendBatch(steps: readonly Step[], isFirst: boolean, isLast: boolean): Promise<void> {
    const before = this.hasWritten;
    // Below that set nothing tells our own changes from anybody else's: Excel is told not to speak of them.
    const isQuiet = !this.client.supports(EXCEL_2021);
    try {
      await this.client.run(async (context) => {
        if (isQuiet) context.runtime.enableEvents = false;
        context.application.suspendScreenUpdatingUntilNextSync();
        context.application.suspendApiCalculationUntilNextSync();
        if (isFirst && this.kept) writeJournal(context, this.kept);
        for (const step of steps) step.write(context);
        if (isLast) this.finish(context);
        if (isQuiet) context.runtime.enableEvents = true;
        this.hasWritten = true;
        await context.sync();
      });
    } catch (error) {
      if (isNotBegun(error)) this.hasWritten = before;
      else if (isQuiet) await this.listenAgain();
      throw error;
    }
    this.sent++;
    for (const step of steps) step.afterwards?.();
  }

  private finish(context: Excel.RequestContext): void {
    const { journal, witnesses } = this.frame;
    if (!this.frame.eraseJournal) return;
    if (witnesses.length > 0) {
      markWritten(context, journal);
      forgetStep(witnesses).write(context);
    }
    eraseJournal(context);
  }

  /** The batch stopped before it could switch events on again. */
  private async listenAgain(): Promise<void> {
    await this.client
      .run(async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      })
      // Excel takes no calls at present; the next batch that is written switches them on.
      .catch(() => undefined);
  }
}
