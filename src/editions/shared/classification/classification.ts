import type { ClassificationData } from '../../../engine/classification/data';
import { alternatives } from './alternatives';
import { departmentEconomic } from './department-economic';
import { departmentEconomic2009 } from './department-economic-2009';
import { economicCrosswalk } from './economic-crosswalk';
import { functional2009 } from './functional-2009';
import { governmentEconomic } from './government-economic';
import { published } from './published';
import { renames } from './renames';

/** Everything known about classification codes, the same for every edition. */
export const classification = {
  published,
  functional2009,
  departmentEconomic,
  departmentEconomic2009,
  governmentEconomic,
  economicCrosswalk,
  renames,
  alternatives,
} as const satisfies ClassificationData;
