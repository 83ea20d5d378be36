import { evidenceOf, type Evidence } from '../../src/commands/evidence';
import type { Figure } from '../../src/engine/book/book';
import type { Relation } from '../../src/engine/evidence/relations';
import { addressOf, parseA1 } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { evidenceWords } from '../../src/i18n/evidence/catalogue';
import { placesZhCN } from '../../src/i18n/words/places';
import { equationBar } from '../../src/pane/evidence/bar';
import { groupsUnder } from '../../src/pane/evidence/tree';
import { amountOf, equationSaid } from '../../src/pane/evidence/words';
import { withValues } from '../fixtures/edit';
import { mended } from '../fixtures/sample';

const words = evidenceWords('zh-CN');

async function opened(snapshot: Snapshot, address: string): Promise<{ evidence: Evidence; figure: Figure }> {
  const evidence = await evidenceOf(snapshot);
  const [sheet = '', cell = ''] = address.split('!');
  const figure = evidence?.figureAt({ sheet, ...(parseA1(cell) as { row: number; column: number }) });
  if (!evidence || !figure) throw new Error(`no figure in ${address}`);
  return { evidence, figure };
}

const relation = (relations: readonly Relation[], kind: Relation['kind'], failed: boolean): Relation => {
  const found = relations.find((one) => one.kind === kind && (one.outcome.kind === 'failed') === failed);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

describe('what a figure rests on', () => {
  test('its parts, the same elsewhere, the wholes it is part of; in agreement all of it', async () => {
    const { evidence, figure } = await opened(mended, '表三!E7');
    const relations = evidence.relationsOf(figure);
    expect(relations.length).toBeGreaterThan(2);
    expect(relations.filter(({ outcome }) => outcome.kind === 'failed')).toEqual([]);
    const groups = groupsUnder(evidence, figure, 'root', new Set());
    expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['parts', 'whole', 'same']));
    expect(relations.every(({ figures }) => !figures.includes(figure))).toBe(true);
  });

  test('every figure that an equation holds leads to all others of it', async () => {
    const { evidence, figure } = await opened(mended, '表三!F7');
    for (const { equation, figures } of evidence.relationsOf(figure)) {
      for (const other of figures) {
        const back = evidence.relationsOf(other).filter((one) => one.equation === equation);
        expect([addressOf(other.cell), back.length]).toEqual([addressOf(other.cell), 1]);
      }
    }
  });

  test('what fails comes first; a cell on the way is not opened again', async () => {
    const wrong = withValues(mended, { '表三!F7': 9999 });
    const { evidence, figure } = await opened(wrong, '表三!F7');
    const kinds = evidence.relationsOf(figure).map(({ outcome }) => outcome.kind);
    expect(kinds.indexOf('failed')).toBe(0);
    expect(kinds.lastIndexOf('failed')).toBe(kinds.filter((kind) => kind === 'failed').length - 1);
    const path = new Set([JSON.stringify('')]);
    const all = groupsUnder(evidence, figure, 'root', path).flatMap(({ figures }) => figures);
    expect(all.every(({ isAbove }) => !isAbove)).toBe(true);
    const [first] = all;
    if (!first) throw new Error('it leads nowhere');
    const { cellKey } = await import('../../src/engine/snapshot/address');
    const under = groupsUnder(evidence, first.figure, 'below', new Set([cellKey(figure.cell)]));
    const again = under.flatMap(({ figures }) => figures).filter((node) => node.figure === figure);
    expect(again.map(({ isAbove }) => isAbove)).toEqual(again.map(() => true));
    expect(again.length).toBeGreaterThan(0);
  });
});

describe('an equation as bars', () => {
  test('in agreement both are as long, without a gap', async () => {
    const { evidence, figure } = await opened(mended, '表三!F7');
    const { equation, outcome } = relation(evidence.relationsOf(figure), 'parts', false);
    const bar = equationBar(equation, outcome);
    expect([bar.left.end, bar.right.end, bar.gap, bar.inSteps]).toEqual([1, 1, undefined, false]);
    expect(bar.left.segments).toHaveLength(1);
    expect(bar.right.segments.map(({ from }) => from)).toEqual(
      [0, ...bar.right.segments.map(({ to }) => to)].slice(0, bar.right.segments.length),
    );
  });

  test('the gap lies on the shorter side and is as long as the difference', async () => {
    const { evidence, figure } = await opened(withValues(mended, { '表三!F7': 2000 }), '表三!F7');
    const { equation, outcome } = relation(evidence.relationsOf(figure), 'parts', true);
    if (outcome.kind !== 'failed') throw new Error('it agrees');
    const bar = equationBar(equation, outcome);
    expect(bar.gap?.side).toBe('right');
    expect((bar.gap?.to ?? 0) - (bar.gap?.from ?? 0)).toBeCloseTo(outcome.difference.toNumber() / 2000, 6);
    const said = equationSaid(equation, outcome, words, placesZhCN);
    expect(said.says).toMatch(/^表三“.+”基本支出＝其中\d+项之和$/);
    expect(said.result).toBe(`分项少${outcome.difference.toFixed(2)}`);
  });

  test('of many parts the largest and the suspected are told apart, the rest is one stretch', async () => {
    const evidence = await evidenceOf(mended);
    const relations = Array.from({ length: 40 }, (_none, row) => row).flatMap((row) => {
      const figure = evidence?.figureAt({ sheet: '表六', row, column: 4 });
      return figure ? (evidence?.relationsOf(figure) ?? []) : [];
    });
    const whole = relations.find(({ kind, figures }) => kind === 'parts' && figures.length > 8);
    if (!whole) throw new Error('no long sum in the sample');
    const all = equationBar(whole.equation, whole.outcome).right.segments;
    expect(all).toHaveLength(8);
    expect(all[7]).toMatchObject({ figure: undefined, count: whole.figures.length - 7 });
    expect(all[7]?.to).toBeCloseTo(1, 9);
  });

  test('a minus makes steps', async () => {
    const { evidence, figure } = await opened(withValues(mended, { '表三!F8': -5 }), '表三!F7');
    const bar = equationBar(...of(relation(evidence.relationsOf(figure), 'parts', true)));
    expect(bar.inSteps).toBe(true);
    expect(bar.right.segments.some(({ isNegative, from, to }) => isNegative && to < from)).toBe(true);
  });

  const of = ({ equation, outcome }: Relation) => [equation, outcome] as const;
});

test('a cell says what it holds as it is printed', async () => {
  const holds = async (value: number | string | null): Promise<string> => {
    const { figure } = await opened(withValues(mended, { '表三!F8': value }), '表三!F8');
    return amountOf(figure, words);
  };
  expect(await holds(1234.5)).toBe('1,234.50');
  expect(await holds(0)).toBe('0.00');
  expect(await holds(null)).toBe('空');
  expect(await holds('约5')).toBe('读不出金额');
});
