import type { Language } from '../language';
import { ruleWords } from './rules';

/** What a rule is called; in English it goes by its id. */
export const ruleName = (rule: string, language: Language): string =>
  language === 'en' ? rule : (ruleWords[rule]?.name ?? rule);

/** What must hold by a rule, in a few words. */
export function ruleDemands(rule: string, language: Language): string {
  if (language === 'en') return rule;
  const words = ruleWords[rule];
  return /^[^。；]*/u.exec(words?.says ?? words?.name ?? rule)?.[0] ?? rule;
}
