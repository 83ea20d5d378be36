import { misfitsIn } from '../../book/placement';
import type { Check } from '../check';
import { isNonZero } from '../look';
import { makeFinding } from '../make-finding';

export const personPublicClass: Check = {
  id: 'b-person-public-class',
  severity: 'warning',
  describes:
    '工资福利支出（301）、对个人和家庭的补助（303）应列人员经费，商品和服务支出（302）、资本性支出（310）应列公用经费。例：30101“基本工资”列在“公用经费”。移到对应的列；各地做法不一的科目不提示。',
  run({ book }) {
    return misfitsIn(book)
      .filter(({ figure }) => isNonZero(figure))
      .map(({ figure, code, found, wanted }) =>
        makeFinding({
          rule: 'b-person-public-class',
          severity: 'warning',
          facts: {
            code: 'class-column',
            table: figure.table,
            printed: code,
            name: figure.rowName ?? code,
            found,
            wanted,
          },
          cells: [figure.cell],
          about: [figure.table, code, found],
          table: figure.table,
        }),
      );
  },
};
