import { checkSnapshot } from '../../src/commands/check';
import { createLiveCheck } from '../../src/commands/live-check';
import type { Pace } from '../../src/commands/pace';
import type { CheckReport } from '../../src/engine/finding/report';
import { withValues } from '../fixtures/edit';
import { sample } from '../fixtures/sample';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** No time passes; pauses are counted, and are a turn of everybody else's. */
function countedPace(): { readonly pace: Pace; readonly pauses: () => number } {
  let pauses = 0;
  let now = 0;
  const pause = (): Promise<void> => {
    pauses++;
    return new Promise((resolve) => setTimeout(resolve));
  };
  // Each look at the clock is a slice.
  return { pace: { slice: 1, patience: 0, now: () => (now += 1), pause }, pauses: () => pauses };
}

const changed = withValues({ ...sample, stamp: 'changed' }, { '表六!F12': 7 });

describe('a rehearsal', () => {
  it('changes nothing of what is said next', async () => {
    const live = createLiveCheck(countedPace().pace);
    await live.check(sample);
    await live.rehearse();
    const told: CheckReport[] = [];
    const now = await live.check(changed, { show: (soFar) => told.push(soFar), goesOn: () => true });
    expect(now).toEqual(await checkSnapshot(changed));
    expect(told.length).toBeGreaterThan(0);
    expect(await live.check(sample)).toEqual(await checkSnapshot(sample));
  });

  it('follows an edit of each kind in as many turns as a real one takes', async () => {
    const { pace, pauses } = countedPace();
    const live = createLiveCheck(pace);
    await live.check(sample);
    const before = pauses();
    await live.rehearse();
    const rehearsed = pauses() - before;
    await live.check(changed);
    expect(rehearsed).toBeGreaterThan(pauses() - before - rehearsed);
  });

  it('ends where somebody has really changed something', async () => {
    const { pace, pauses } = countedPace();
    const live = createLiveCheck(pace);
    await live.check(sample);
    const whole = pauses();
    await live.rehearse();
    const rehearsed = pauses() - whole;
    const [before, alone] = [pauses(), createLiveCheck(pace)];
    await alone.check(sample);
    const first = pauses() - before;
    await alone.check(changed);
    const check = pauses() - before - first;
    const start = pauses();
    const rehearsal = live.rehearse();
    const now = await live.check(changed);
    await rehearsal;
    expect(now).toEqual(await checkSnapshot(changed));
    expect(pauses() - start).toBeLessThan(check + rehearsed / 2);
  });

  it('has nothing to do where nothing was checked, or nothing recognised', async () => {
    const { pace, pauses } = countedPace();
    const live = createLiveCheck(pace);
    await live.rehearse();
    expect(pauses()).toBe(0);
    await live.check({ stamp: 'none', sheets: [] });
    const before = pauses();
    await live.rehearse();
    expect(pauses()).toBe(before);
  });
});
