import { KINDS, type Kind } from './errors';
import { ROUNDS, tally, type Attempt, type Evaluation } from './evaluate';

const WORDS: Readonly<Record<Kind | 'mixed', string>> = {
  digit: '一位数字错',
  swapped: '两位颠倒',
  dropped: '少一位',
  doubled: '多一位',
  point: '小数点移位',
  sign: '正负号',
  omission: '漏填',
  unit: '元与万元',
  misplaced: '写到旁边一列',
  exchanged: '两数对调',
  arithmetic: '任意别的数',
  mixed: '各种混合',
};

const HEAD = [
  '| 错误 | 处数 | 次数 | 发现 | 首选就是它 | 在前三个 | 值也对 | 全部都对 | 说明有几种可能 | 错怪 | 把握≥0.9的对了 |',
  '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
];

/** The evaluation as Markdown tables. */
export function tablesOf({ attempts, cleanSuspects, cleanWorkbooks }: Evaluation): string {
  const singled = attempts.filter(({ singledOut }) => singledOut);
  const others = attempts.filter(({ singledOut }) => !singledOut);
  return [
    `没有错误的工作簿${cleanWorkbooks}份，其中被怀疑的单元格：${cleanSuspects}个。`,
    '',
    '算式能单独认出的数（至少在两条算式里，且没有别的单元格恰在同样的算式里；对调、错一格的，也没有另两格对调后同样都平）：',
    '',
    ...HEAD,
    ...rounds(singled),
    '',
    '其余（至少一处错误不能单独认出）：',
    '',
    ...HEAD,
    ...rounds(others),
    '',
    '能单独认出的数，按错误的种类：',
    '',
    ...HEAD,
    ...ROUNDS.flatMap(({ name }) =>
      [...KINDS, 'mixed' as const].flatMap((kind) =>
        line(
          WORDS[kind],
          name,
          singled.filter((one) => one.kind === kind && one.round === name),
        ),
      ),
    ),
    '',
    '用时（毫秒，中位数 / 95%分位）：',
    '',
    '| 工作簿 | 金额格 | 找原因 | 整个审核 |',
    '|---|--:|--:|--:|',
    ...times(attempts),
  ].join('\n');
}

const rounds = (attempts: readonly Attempt[]): readonly string[] =>
  ROUNDS.flatMap(({ name }) =>
    line(
      '全部',
      name,
      attempts.filter(({ round }) => round === name),
    ),
  );

function line(what: string, round: string, attempts: readonly Attempt[]): readonly string[] {
  if (attempts.length === 0) return [];
  const sum = tally(attempts);
  const shares = [sum.detected, sum.named, sum.amongThree, sum.valued, sum.allRight, sum.openTies].map(percent);
  const calibration = sum.sure === 0 ? '—' : `${percent(sum.calibration)}（${sum.sure}）`;
  return [`| ${[what, round, sum.trials, ...shares, sum.falseSuspects, calibration].join(' | ')} |`];
}

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

function times(attempts: readonly Attempt[]): readonly string[] {
  return [...new Set(attempts.map(({ workbook }) => workbook))].map((workbook) => {
    const own = attempts.filter((one) => one.workbook === workbook);
    const sizes = own.map(({ size }) => size);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    return `| ${[
      workbook,
      least === most ? least : `${least}–${most}`,
      quantiles(own.flatMap(({ grouping }) => grouping ?? [])),
      quantiles(own.map(({ checking }) => checking)),
    ].join(' | ')} |`;
  });
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? NaN).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}
