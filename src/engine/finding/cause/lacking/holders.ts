import { isSomething } from '../../../book/book';
import type { RowHolder } from '../../row-lacked';
import { plainAmount } from '../../quote';
import type { Lacking } from './candidates';

/** Where a row stands that a table lacks, with what it holds there, in the table's money unit. */
export function rowsOfHolders({ table, members, holders }: Lacking): readonly RowHolder[] {
  const { frame, declared } = table;
  return holders.flatMap((figures) => {
    const figure = figures.find(isSomething);
    if (!figure?.value) return [];
    return [
      {
        cell: figure.cell,
        table: figure.table,
        // Of projects it is forms that say what the table should list.
        form: Object.keys(members).length > 1,
        amount: plainAmount(figure.value, frame.moneyUnit, declared.decimals),
      },
    ];
  });
}
