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
  },
  reasons: {
    name: '增减原因',
    guide: 'Write only what follows “主要原因是”.',
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
    changed: 'Figures changed, please review',
    notUsed: 'No longer needed, kept',
  },
  prior: {
    name: '上年数',
    guide: 'As disclosed last year; filled in from last year’s file where one is read, see the column “Source”.',
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
};
