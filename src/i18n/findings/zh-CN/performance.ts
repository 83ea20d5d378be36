import { amountText } from '../../words/amounts';
import { money, nameList, place } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

const list = (items: readonly string[]): string => items.join('、');

/** Findings in performance tables. */
export const performance = {
  'form-blank': ({ place: at, forms }) =>
    forms === undefined
      ? `${place(at)}空着，请填写。`
      : `${at.table}“${at.row ?? ''}”等${forms}张表的${at.column ?? ''}都空着，请填写。`,
  'form-dates': ({ place: at, dates, year, across }) =>
    across
      ? `${place(at)}写有${nameList(dates)}，超出${year}年度。跨年项目请核实本年度的目标。`
      : `${place(at)}写的是${nameList(dates)}，不在${year}年度。`,
  'form-kinds': ({ place: at, kinds, blank, forms }) =>
    forms !== undefined
      ? `${at.table}“${at.row ?? ''}”等${forms}张表的指标待填。`
      : blank
        ? `${place(at)}的指标待填。`
        : `${place(at)}缺${nameList(kinds, kinds.length)}。`,
  'form-value': ({ place: at, indicators }) => `${place(at)}的${nameList(indicators)}没有填指标值。`,
  'form-cost': ({ place: at, indicator, amount, funds, moneyUnit }) =>
    `${place(at)}的成本指标“${indicator}”为${money(amount, moneyUnit)}，大于项目资金${amountText(funds)}。`,
  'form-life': ({ place: at, amount, moneyUnit }) =>
    `${place(at)}的年度资金与多年总额同为${money(amount, moneyUnit)}，疑似把总额填成了年度资金。`,
  'form-operator': ({ place: at, indicator, value }) =>
    `${place(at)}的“${indicator}”指标值为“${value}”，方向可能写反，请核实。`,
  'form-copied': ({ first, second, more }) =>
    more === undefined
      ? `${place(first)}与${place(second)}的目标文字相同，疑似照抄。`
      : `${first.table}${nameList([first.row ?? '', second.row ?? '', ...more])}的目标文字相同，疑似照抄。`,
  'project-no-row': ({ project, tables }) => `“${project}”有绩效目标表，${list(tables)}没有这个项目。`,
  'form-excess': ({ form, project, tables, moneyUnit }) =>
    `多出的正是${place(form)}的${money(form.amount ?? '0', moneyUnit)}：“${project}”有绩效目标表，${list(tables)}没有这个项目。多余的绩效目标表（如项目改名前的）请删去，漏列的项目请补列。`,
  'project-renamed': ({ form, row, amount, moneyUnit, right, ledger = '' }) => {
    const same = `金额相同（${money(amount, moneyUnit)}）`;
    const rowAt = `${row.table}第${row.cell.row + 1}行`;
    if (right === undefined)
      return `${place(form)}与${rowAt}“${row.row ?? ''}”${same}，像是同一个项目改了名。请统一名称。`;
    const [wrong, one, by] =
      right === 'row'
        ? [place(form), row.row ?? '', rowAt]
        : [`${rowAt}“${row.row ?? ''}”`, form.row ?? '', '绩效目标表'];
    return `${wrong}，${by}、${ledger}都写作“${one}”，${same}，像是改了名。请改为“${one}”。`;
  },
  'project-shortened': ({ form, row }) =>
    `绩效目标表的“${form.row ?? ''}”，${row.table}写作“${row.row ?? ''}”，看作同一个项目。照这样公开是两个名称，请统一。`,
  'project-no-form': ({ project, table }) => `${table}有项目“${project}”，没有它的绩效目标表。`,
  'projects-one-row': ({ project, tables, others }) =>
    `${list(tables)}只列了“${project}”一个项目，绩效目标表另有${nameList(others, 6)}。请把各项目分行列出。`,
} satisfies SentenceGroup;
