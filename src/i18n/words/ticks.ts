import { count } from './phrases-en';

/** Why figures bear no √, and how many each: see `WithoutTick` of the commands. */
export interface WithoutTicks {
  readonly failed: number;
  readonly text: number;
  readonly unconfirmed: number;
  readonly narrow: number;
}

/** How many figures bear a √ and how many do not, and why: one sentence. */
export type TickedWords = (ticked: number, without: WithoutTicks) => string;

export const tickedZhCN: TickedWords = (ticked, { failed, text, unconfirmed, narrow }) =>
  sentence(ticked > 0 ? `相符的${ticked}个数已加√` : '没有能加√的数', '；未加：', '，', '。', [
    [failed, `不符或待核实${failed}`],
    [text, `以文字存放${text}`],
    [unconfirmed, `没有勾稽可证${unconfirmed}`],
    [narrow, `列太窄${narrow}`],
  ]);

export const tickedEn: TickedWords = (ticked, { failed, text, unconfirmed, narrow }) =>
  sentence(`${count(ticked, 'figure')} ticked √`, '; without: ', ', ', '.', [
    [failed, `${failed} in doubt`],
    [text, `${text} kept as text`],
    [unconfirmed, `${unconfirmed} confirmed by no equation`],
    [narrow, `${narrow} in columns too narrow`],
  ]);

function sentence(
  said: string,
  others: string,
  comma: string,
  stop: string,
  reasons: readonly (readonly [number, string])[],
): string {
  const given = reasons.filter(([many]) => many > 0).map(([, reason]) => reason);
  return `${said}${given.length > 0 ? others + given.join(comma) : ''}${stop}`;
}
