import fc from 'fast-check';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { mended } from '../../tests/fixtures/sample';
import { filledForms } from '../../tests/fixtures/shanghai';
import { department, type Department } from '../../tests/generate/department';
import { layOut } from '../../tests/generate/layout';

export interface Workbook {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/** Payments of a department of each size. */
const SIZES = { 小: 5, 中: 15, 大: 60 } as const;

/** Workbooks without errors: the mended sample, the forms of another edition, and `ofEach` departments of each size. */
export function cleanWorkbooks(seed: number, ofEach: number): readonly Workbook[] {
  const generated = Object.entries(SIZES).flatMap(([size, payments], index) =>
    Array.from({ length: ofEach }, (_one, copy) => ({
      name: `部门（${size}）`,
      snapshot: layOut(departmentOf(payments, seed + 100 * index + copy)).snapshot,
    })),
  );
  return [{ name: '修正后的样本', snapshot: mended }, { name: '上海版式', snapshot: filledForms }, ...generated];
}

/** One department with at least so many payments. */
function departmentOf(payments: number, seed: number): Department {
  const drawn = fc.sample(department, { numRuns: 4 * payments, seed });
  const [first] = drawn;
  if (!first) throw new Error('no department drawn');
  const enough = drawn.reduce<Department['payments']>(
    (all, { payments: more }) => (all.length < payments ? [...all, ...more] : all),
    [],
  );
  return { ...first, payments: enough };
}
