import fc from 'fast-check';
import { checkSnapshot } from '../../src/commands/check';
import { addressOf } from '../../src/engine/snapshot/address';
import { department } from './department';
import { layOut } from './layout';

describe('generated departments', () => {
  test('agree: nothing to mend and nothing left unchecked', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (generated) => {
        const report = await checkSnapshot(layOut(generated).snapshot);
        const told = report.findings
          .filter(({ severity }) => severity !== 'note')
          .map(({ rule, cells }) => `${rule} ${cells.map(addressOf).join(' ')}`);
        expect(told).toEqual([]);
        expect(report.unchecked).toEqual([]);
        expect(report.tables.filter(({ id }) => id !== '绩效').map(({ id }) => id)).toEqual([
          '表一',
          '表二',
          '表三',
          '表四',
          '表五',
          '表六',
          '表七',
          '表八',
          '表九',
        ]);
      }),
      { numRuns: 30, seed: 2021 },
    );
  });
});
