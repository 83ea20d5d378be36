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
   * Reads the workbook and checks it, as it stands or only where it has changed. What it came to before is given back where it holds
   * nothing else and is still to be taken for the same edition.
   */
  async read(what: 'all' | 'changed'): Promise<Checked> {
    const { host, check, fixes } = this.services;
    const { unread, edition } = this;
    const began = performance.now();
    // What is changed while it is being read is read once more.
    this.unread = undefined;
    const found = await host.readSnapshot(what === 'all' ? undefined : unread).catch((error: unknown) => {
      this.unread = unread && this.unread ? joinWishes(unread, this.unread) : (unread ?? this.unread);
      throw error;
    });
    if (this.checked?.snapshot.stamp === found.stamp && this.checked.edition === edition) return this.checked;
    const wasRead = performance.now();
    const report = await check(found, edition);
    const took = { read: wasRead - began, check: performance.now() - wasRead };
    this.checked = { edition, took, snapshot: found, report, fixes: fixes(found, report, this.language) };
    return this.checked;
  }
}
