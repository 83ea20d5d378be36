import type { Check } from './check';
import { blank } from './performance/blank';
import { copied } from './performance/copied';
import { cost } from './performance/cost';
import { dates } from './performance/dates';
import { kinds } from './performance/kinds';
import { life } from './performance/life';
import { operator } from './performance/operator';
import { project } from './performance/project';
import { value } from './performance/value';

/** What performance tables should hold, and how their projects go with those of the tables. */
export const performanceChecks: readonly Check[] = [blank, dates, kinds, value, cost, life, operator, copied, project];
