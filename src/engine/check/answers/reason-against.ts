import { readReasons } from '../../asked/read-reasons';
import { changeOf, speaksAgainst } from '../../asked/reason-direction';
import { groupBy } from '../../lists/group-by';
import type { Check } from '../check';
import { makeFinding } from '../make-finding';

export const reasonAgainst: Check = {
  id: 'f-reason',
  severity: 'warning',
  describes:
    '增减原因与增减的方向要一致：比上年减少的，原因只说增加；增加的，原因只说减少，文中就说反了。两面都说的、说到上年一次性支出的不算。例：项目支出减少13.00万元，原因写“新增设备采购项目”。对照原始资料改原因。',
  run({ snapshot }) {
    const against = readReasons(snapshot).rows.flatMap(({ section, about, now, before, reason, cell }) => {
      const difference = now && before && now.toDecimalPlaces(2).minus(before.toDecimalPlaces(2));
      if (reason === undefined || !difference || difference.isZero()) return [];
      const change = changeOf({ difference });
      return speaksAgainst(reason, change) ? [{ section, about, reason, change, cell }] : [];
    });
    // The same words copied down are one mistake.
    return groupBy(against, ({ reason, change }) => `${change}|${reason}`).map((group) => {
      const [{ section, about, reason, change, cell }] = group;
      return makeFinding({
        rule: 'f-reason',
        severity: 'warning',
        facts: {
          code: 'reason-against',
          section,
          about,
          reason,
          change,
          ...(group.length > 1 ? { times: group.length } : {}),
        },
        cells: group.map((one) => one.cell),
        about: [section, about],
        sheet: cell.sheet,
      });
    });
  },
};
