import type { Edition } from '../../engine/edition/edition';
import { charts } from '../shared/charts';
import { checkNames } from '../shared/check-names';
import { economic, flow, functional, fund, kind, project, threePublic } from '../shared/dimensions';
import { economicPlacements } from '../shared/fragments';
import { equations } from './equations';
import { ledger } from './ledger';
import { performance } from './performance';
import { table1 } from './tables/01-summary';
import { table2 } from './tables/02-revenue';
import { table3 } from './tables/03-expenditure';
import { table4 } from './tables/04-appropriation';
import { table5 } from './tables/05-general-public';
import { table6 } from './tables/06-basic';
import { table7 } from './tables/07-project';
import { table8 } from './tables/08-three-public';
import { table9 } from './tables/09-government-funds';
import { text } from './text/text';

/** 新疆维吾尔自治区 2021 年部门预算公开: nine tables and the performance table of each project. */
export const edition = {
  id: 'xinjiang-2021',
  name: '新疆2021版',
  year: 2021,
  dimensions: [flow, fund, kind, threePublic, functional, economic, project],
  tables: [table1, table2, table3, table4, table5, table6, table7, table8, table9],
  forms: [performance],
  equations,
  text,
  ledger,
  charts,
  checkNames,
  specimens: ['…', '……', 'XX', '××'],
  placements: economicPlacements,
} as const satisfies Edition;
