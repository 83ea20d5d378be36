import type { KeyWords } from './words';

export const keysEn: KeyWords = {
  heading: 'Keys',
  back: 'Back',
  hint: 'They work in the pane; none does while an input method is composing.',
  places: {
    everywhere: 'Everywhere',
    findings: 'The list of findings',
    boxes: 'Boxes to write in',
    evidence: 'The tree of evidence',
  },
  uses: {
    list: 'This list; again or Esc closes it',
    sheet: 'F6 goes back to the sheet',
    next: 'Next, previous control',
    page: 'Another page, on the names of the pages; Enter opens it',
    back: 'Back from the open items and from evidence',
    undo: 'Undo the last step of the pane; in a box, what was typed',
    redo: 'Redo what was undone last (outside of boxes)',
    card: 'Previous, next finding',
    ends: 'First, last finding',
    select: 'Select the cell it names',
    inside: 'To its buttons, Esc comes back',
    accept: 'Accept: change to the amount on the button',
    explain: 'Explain',
    save: 'An explanation: save; an open item: save, next one',
    leave: 'An explanation: leave it',
    node: 'Previous, next line',
    fold: 'Open, close',
    figure: 'Select the cell of the figure and show its evidence',
  },
};
