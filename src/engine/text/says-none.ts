import { normaliseText } from './normalise';

// What people write for "there is none".
const NONE = /^(?:无|没有|暂无|不涉及|未涉及|无此项|否|none|no|n\/a|[-—/]+|0+(?:\.0+)?)$/i;

/** True of 无, 没有, 否, 0 and the like. */
export function saysNone(text: string): boolean {
  return NONE.test(normaliseText(text));
}
