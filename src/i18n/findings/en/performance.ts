import { amountText } from '../../words/amounts';
import { money, nameList, place } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

const list = (items: readonly string[]): string => items.join(', ');

/** Findings in performance tables. */
export const performance = {
  'form-blank': ({ place: at, forms }) =>
    forms === undefined
      ? `${place(at)} is blank; please fill it in.`
      : `${at.column ?? ''} is blank in ${forms} forms, ${at.table} “${at.row ?? ''}” the first of them; please fill it in.`,
  'form-dates': ({ place: at, dates, year, across }) =>
    across
      ? `${place(at)} names ${nameList(dates)}, beyond ${year}. For a project of several years verify this year's targets.`
      : `${place(at)} names ${nameList(dates)}, not in ${year}.`,
  'form-kinds': ({ place: at, kinds, blank, forms }) =>
    forms !== undefined
      ? `The indicators of ${forms} forms are to be filled in, ${at.table} “${at.row ?? ''}” the first of them.`
      : blank
        ? `${place(at)}: the indicators are to be filled in.`
        : `${place(at)} lacks ${nameList(kinds, kinds.length)}.`,
  'form-value': ({ place: at, indicators }) => `${place(at)}: no value for ${nameList(indicators)}.`,
  'form-cost': ({ place: at, indicator, amount, funds, moneyUnit }) =>
    `${place(at)}: the cost “${indicator}” is ${money(amount, moneyUnit)}, more than the project's funds of ${amountText(funds)}.`,
  'form-life': ({ place: at, amount, moneyUnit }) =>
    `${place(at)}: the year's funds equal the total of several years, ${money(amount, moneyUnit)}; the total may stand in the wrong place.`,
  'form-operator': ({ place: at, indicator, value }) =>
    `${place(at)}: “${indicator}” has the value “${value}”, which may point the wrong way; please verify.`,
  'form-copied': ({ first, second, more }) =>
    `${more === undefined ? `${place(first)} and ${place(second)}` : `${first.table}: ${nameList([first.row ?? '', second.row ?? '', ...more])}`} have the same words for their goal, which may have been copied.`,
  'project-no-row': ({ project, tables }) => `“${project}” has a performance table, but no row in ${list(tables)}.`,
  'form-excess': ({ form, project, tables, moneyUnit }) =>
    `What is too much is just ${money(form.amount ?? '0', moneyUnit)} in ${place(form)}: “${project}” has a performance table, but no row in ${list(tables)}. Delete the table if it is one too many (of a project that was renamed, say), or add the row.`,
  'project-renamed': ({ form, row, amount, moneyUnit, right, ledger = '' }) => {
    const rowAt = `row ${row.cell.row + 1} of ${row.table}`;
    const same = `the same amount (${money(amount, moneyUnit)})`;
    if (right === undefined)
      return `${place(form)} and ${rowAt} “${row.row ?? ''}” have ${same}: it looks like one project that was renamed. Please give both the same name.`;
    const [wrong, one, by] =
      right === 'row'
        ? [place(form), row.row ?? '', rowAt]
        : [`${rowAt} “${row.row ?? ''}”`, form.row ?? '', 'the performance table'];
    return `${wrong} is called “${one}” in ${by} and ${ledger}, with ${same}: it looks renamed. Please write “${one}”.`;
  },
  'project-shortened': ({ form, row }) =>
    `The performance table of “${form.row ?? ''}” is taken for that of “${row.row ?? ''}” in ${row.table}; two names would be published, please use one.`,
  'project-no-form': ({ project, table }) => `${table} lists the project “${project}”, which has no performance table.`,
  'projects-one-row': ({ project, tables, others }) =>
    `${list(tables)} lists one project, “${project}”; performance tables also exist for ${nameList(others, 6)}. List each in a row of its own.`,
} satisfies SentenceGroup;
