import type { Check } from '../check';
import { formCell, tableCell } from '../look';
import { makeFinding } from '../make-finding';
import { besideLedger } from './beside';

export const ledgerApart: Check = {
  id: 'c-ledger-apart',
  severity: 'note',
  describes:
    '同一个工作簿里的台账，与一张表多数的数不同，或与各表不同的地方太多，多半不是同一次的数（表是另外填的，或台账后来改过）：只提示一次，不逐个数比。台账是最新的，重新编制；表是最新的，不必理会。',
  run(context) {
    const { evidence, isTooMany } = besideLedger(context);
    const { ledger, tables, apart, forms, formsApart } = evidence;
    const named = isTooMany ? [...apart, ...tables.filter((one) => one.apart > 0)] : apart;
    const ofForms = isTooMany && forms && forms.apart > 0 ? forms : formsApart;
    const [form] = ofForms?.forms ?? [];
    const places = [
      ...named.map(({ table }) => ({ table: table.declared.id, sheet: table.frame.sheet, cell: tableCell(table) })),
      ...(form ? [{ table: form.declared.id, sheet: form.frame.sheet, cell: formCell(form) }] : []),
    ];
    const [first] = places;
    if (!ledger || !first) return [];
    const sum = (of: 'apart' | 'compared'): number =>
      [...named, ...(ofForms ? [ofForms] : [])].reduce((all, one) => all + one[of], 0);
    return [
      makeFinding({
        rule: 'c-ledger-apart',
        severity: 'note',
        facts: {
          code: 'ledger-apart',
          sheet: ledger.sheet,
          tables: places.map(({ table }) => table),
          all: tables.every((one) => one.compared === 0 || named.includes(one)),
          differing: sum('apart'),
          compared: sum('compared'),
        },
        cells: [first.cell],
        about: [ledger.sheet],
        table: first.table,
        sheet: first.sheet,
      }),
    ];
  },
};
