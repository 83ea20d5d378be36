import { normaliseText } from './normalise';

/** 编制部门：, 填报单位：, 部门（单位）名称：, 单位（公章）：; what follows stands in the same cell or in the next. */
const LABEL =
  /^\s*(?:编制|填报|填制|申报|预算)?\s*(?:部\s*门|单\s*位)(?:\s*[(（](?:部门|单位)[)）])?\s*(?:名\s*称)?(?:\s*[(（](?:公章|盖章|签章|章)[)）])?\s*[:：](.*)$/su;

/**
 * Where the name ends: at another label of the same line (`单位：元`, `填报日期：`), at a money unit, at a date, or at a gap of several spaces,
 * which a name whose characters are set apart (`水 务 局`) does not have.
 */
const BEHIND_NAME = new RegExp(
  [
    '\\s+\\S{2,8}?\\s*[:：].*$',
    '(?:金额|货币)?单\\s*位\\s*[:：]?\\s*(?:人民币)?[十百千万亿]*元.*$',
    '(?:填报|编制|制表|填表)?(?:日期|时间)\\s*[:：].*$',
    '20\\d\\d\\s*年.*$',
    '(?<=\\S\\s*\\S\\s*\\S\\s*)(?:\\s{2,}|\\t).*$',
  ].join('|'),
  'su',
);

/** `[206001]`, `206001-` in front of a name: the department's number in the budget system. */
const NUMBER = /^(?:\(\d{3,9}\)|\d{3,9}[-_]|\d{5,9})(?=\D)/;

const MONEY_UNIT = /^(?:人民币)?[十百千万亿]*元/;

/**
 * The department that a cell names behind a label (`编制单位：某某局`), in the house's spelling. '' where there is only the label: the name
 * stands in the next cell. Undefined where the cell has no such label, or one of a money unit (`单位：万元`).
 */
export function labelledDepartment(text: string): string | undefined {
  const written = LABEL.exec(text)?.[1];
  if (written === undefined) return undefined;
  const name = normaliseText(written.trim().replace(BEHIND_NAME, '')).replace(NUMBER, '');
  return MONEY_UNIT.test(name) ? undefined : name;
}
