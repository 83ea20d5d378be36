import { amountText, signedText } from '../words/amounts';
import type { AskedSheetWords } from './words';

// Names of sheets, rows and groups stay Chinese: they are data, and the workbook is the department's.
export const askedSheetsEn: AskedSheetWords = {
  notes: 'Notes',
  facts: {
    name: '单位情况',
    guide: 'Fill in the column “Answer” only; where there is none, write 无 and leave nothing blank.',
    headers: {
      group: 'Group',
      label: 'Item',
      content: 'Answer',
      measure: 'Measure',
      usedIn: 'Used in',
      help: 'How to fill in',
    },
    yes: '是',
    no: '否',
    notUsed: 'Not used at present, kept as it is',
    renamed: (project, group) =>
      `Not used now, kept as it was. If the project is called “${project}” now, write “${group}” into the first column and run it again`,
  },
  reasons: {
    name: '增减原因',
    guide:
      'Write only what follows “主要原因是”. Where the status says that figures changed, see whether the reason still holds, then set the status to “Answered” (or clear it).',
    formerGuides: ['Write only what follows “主要原因是”.'],
    headers: {
      number: 'No.',
      section: 'Section',
      about: 'Item',
      now: 'This year',
      before: 'Last year',
      difference: 'Change',
      percent: 'Change %',
      reason: 'Main reason',
      status: 'Status',
    },
    open: 'Open',
    answered: 'Answered',
    changed: (now, before) => `Figures changed, please review (this year ${now}, last year ${before} then)`,
    notUsed: 'No longer needed, kept',
  },
  explanations: {
    name: 'Explanations',
    guide:
      'What is explained does not count; it comes back when its figures change. “Explanation”, “Name” and “Date” are yours, the rest is written by the tool.',
    headers: {
      id: 'ID',
      place: 'Place',
      problem: 'Problem',
      figures: 'Figures then',
      reason: 'Explanation',
      name: 'Name',
      date: 'Date',
      status: 'Status',
      code: 'Check code',
    },
    figures: ({ actual, expected, difference }) =>
      [
        ...(actual === undefined ? [] : [`holds ${amountText(actual)}`]),
        ...(expected === undefined ? [] : [`should be ${amountText(expected)}`]),
        ...(difference === undefined ? [] : [`difference ${signedText(difference)}`]),
      ].join('; '),
    status: {
      explained: 'explained',
      changed: 'figures changed, please look',
      gone: 'not found any more',
      open: 'open',
    },
  },
  prior: {
    name: '上年数',
    guide:
      'As disclosed last year, 0 where there was none; filled in from last year’s file where one is read, see the column “Source”. What comes from the ledger follows it; to keep another figure, change its source.',
    formerGuides: [
      'As disclosed last year; filled in from last year’s file where one is read, see the column “Source”. What comes from the ledger follows it; to keep another figure, change its source.',
      'As disclosed last year; filled in from last year’s file where one is read, see the column “Source”.',
    ],
    headers: {
      table: 'Table',
      code: 'Code',
      name: 'Name',
      column: 'Scope',
      amount: 'Last year',
      nowCode: 'Code this year',
      from: 'Source',
    },
    notUsed: 'Not used at present, kept as it is',
    from: (file, code) => (code === undefined ? file : `${file}, code ${code} there`),
    differs: (file, amount) => `${file} has ${amount}`,
    open: 'open',
  },
  ledger: {
    name: '台账',
    guide:
      'One row an item; fill in the blue cells only. Codes bring their names; the tables are made from these rows. Amounts in 万元.',
    // Headers of the ledger are data: it is read by them.
    headers: {
      functional: '功能科目',
      functionalName: '名称',
      kind: '支出类型',
      economic: '经济科目',
      economicName: '名称',
      project: '项目名称',
      unit: '预算单位',
      fund: '资金来源',
      now: '本年',
      before: '上年',
      remark: '备注',
      check: '检查',
    },
    prompts: {
      functional: 'Seven digits, such as 2010301',
      kind: '基本支出 or 项目支出; the economic code tells personnel from public use',
      economic: 'Five digits, such as 30201; three are enough for projects',
      fund: 'Where the money comes from; another fund last year is a row of its own',
    },
  },
  codes: {
    name: '科目表',
    guide:
      'Codes that the lists of the ledger propose. Other codes may be used too; to have their names filled in, add code and name in the blue cells below the lists.',
    functional: '功能科目',
    economic: '经济科目',
    codeName: '名称',
  },
};
