import type { LedgerColumn } from '../../engine/ledger/ledger';

/** Headers of the ledger's columns in Chinese. */
export const ledgerColumnsZhCN: Readonly<Record<LedgerColumn, string>> = {
  functional: '功能科目',
  functionalName: '功能科目名称',
  kind: '支出类型',
  economic: '经济科目',
  economicName: '经济科目名称',
  project: '项目名称',
  fund: '资金来源',
  now: '本年',
  before: '上年',
  remark: '备注',
};
