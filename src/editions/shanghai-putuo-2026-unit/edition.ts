import type { Edition } from '../../engine/edition/edition';
import { charts } from '../shared/charts';
import { checkNames } from '../shared/check-names';
import { economic, flow, functional, fund, kind, threePublic } from '../shared/dimensions';
import { economicPlacements } from '../shared/fragments';
import { equations } from './equations';
import { table1 } from './tables/01-summary';
import { table2 } from './tables/02-revenue';
import { table3 } from './tables/03-expenditure';
import { table4 } from './tables/04-appropriation';
import { table5 } from './tables/05-general-public';
import { table6 } from './tables/06-government-funds';
import { table7 } from './tables/07-state-capital';
import { table8 } from './tables/08-basic';
import { table9 } from './tables/09-three-public';

/** 上海市普陀区 2026 年区级单位预算: nine tables in 元, the three public expenses in 万元. */
export const edition = {
  id: 'shanghai-putuo-2026-unit',
  name: '上海普陀2026单位版',
  year: 2026,
  dimensions: [flow, fund, kind, threePublic, functional, economic],
  tables: [table1, table2, table3, table4, table5, table6, table7, table8, table9],
  forms: [],
  equations,
  charts,
  checkNames,
  placements: economicPlacements,
  specimens: ['…', '……', 'XX', '××', '二、', '三、', '四、'],
} as const satisfies Edition;
