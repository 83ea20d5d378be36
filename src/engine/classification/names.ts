import { stripLeadingEnumeration, stripTrailingBracket } from '../text/normalise';
import { remembered } from '../memo/remembered';

// They repeat under every 款 and say nothing about the code by themselves.
const GENERIC: ReadonlySet<string> = new Set([
  '行政运行',
  '一般行政管理事务',
  '机关服务',
  '事业运行',
  '信息化建设',
  '机构运行',
  '其他支出',
]);

/** True for names that stand under many codes (行政运行): no code is looked up by one of these alone. */
export function isGenericName(name: string): boolean {
  return GENERIC.has(stripTrailingBracket(plainName(name)));
}

/** A name without numbering and without a code in front of it, normalised. */
export function plainName(name: string): string {
  return stripLeadingEnumeration(name).replace(/^[0-9]{3,7}[-.、:·]?(?=[^ -~])/, '');
}

/**
 * True where what a cell prints is a code's name to a reader: spelling aside, with or without the 款 that platforms put into
 * a bracket behind (行政运行（人大事务）) or with dashes in front (一般公共服务支出-人大事务-行政运行). A bracket of the
 * name itself stays: 资本性支出 is not 资本性支出（基本建设）.
 */
export function sameName(printed: string, name: string): boolean {
  return spellingsOf(printed).includes(plainName(name));
}

/** What a printed name may stand for, the whole text first. */
export const spellingsOf = remembered((printed): readonly string[] => {
  const whole = plainName(printed);
  const last = whole.slice(whole.lastIndexOf('-') + 1);
  return [...new Set([whole, stripTrailingBracket(whole), last, stripTrailingBracket(last)])];
});

/** True where the two differ by no more than the ending (教育 and 教育支出, 因公出国（境）费 and 因公出国（境）费用). */
export function sameButForEnding(printed: string, name: string): boolean {
  return spellingsOf(printed).some((spelling) => withoutEnding(spelling) === withoutEnding(plainName(name)));
}

function withoutEnding(name: string): string {
  return name.replace(/(?:支出|费用|费)$/, '');
}
