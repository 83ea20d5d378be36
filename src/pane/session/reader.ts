import type { Onlooker } from '../../commands/live-check';
import type { CheckReport } from '../../engine/finding/report';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { joinWishes } from '../../hosts/excel/gather';
import type { ReadWish } from '../../hosts/excel/read/read-snapshot';
import type { Language } from '../../i18n/language';
import type { PaneServices } from './services';
import type { Checked } from './state';

/** Reads and checks a workbook again and again, and keeps in mind what may have changed since it was read. */
export class Reader {
  /** Undefined where nothing is known to have changed. */
  private unread: ReadWish | undefined;
  private changing = false;
  private checked: Checked | undefined;
  /** What was read, and its check given up. */
  private givenUp: Found | undefined;
  private edition: string | undefined;

  constructor(
    private readonly services: PaneServices,
    private language: Language,
  ) {}

  /** From the next reading on the workbook is taken for this edition; undefined: for the one that fits best. */
  takeFor(edition: string | undefined): void {
    this.edition = edition;
  }

  /** From now on it speaks another language. What it came to last, said in that. */
  speak(language: Language): Checked | undefined {
    this.language = language;
    const { checked } = this;
    if (checked) this.checked = { ...checked, fixes: this.services.fixes(checked.snapshot, checked.report, language) };
    return this.checked;
  }

  /** Somebody has begun to change something. */
  changeBegan(): void {
    this.changing = true;
  }

  /** Somebody has changed what a wish says. */
  changeEnded(wish: ReadWish): void {
    this.changing = false;
    this.unread = this.unread ? joinWishes(this.unread, wish) : wish;
  }

  /** Whether changes are waiting to be read. */
  get hasUnread(): boolean {
    return this.unread !== undefined;
  }

  /** Whether what was read last may be out of date. */
  get isBehind(): boolean {
    return this.changing || this.hasUnread;
  }

  /**
   * Reads the workbook as it stands and checks it. What it came to before is given back where it holds nothing else and is still to be
   * taken for the same edition.
   */
  async read(): Promise<Checked> {
    return toItsEnd(await this.readAnd('all', this.services.check));
  }

  /** The same where it has changed, while somebody looks on; undefined where they have given it up, to look at a later change. */
  follow(onlooker: Onlooker): Promise<Checked | undefined> {
    const { follow } = this.services;
    return this.readAnd('changed', (snapshot, edition) => follow(snapshot, edition, onlooker));
  }

  /** Checks to its end what was given up, where the later change cannot be read for now; undefined where nothing was. */
  async finish(): Promise<Checked | undefined> {
    const { givenUp, services } = this;
    return givenUp && toItsEnd(await this.check(givenUp, services.check));
  }

  private async readAnd(what: 'all' | 'changed', check: Check): Promise<Checked | undefined> {
    const { unread } = this;
    const began = performance.now();
    // What is changed while it is being read is read once more.
    this.unread = undefined;
    const reading = this.services.host.readSnapshot(what === 'all' ? undefined : unread);
    const snapshot = await reading.catch((error: unknown) => {
      this.unread = unread && this.unread ? joinWishes(unread, this.unread) : (unread ?? this.unread);
      throw error;
    });
    return this.check({ snapshot, read: performance.now() - began }, check);
  }

  private async check(found: Found, check: Check): Promise<Checked | undefined> {
    const { edition } = this;
    const { snapshot, read } = found;
    this.givenUp = undefined;
    if (this.checked?.snapshot.stamp === snapshot.stamp && this.checked.edition === edition) return this.checked;
    const began = performance.now();
    const report = await check(snapshot, edition);
    if (!report) {
      this.givenUp = found;
      return undefined;
    }
    const took = { read, check: performance.now() - began };
    this.checked = { edition, took, snapshot, report, fixes: this.services.fixes(snapshot, report, this.language) };
    return this.checked;
  }
}

type Check = (snapshot: Snapshot, edition: string | undefined) => Promise<CheckReport | undefined>;

/** A snapshot, and how many milliseconds it took to read it. */
interface Found {
  readonly snapshot: Snapshot;
  readonly read: number;
}

/** A check that nobody looks on is never given up. */
function toItsEnd(checked: Checked | undefined): Checked {
  if (!checked) throw new Error('a check without a report');
  return checked;
}
