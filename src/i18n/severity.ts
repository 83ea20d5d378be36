import type { Severity } from '../engine/finding/finding';
import type { Language } from './language';

/** How a finding stands: its severity, or one of the states in which it does not count. */
export type Standing = Severity | 'explained' | 'unchecked' | 'agreed';

/** One sign for each standing, outside the pane. All are GB 2312: every Chinese font and console has them. */
export const SIGNS: Readonly<Record<Standing, string>> = {
  error: '×',
  warning: '▲',
  note: '○',
  explained: '※',
  unchecked: '－',
  agreed: '√',
};

const WORDS: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  'zh-CN': { error: '错误', warning: '需核实', note: '提示', explained: '已说明', unchecked: '未检查', agreed: '相符' },
  en: {
    error: 'Error',
    warning: 'Check',
    note: 'Note',
    explained: 'Explained',
    unchecked: 'Not checked',
    agreed: 'Agrees',
  },
};

/** The word of a standing: 错误, 需核实 … */
export function severityWord(standing: Standing, language: Language): string {
  return WORDS[language][standing];
}
