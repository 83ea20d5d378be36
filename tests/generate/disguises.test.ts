import fc from 'fast-check';
import { checkSnapshot } from '../../src/commands/check';
import type { CheckReport } from '../../src/engine/finding/report';
import type { CellRef } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { placeOf, valueAt, withValues } from '../fixtures/edit';
import { mended, sample } from '../fixtures/sample';
import { department } from './department';
import { DISGUISES, disguise, type DisguiseName } from './disguises';
import { layOut } from './layout';
import { SLIPS, slipped } from './slips';

const NAMES = Object.keys(DISGUISES).filter((name): name is DisguiseName => name in DISGUISES);

// Of the frame (title, unit line, order of sheets) a disguise may say something; of amounts and codes it may not.
const ABOUT_FIGURES = /^(?:[bckp]-|same-scope$|parts$)/;

// A figure in 元 stands for a smaller interval: what was rounding may be an error there.
const rule = (name: string, loose: boolean): string => (loose ? '' : name);

/** What a report says of the figures, in terms of the cells as they were before the disguise. */
function saidOf(report: CheckReport, originOf: (place: string) => string | undefined, loose: boolean) {
  const place = (cell: CellRef): string =>
    (originOf(placeOf(cell)) ?? `new ${placeOf(cell)}`).replace(/![BC](?=\d)/, (part) =>
      codeColumn(cell, part, originOf),
    );
  return {
    findings: report.findings
      .filter((finding) => ABOUT_FIGURES.test(finding.rule))
      .map(
        (finding) =>
          `${rule(`${finding.rule} ${finding.severity}`, loose)} ${[...new Set(finding.cells.map(place))].sort().join(' ')}`,
      )
      .sort(),
    causes: report.causes
      .filter((cause) => cause.alternatives.length > 0)
      .map(
        (cause) =>
          `${cause.kind} ${cause.alternatives
            .map((way) =>
              way
                .map(({ cell }) => place(cell))
                .sort()
                .join('+'),
            )
            .sort()
            .join(' | ')}`,
      )
      .sort(),
    tables: [...new Set(report.tables.map(({ id }) => id))].sort(),
    unchecked: report.unchecked.length,
  };
}

// A code that filled three columns fills one.
const THREE_CODE_COLUMNS = /^表[二三五七九]!/;
function codeColumn(cell: CellRef, part: string, originOf: (place: string) => string | undefined): string {
  return THREE_CODE_COLUMNS.test(originOf(placeOf(cell)) ?? '') ? '!A' : part;
}

async function expectSame(workbook: Snapshot, names: readonly DisguiseName[]): Promise<void> {
  const loose = names.includes('in 元');
  const before = await checkSnapshot(workbook, { edition: 'xinjiang-2021' });
  const { snapshot, originOf } = disguise(workbook, ...names);
  const after = await checkSnapshot(snapshot, { edition: 'xinjiang-2021' });
  expect({ names, ...saidOf(after, originOf, loose) }).toEqual({ names, ...saidOf(before, (place) => place, loose) });
}

describe('a workbook in disguise', () => {
  test.each(NAMES)('%s: the same is found in the sample', async (name) => {
    await expectSame(sample, [name]);
  });

  test.each(NAMES)('%s: the mended sample stays free of errors', async (name) => {
    const report = await checkSnapshot(disguise(mended, name).snapshot, { edition: 'xinjiang-2021' });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.summary.error).toBe(0);
  });

  test('several at once: the same is found in the sample', async () => {
    await expectSame(sample, [
      'columns swapped',
      'headers wrapped otherwise',
      'in 元',
      'no table numbers',
      'department and unit in one cell',
      'two tables on one sheet',
      'renamed',
    ]);
  });

  test('the same slip is found in generated departments', async () => {
    await fc.assert(
      fc.asyncProperty(
        department,
        fc.nat(),
        fc.constantFrom(...SLIPS),
        fc.constantFrom(...NAMES),
        async (generated, pick, slip, name) => {
          const { snapshot, amounts } = layOut(generated);
          const place = amounts[pick % amounts.length] ?? '';
          const value = slipped(valueAt(snapshot, place), slip);
          await expectSame(value === undefined ? snapshot : withValues(snapshot, { [place]: value }), [name]);
        },
      ),
      { numRuns: 20, seed: 2021 },
    );
  });
});
