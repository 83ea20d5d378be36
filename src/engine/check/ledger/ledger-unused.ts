import type { Check } from '../check';
import { makeFinding } from '../make-finding';
import { besideLedger } from './beside';

export const ledgerUnused: Check = {
  id: 'c-ledger-unused',
  severity: 'note',
  describes:
    '同一个工作簿里有台账，却不能用来核对各表：台账里有读不出或可疑的数（金额读不出、编码认不出、自带的合计与各行不符、金额单位疑似写错），或是别的单位、别的年度、别的版式，或台账不止一张。例：台账!H11的合计填的是999.00，各行合计317.23。只提示一次，写明是哪一格；有行没有编入的，照它编的表缺这些数，列为需核实；改正后重新审核，就会核对。空着的台账不提示。',
  run(context) {
    const { unused } = besideLedger(context).evidence;
    if (!unused) return [];
    return [
      makeFinding({
        rule: 'c-ledger-unused',
        severity: unused.leftOut.length > 0 ? 'warning' : 'note',
        facts: { code: 'ledger-unused', ...unused },
        cells: [unused.place.cell, ...unused.also],
        about: [unused.sheet],
        sheet: unused.place.cell.sheet,
      }),
    ];
  },
};
