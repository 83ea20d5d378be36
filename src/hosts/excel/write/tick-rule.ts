import { areTickThresholds, TICK_THRESHOLDS } from '../../../engine/snapshot/tick-rule';

/** What `isTickRule` needs of each conditional format of a loaded collection. */
export const TICK_ATTRIBUTES = 'items/iconSetOrNullObject/style,items/iconSetOrNullObject/criteria';

/** Excel's name of the icons ×, !, √ without circles. */
const TICK_ICONS = 'ThreeSymbols2';

/** Makes an icon set that of the √; the number stays beside it. */
export function setTickRule(iconSet: Excel.IconSetConditionalFormat): void {
  const [lower, upper] = TICK_THRESHOLDS.map((value): Excel.ConditionalIconCriterion => ({
    type: 'Number',
    operator: 'GreaterThanOrEqual',
    formula: `=${String(value).toUpperCase()}`,
  }));
  iconSet.style = TICK_ICONS;
  // Of the first icon Excel takes nothing but an icon of its own: it stands for whatever lies below the others.
  iconSet.criteria = [{} as Excel.ConditionalIconCriterion, ...(lower && upper ? [lower, upper] : [])];
  iconSet.showIconOnly = false;
}

/** Whether an icon set is that of our √. */
export function isTickRule(iconSet: Excel.IconSetConditionalFormat): boolean {
  if (iconSet.isNullObject || iconSet.style !== TICK_ICONS) return false;
  const [, second, third, ...others] = iconSet.criteria;
  if (!second || !third || others.length > 0) return false;
  return areTickThresholds(thresholdOf(second), thresholdOf(third));
}

function thresholdOf({ type, formula }: Excel.ConditionalIconCriterion): number {
  return type === 'Number' ? Number(formula.trim().replace(/^=/, '')) : NaN;
}
