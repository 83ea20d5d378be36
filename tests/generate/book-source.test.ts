import fc from 'fast-check';
import type { Members } from '../../src/engine/scope/scope';
import { department, FUNDS, type Department } from './department';
import { inWan, tablesOf } from './two-years';

const KINDS = [undefined, '基本支出', '项目支出', '人员经费', '公用经费'];
const THREE_PUBLIC = [
  '“三公”经费',
  '因公出国（境）费',
  '公务用车购置及运行费',
  '公务用车购置费',
  '公务用车运行费',
  '公务接待费',
];

/** Scopes that somebody may ask for; a member of undefined is left out. */
function scopesOf({ payments }: Department): readonly Members[] {
  const funds = [undefined, '财政拨款', ...FUNDS];
  const codes = (of: 'functional' | 'economic') =>
    payments.flatMap((payment) => [3, 5, 7].map((length) => payment[of].slice(0, length)));
  const functional = [undefined, '2010999', ...new Set(codes('functional'))];
  const economic = [undefined, '30298', ...new Set(codes('economic'))];
  const projects = new Set(payments.flatMap(({ project }) => project ?? []));
  const scopes = [
    ...funds.flatMap((fund) => functional.map((code) => ({ flow: '收入', fund, functional: code }))),
    ...funds.flatMap((fund) =>
      KINDS.flatMap((kind) => functional.map((code) => ({ flow: '支出', fund, kind, functional: code }))),
    ),
    ...KINDS.flatMap((kind) => economic.map((code) => ({ flow: '支出', fund: '一般公共预算', kind, economic: code }))),
    ...THREE_PUBLIC.flatMap((threePublic) =>
      KINDS.map((kind) => ({ flow: '支出', fund: '一般公共预算', kind, threePublic })),
    ),
    ...[...projects].map((project) => ({ flow: '支出', fund: '一般公共预算', kind: '项目支出', project })),
  ];
  // The performance tables call 财政拨款 what the projects of 表七 have: of others, nothing of the kind is known.
  const isOfForms = ({
    fund,
    kind,
  }: {
    readonly fund: string | undefined;
    readonly kind?: string | undefined;
  }): boolean => kind !== undefined && (fund === '财政拨款' || fund === '国有资本经营预算');
  return scopes
    .filter((scope) => !isOfForms(scope))
    .map((scope) => Object.fromEntries(Object.entries(scope).filter(([, member]) => member !== undefined)) as Members);
}

/** What the tables print, by themselves or in parts: not to tell one of these would be a gap. */
function isPrinted(scope: Members): boolean {
  const { flow, fund, kind, functional, economic, threePublic, project } = scope;
  if ([economic, threePublic, project].some((member) => member !== undefined)) return false;
  if (flow === '收入') return functional === undefined || fund === undefined;
  const byKind = kind === undefined || kind === '基本支出' || kind === '项目支出';
  return byKind && (fund === undefined || fund === '一般公共预算' || fund === '政府性基金预算');
}

const RUNS = { numRuns: 60, seed: 2021, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true } as const;

describe('the tables of generated departments as a source', () => {
  test('tell at every scope what the payments come to, or nothing; and all that is printed', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (given) => {
        const { source } = await tablesOf(given);
        const amountAt = inWan(given);
        const wrong = scopesOf(given).flatMap((scope) => {
          const told = source.told(scope)?.value.toFixed() ?? (isPrinted(scope) ? 'not told' : undefined);
          const amount = amountAt(scope).toFixed();
          return told === undefined || told === amount ? [] : [{ scope, told, amount }];
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  test('an amount is that of its cells', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (given) => {
        const { source } = await tablesOf(given);
        const silent = scopesOf(given).filter((scope) => {
          const told = source.told(scope);
          return told !== undefined && !told.value.isZero() && told.cells.length === 0;
        });
        expect(silent).toEqual([]);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
