import { Decimal } from 'decimal.js';
import { LETTERS } from '../text/letters';
import { normaliseText } from '../text/normalise';
import type { AmountReading, MoneyUnit } from './reading';

/** A unit as a table states it. Other units than 万元 and 元 are told apart, so that the caller can report them. */
export type MoneyUnitReading =
  | { readonly supported: true; readonly unit: MoneyUnit }
  /** `千元`, `亿元`, `万美元`: as written, without spaces. */
  | { readonly supported: false; readonly unit: string };

// Wide enough that moving the point of any amount of a workbook stays exact.
const Wide = Decimal.clone({ precision: 60 });

/** The same money in another unit, exact. */
export function convertMoney(value: Decimal, from: MoneyUnit, to: MoneyUnit): Decimal {
  if (from === to) return value;
  const wide = new Wide(value);
  return from === '万元' ? wide.times(10000) : wide.div(10000);
}

/** The amount of a reading in its table's unit: converted where the cell itself states another one (`122200元` in a table of 万元). */
export function amountIn(reading: AmountReading, tableUnit: MoneyUnit): Decimal {
  return reading.suffix === undefined ? reading.value : convertMoney(reading.value, reading.suffix, tableUnit);
}

// A bare 元 or 万 that goes on in a word is the beginning of a name (元阳县, 万寿路街道).
const UNIT = `((?:亿|百万|十万|万|千|百)(?:美|欧|港|日)?元|(?:美|欧|港|日)?元(?![${LETTERS}])|万(?![${LETTERS}]))`;
// 单位 also heads the name of an institution (编制单位：某某局): only what follows decides.
const STATED = new RegExp(`单位[:为]?(?:人民币|[个台辆人次件套项户、,;/(])*${UNIT}(?![/每])`, 'u');
const STATED_APART = /单\s*位\s*[:：]\s*(元)\s/;
const ALONE = new RegExp(`^\\(?(?:人民币)?${UNIT}\\)?$`, 'u');
const BRACKETED = new RegExp(`\\((?:人民币)?${UNIT}\\)`, 'u');
const AT_THE_END = new RegExp(`[\\s:](?:人民币)?${UNIT}\\s*$`, 'u');

/**
 * Reads the money unit out of a unit line (`单位：万元`, `金额单位:元`, `（万元）`), a header (`预算数（万元）`) or the end of
 * a department line (`部门名称：某某局   万元`). Undefined where no unit is stated; a number with its unit states none.
 */
export function readMoneyUnit(text: string): MoneyUnitReading | undefined {
  const flat = normaliseText(text);
  if (!flat.includes('元') && !flat.includes('万')) return undefined;
  const match =
    STATED.exec(flat) ?? ALONE.exec(flat) ?? BRACKETED.exec(flat) ?? AT_THE_END.exec(text) ?? STATED_APART.exec(text);
  const unit = match?.[1];
  if (unit === undefined) return undefined;
  if (unit === '元') return { supported: true, unit };
  return unit === '万元' || unit === '万' ? { supported: true, unit: '万元' } : { supported: false, unit };
}
