import { Decimal } from 'decimal.js';
import type { Members } from '../../src/engine/scope/scope';

/** What a department has at a scope, in 万元; zero where it has nothing. */
export type Amounts = (scope: Members) => Decimal;

/** Some money, with all that it means. */
export interface Money {
  readonly functional: string;
  readonly fund: string;
  readonly kind: string;
  readonly economic: string;
  readonly project: string | undefined;
  readonly threePublic: string | undefined;
  /** 万元. */
  readonly amount: Decimal;
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  财政拨款: ['一般公共预算', '政府性基金预算', '国有资本经营预算'],
  基本支出: ['人员经费', '公用经费'],
  '“三公”经费': ['因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'],
  公务用车购置及运行费: ['公务用车购置费', '公务用车运行费'],
};

/** What money comes to at a scope: the same meaning as that of tables, without any table. Revenue and expenditure are the same money. */
export function amountsOf(money: readonly Money[]): Amounts {
  const isIn = (wanted: string | undefined, own: string | undefined): boolean =>
    wanted === undefined || (own !== undefined && (PARTS[wanted] ?? [wanted]).includes(own));
  return (scope: Members): Decimal =>
    money
      .filter(
        (one) =>
          isIn(scope['fund'], one.fund) &&
          isIn(scope['kind'], one.kind) &&
          isIn(scope['threePublic'], one.threePublic) &&
          one.functional.startsWith(scope['functional'] ?? '') &&
          one.economic.startsWith(scope['economic'] ?? '') &&
          (scope['project'] === undefined || scope['project'] === one.project),
      )
      .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

/** The money of lines as `lineSource` reads them. */
export function moneyOf(lines: readonly string[], year: 'now' | 'before'): readonly Money[] {
  return lines.map((line) => {
    const [functional = '', kind = '', economic = '', project = '', fund = '', now = '', before = ''] = line
      .split('|')
      .map((word) => word.trim());
    const amount = year === 'now' ? now : before;
    return {
      functional,
      kind,
      economic,
      fund,
      project: project === '' ? undefined : project,
      threePublic: FOLLOWS[economic],
      amount: new Decimal(amount === '' ? 0 : amount),
    };
  });
}

/** Members that follow from an economic code, as in a ledger. */
export const FOLLOWS: Readonly<Record<string, string>> = {
  '30212': '因公出国（境）费',
  '31013': '公务用车购置费',
  '30231': '公务用车运行费',
  '30217': '公务接待费',
};
