import { HostError } from './host-error';

interface Fault {
  readonly batch: number;
  /** Before which action the batch is refused; 'half' is the middle one, 'after' is when all have happened. */
  readonly stops?: number | 'half' | 'after';
  readonly code?: string;
  readonly change?: () => void;
  readonly wait?: Promise<void>;
}

/** What goes wrong with one batch. Codes are Excel's; `GeneralException` unless said. */
export interface BatchFaults {
  /** Nothing of it happens. */
  fails(code?: string): void;
  /** The first so many actions happen, the rest not. */
  stopsBefore(action: number, code?: string): void;
  stopsHalfWay(code?: string): void;
  /** All of it happens, and the answer is an error all the same. */
  failsAfterwards(code?: string): void;
  /** The workbook changes after the batch was sent and before it is carried out. */
  comesAfter(change: () => void): void;
  /** It is not carried out before the function that comes back is called. */
  waits(): () => void;
}

/** Faults to come, by the batch in which they happen. */
export class Faults {
  private readonly planned: Fault[] = [];
  private batch = 0;
  private actions = 0;

  /** The n-th batch from now on; 1 is the next. */
  inBatch(n: number): BatchFaults {
    const batch = this.batch + n - 1;
    const plan = (fault: Omit<Fault, 'batch'>): void => void this.planned.push({ batch, ...fault });
    return {
      fails: (code) => plan(stop(0, code)),
      stopsBefore: (action, code) => plan(stop(action, code)),
      stopsHalfWay: (code) => plan(stop('half', code)),
      failsAfterwards: (code) => plan(stop('after', code)),
      comesAfter: (change) => plan({ change }),
      waits: () => {
        let release = (): void => undefined;
        plan({ wait: new Promise((resolve) => (release = resolve)) });
        return () => release();
      },
    };
  }

  /** No fault any more. */
  clear(): void {
    this.planned.length = 0;
  }

  async ready(): Promise<void> {
    for (const { wait } of this.now()) await wait;
  }

  begin(actions: number): void {
    this.actions = actions;
    for (const { change } of this.now()) change?.();
  }

  before(action: number): void {
    for (const { stops, code } of this.now()) {
      const at = stops === 'half' ? Math.floor(this.actions / 2) : stops;
      if (at === action) throw refusal(code);
    }
  }

  /** Ends the batch. */
  end(): void {
    const ending = this.now().find(({ stops }) => stops === 'after');
    this.batch++;
    if (ending) throw refusal(ending.code);
  }

  private now(): readonly Fault[] {
    return this.planned.filter(({ batch }) => batch === this.batch);
  }
}

const stop = (stops: number | 'half' | 'after', code: string | undefined): Omit<Fault, 'batch'> => ({
  stops,
  ...(code === undefined ? {} : { code }),
});

const refusal = (code = 'GeneralException'): HostError => new HostError(code, `The test asked for this: ${code}`);
