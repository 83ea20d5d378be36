import type { FillNumbers } from '../fill/words';
import { count as counted } from '../words/phrases-en';
import { tickedEn } from '../words/ticks';
import type { ExplainWords } from './screens';
import type { SaidOfWriting } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** What a fill comes to. */
export function summed({ formulas, values, rows, numbers }: FillNumbers): string {
  const kinds = [
    ...(formulas > 0 ? [counted(formulas, 'formula')] : []),
    ...(values > 0 ? [counted(values, 'amount')] : []),
    ...(numbers > 0 ? [`${counted(numbers, 'text')} made numbers`] : []),
  ];
  const cells = `${counted(formulas + values + numbers, 'cell')}${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}`;
  return rows > 0 ? `${cells}; ${counted(rows, 'row')} put in` : cells;
}

/** What is said after something was written. */
export function wroteEn(wrote: SaidOfWriting): string {
  switch (wrote.what) {
    case 'fill':
      return `Wrote ${summed(wrote.numbers)}.`;
    case 'compile':
      return `Made ${counted(wrote.tables, 'table')} from the ledger; checked again.`;
    case 'new':
      return `Added ${counted(wrote.sheets, 'sheet')}. Begin with the ledger.`;
    case 'ask':
      return `Ready to be filled in: ${quoted(wrote.sheets)}.`;
    case 'text-sheet':
      return `Put into sheet “${wrote.sheet}”.`;
    case 'rewritten':
      return `${wrote.sentences === 1 ? '1 sentence' : `${wrote.sentences} sentences`} of “${wrote.sheet}” put right.`;
    case 'prior':
      return `${counted(wrote.filled, 'row')} of “${wrote.sheet}” filled in from ${wrote.file}.${wrote.differing > 0 ? ` ${counted(wrote.differing, 'row')} that you filled in otherwise ${wrote.differing === 1 ? 'was' : 'were'} kept; the sheet says so.` : ''}`;
    case 'reasons-from': {
      const { sheet, before, after } = wrote;
      if (before === after) return `Put into “${sheet}”: still ${counted(after, 'reason')} open.`;
      return `Put into “${sheet}”: ${counted(after, 'reason')} open instead of ${before}.`;
    }
    case 'explain':
      return `Explained in sheet “${wrote.sheet}”: it does not count until its figures change.`;
    case 'withdraw':
      return 'The explanation is withdrawn: it counts again.';
    case 'equations':
      return `Sheet “${wrote.sheet}” lists ${wrote.equations} equations, both sides as formulas.`;
    case 'charts':
      if (wrote.charts === 0) return 'The tables hold no amounts yet: there is nothing to draw.';
      return `Sheet “${wrote.sheet}” holds ${counted(wrote.charts, 'chart')} that follow the tables.${wrote.withPrior === 0 ? ' Last year is not known: this year only.' : wrote.withPrior < wrote.charts ? ` For ${wrote.charts - wrote.withPrior} last year is not known: this year only.` : ''}`;
    case 'tick':
      return tickedEn(wrote.ticked, wrote.without);
    case 'remove-ticks':
      return 'Ticks cleared.';
    case 'reason':
      return `Wrote row ${wrote.row} of “${wrote.sheet}”.`;
  }
}

export const explainEn: ExplainWords = {
  write: 'Explain',
  again: 'Change explanation',
  withdraw: 'Withdraw explanation',
  box: 'Why it may stay as it is',
  hint: 'Goes into the sheet of explanations; it does not count until its figures change.',
  name: 'Name',
  save: 'Save explanation',
  cancel: 'Do not explain',
};
