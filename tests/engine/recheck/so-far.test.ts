import fc from 'fast-check';
import { catalogue } from '../../../src/commands/catalogue';
import { recogniseBest } from '../../../src/commands/check';
import type { Cause, Finding } from '../../../src/engine/finding/finding';
import type { CheckReport } from '../../../src/engine/finding/report';
import { checkInSteps, recheckInSteps } from '../../../src/engine/recheck/recheck';
import { besideKnown } from '../../../src/engine/recheck/so-far';
import { addressOf } from '../../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../../src/engine/snapshot/snapshot';
import { runSteps } from '../../../src/engine/steps/steps';
import { withValues } from '../../fixtures/edit';
import { mended, sample } from '../../fixtures/sample';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

interface Course {
  /** What was told while the check went on, each time. */
  readonly told: readonly CheckReport[];
  readonly report: CheckReport;
}

async function courseOf(snapshot: Snapshot): Promise<Course> {
  const told: CheckReport[] = [];
  const { report } = runSteps(
    checkInSteps(await recogniseBest(snapshot), snapshot, catalogue(), (soFar) => told.push(soFar())),
  );
  return { told, report };
}

/** What is shown of a changed workbook while causes are looked for, and the reports before and after. */
async function after(
  start: Snapshot,
  values: Readonly<Record<string, CellValue>>,
): Promise<{ before: CheckReport; meanwhile: CheckReport; report: CheckReport }> {
  const before = (await courseOf(start)).report;
  const { told, report } = await courseOf(withValues(start, values));
  return { before, meanwhile: besideKnown(told[0] ?? report, before), report };
}

const pendingIn = ({ causes }: CheckReport): readonly Cause[] => causes.filter(({ pending }) => pending);

const contentOf = ({ cause: _, suspect: __, ...content }: Finding): object => content;

describe('while the cells are looked for', () => {
  it('all findings are known, and told once', async () => {
    const { told, report } = await courseOf(sample);
    expect(told.map(({ findings }) => findings.map(contentOf))).toEqual([report.findings.map(contentOf)]);
    expect(told[0]).toMatchObject({
      equations: report.equations,
      tables: report.tables,
      sheets: report.sheets,
      unchecked: report.unchecked,
    });
  });

  it('after a change they are known before anything else is checked, what other checks found standing as it stood', async () => {
    const before = runSteps(checkInSteps(await recogniseBest(sample), sample, catalogue()));
    const changed = withValues(sample, { '表五!E24': -3 });
    const told: CheckReport[] = [];
    const now = runSteps(recheckInSteps(before, changed, catalogue(), (soFar) => told.push(soFar())));
    const of = (report: CheckReport | undefined, fromEquations: boolean): readonly object[] =>
      (report?.findings ?? []).filter(({ difference }) => (difference !== undefined) === fromEquations).map(contentOf);
    const [first, second] = told;
    expect(told).toHaveLength(2);
    expect(of(first, true)).toEqual(of(now?.report, true));
    expect(of(first, false)).toEqual(of(before.report, false));
    expect(second?.findings.map(contentOf)).toEqual(now?.report.findings.map(contentOf));
    // Of all that fails nothing is decided yet.
    const failing = of(first, true).length;
    expect(pendingIn(first!)).toHaveLength(failing);
    expect(pendingIn(second!).length).toBeLessThan(failing);
  });

  it('what is typed and is no amount is told at once, though the workbook is recognised anew for it', async () => {
    const before = runSteps(checkInSteps(await recogniseBest(sample), sample, catalogue()));
    const changed = withValues(sample, { '表六!F12': '约54' });
    const told: CheckReport[] = [];
    const recognition = await recogniseBest(changed);
    const now = runSteps(checkInSteps(recognition, changed, catalogue(), (soFar) => told.push(soFar()), before));
    const about = (report: CheckReport | undefined): readonly string[] =>
      (report?.findings ?? [])
        .filter(({ rule }) => rule === 's-not-number')
        .flatMap(({ cells }) => cells.map(addressOf));
    expect(told).toHaveLength(2);
    expect(about(told[0])).toContain('表六!F12');
    expect(about(told[0])).toEqual(about(now.report));
    // Of another workbook nothing is carried over.
    const other = { ...changed, sheets: changed.sheets.slice(1) };
    const toldOfOther: CheckReport[] = [];
    runSteps(
      checkInSteps(await recogniseBest(other), other, catalogue(), (soFar) => toldOfOther.push(soFar()), before),
    );
    expect(toldOfOther).toHaveLength(1);
  });

  it('nothing is pending once they are found', async () => {
    const { report } = await courseOf(sample);
    expect(report.causes.length).toBeGreaterThan(0);
    expect(pendingIn(report)).toEqual([]);
  });

  it('the equations that fail now are shown in one, with what they say and no cell to be changed', async () => {
    const { meanwhile, report } = await after(mended, { '表三!E9': 1294.62 });
    const [cause, ...others] = pendingIn(meanwhile);
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ severity: 'error', determined: false, confidence: 0, alternatives: [] });
    const found = report.causes.find(({ findings }) => findings.includes(cause?.findings[0] ?? ''));
    expect([...(cause?.findings ?? [])].sort()).toEqual([...(found?.findings ?? [])].sort());
    const own = meanwhile.findings.filter((finding) => finding.cause === cause?.id);
    expect(own.every(({ suspect, expected, actual, difference }) => !suspect && expected && actual && difference)).toBe(
      true,
    );
    // It stands where the cause will stand, and counts as one.
    expect(meanwhile.causes.indexOf(cause!)).toBe(report.causes.indexOf(found!));
    expect(meanwhile.summary).toEqual(report.summary);
  });

  it('an amount that is amiss where it stands goes with the equations that fail by it', async () => {
    const { meanwhile, report } = await after(mended, { '表五!E24': -3 });
    expect(report.findings.some(({ rule }) => rule === 's-negative')).toBe(true);
    expect(pendingIn(meanwhile)).toHaveLength(1);
    const rules = meanwhile.findings
      .filter(({ cause }) => cause === pendingIn(meanwhile)[0]?.id)
      .map(({ rule }) => rule);
    expect(rules).toContain('s-negative');
  });

  it('a cause of which nothing has changed stays as it was, with its cell and the amount for it', async () => {
    const { before, meanwhile } = await after(sample, { '表六!F12': 7 });
    const suspected = before.causes.find(({ alternatives }) =>
      alternatives.some((way) => way.some(({ cell }) => addressOf(cell) === '表三!E9')),
    );
    expect(suspected?.determined).toBe(true);
    expect(meanwhile.causes).toContainEqual(suspected);
    const own = (report: CheckReport): readonly Finding[] =>
      report.findings.filter(({ cause }) => cause === suspected?.id);
    expect(own(meanwhile)).toEqual(own(before));
    expect(pendingIn(meanwhile).flatMap(({ findings }) => findings)).not.toEqual([]);
  });

  it('a cause whose amounts have changed is looked for anew, though the same equations fail', async () => {
    const { before, meanwhile } = await after(sample, { '表三!E9': 1300 });
    const suspected = before.causes.find(({ alternatives }) =>
      alternatives.some((way) => way.some(({ cell }) => addressOf(cell) === '表三!E9')),
    );
    expect(pendingIn(meanwhile).map(({ findings }) => [...findings].sort())).toEqual([
      [...(suspected?.findings ?? [])].sort(),
    ]);
  });

  it('what the edit has mended is gone', async () => {
    const { before, meanwhile, report } = await after(sample, { '表三!E9': 1249.62 });
    expect(meanwhile.findings.length).toBeLessThan(before.findings.length);
    expect(meanwhile).toEqual(report);
  });
});

