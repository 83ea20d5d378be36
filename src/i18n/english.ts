import { en } from './en';
import type { Words } from './catalogue';
import { whyEn } from './fix/why-en';
import { paneEn } from './pane/en';

/** English, the second language: what the pane begins with does not hold it. */
export const english: Words = { sentences: en, why: whyEn, pane: paneEn };
