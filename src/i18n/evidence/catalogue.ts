import type { Language } from '../language';
import { evidenceEn } from './en';
import type { EvidenceWords } from './words';
import { evidenceZhCN } from './zh-CN';

/** What the screen 依据 says in a language. Apart from the other words of the pane: it is loaded with that screen. */
export const evidenceWords = (language: Language): EvidenceWords => (language === 'en' ? evidenceEn : evidenceZhCN);