it('whatever is typed: each finding has one cause, as grave as its gravest, and no pending one names a cell', async () => {
  const before = { sample: (await courseOf(sample)).report, mended: (await courseOf(mended)).report };
  const amounts = sample.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value }) =>
        typeof value === 'number' && !Number.isInteger(value) ? [addressOf({ sheet: name, row, column })] : [],
      ),
    ),
  );
  const value = fc.oneof(
    fc.integer({ min: -99, max: 99_999 }).map((cents) => cents / 100),
    fc.constant(null),
  );
  const edits = fc.array(fc.tuple(fc.constantFrom(...amounts), value), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('sample' as const, 'mended' as const), edits, async (start, typed) => {
      const snapshot = withValues(start === 'sample' ? sample : mended, Object.fromEntries(typed));
      const { told, report } = await courseOf(snapshot);
      const meanwhile = besideKnown(told[0] ?? report, before[start]);
      expect(meanwhile.findings.map(contentOf)).toEqual(report.findings.map(contentOf));
      const owners = meanwhile.causes.flatMap(({ id, findings }) => findings.map((finding) => [finding, id]));
      expect(new Map(owners as [string, string][])).toEqual(
        new Map(meanwhile.findings.map(({ id, cause }) => [id, cause ?? ''])),
      );
      expect(owners.length).toBe(meanwhile.findings.length);
      for (const cause of pendingIn(meanwhile)) {
        const own = meanwhile.findings.filter((finding) => finding.cause === cause.id);
        expect([cause.alternatives, own.filter(({ suspect }) => suspect)]).toEqual([[], []]);
        expect(own.map(({ severity }) => severity)).toContain(cause.severity);
      }
      const counted = Object.values(meanwhile.summary).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(meanwhile.causes.length);
    }),
    { numRuns: Number(process.env['BUDGET_RUNS'] ?? 0) || 8 },
  );
});
