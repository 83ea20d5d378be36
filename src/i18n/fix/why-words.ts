import type { FactsByCode, Place, Slip } from '../../engine/finding/facts';
import type { CellRef } from '../../engine/snapshot/address';

/** How cells of one mistake belong together, as said at one of them; `follows` is one that only has to follow the first. */
export type SeveralCells = FactsByCode['cells-determined']['how'] | 'follows';

/** Why a cell is given another amount: the pane says it as soon as it has checked, all else of changes when some were made. */
export interface WhyWords {
  /** 表三“行政运行”合计，疑似有一位数字写错 */
  readonly why: (place: Place, slip: Slip | undefined) => string;
  /** The same of one cell of a mistake that reaches over several; `other` is the first of the others. */
  readonly whyAmong: (place: Place, how: SeveralCells, slip: Slip | undefined, other: CellRef) => string;
  /** … and nothing is to stand there, as in the rest of the column. */
  readonly andBlank: (why: string) => string;
}
