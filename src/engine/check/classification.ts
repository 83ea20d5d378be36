import type { Severity } from '../finding/finding';
import type { CellRef } from '../snapshot/address';
import type { Check, CheckContext } from './check';
import { codedBlocks } from './coded-rows';
import { codeChecks } from './codes/check-codes';
import { withLackedItem } from './lacked-items';
import { once } from '../memo/once';
import { toldAsMissing } from './within/missing-codes';

const DESCRIBED: Readonly<Record<string, { readonly severity: Severity; readonly describes: string }>> = {
  'k-shape': {
    severity: 'note',
    describes: '科目编码的位数不对。功能科目为3、5、7位，经济科目为3、5位。例：“20103010”。按科目表改正编码。',
  },
  'k-parent': {
    severity: 'error',
    describes:
      '编码与上面一行的上级编码不符。后面接着还有那个上级的科目，多半是编码打错，为错误；否则可能只是缺了上级行，为需核实。例：2080505列在210之下。改正编码，或补上级科目行。',
  },
  'k-unknown': {
    severity: 'note',
    describes: '编码不在已知的科目里。公开的科目表不全，所以只作提示；连上级也不认识的为需核实。请对照当年科目表核实。',
  },
  'k-other-name': {
    severity: 'warning',
    describes:
      '编码在公开文件中对应的名称与表中不同。例：30299称“其他商品和服务支出”，表中写作“其他支出”。改名称或改编码。',
  },
  'k-stale-name': {
    severity: 'warning',
    describes:
      '用了已经改名的旧名称，收支总表里整列的类级科目也检查。例：“215资源勘探信息等支出”现为“资源勘探工业信息等支出”。换成现名。',
  },
  'k-wrong-code': {
    severity: 'warning',
    describes: '名称在公开文件中对应另一个编码。例：“公务接待费”应为30217，表中写作30216。改编码或改名称。',
  },
  'k-domain': {
    severity: 'error',
    describes: '功能科目栏填了经济科目编码，或相反。例：功能科目栏里出现30101。改填该栏的科目。',
  },
  'k-leaf': {
    severity: 'error',
    describes:
      '支出按功能应列到项级，基本支出按经济应列到款级（预算法第四十六条）。例：有金额的20103没有列出各项。补列下级科目。',
  },
};

const blocksOf = once(codedBlocks);

/** The checks of classification codes, each over every table that prints codes. */
export const classificationChecks: readonly Check[] = Object.entries(codeChecks).map(([id, check]): Check => {
  const described = DESCRIBED[id];
  if (!described) throw new Error(`no description of ${id}`);
  return {
    id,
    ...described,
    run: (context) =>
      blocksOf(context)
        .flatMap((block) => check(block.rows, block.context))
        .filter(({ facts }) => facts.code !== 'code-parent' || !isTold(context, facts.place.cell))
        .map((finding) => withLackedItem(finding, context)),
  };
});

/** Of a row above that is missing enough is said. */
const isTold = (context: CheckContext, { sheet, row }: CellRef): boolean =>
  [...toldAsMissing(context)].some((node) => node.sheet === sheet && node.row === row);
