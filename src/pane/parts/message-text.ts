import { addressOf } from '../../engine/snapshot/address';
import { contentText, sheetOf } from '../../engine/snapshot/edits';
import type { Refusal } from '../../engine/snapshot/patch';
import type { ChangedCell, PaneWords } from '../../i18n/pane/words';
import type { Message } from '../session/state';

/** A message in words, and how much it weighs. */
export function messageText(
  message: Message,
  words: PaneWords,
): { readonly text: string; readonly intent: 'success' | 'warning' | 'error' | 'info' } {
  if (message.kind === 'problem') {
    const { key } = message.problem;
    const text = message.partlyWritten
      ? words.partlyWritten(message.progress) + words.stoppedBecause[key]
      : words.problem[key];
    return { text, intent: message.problem.key === 'cell-edit' ? 'info' : 'error' };
  }
  if (message.kind === 'outdated') return { text: words.done.outdated, intent: 'warning' };
  if (message.kind === 'cleaned') return { text: words.done.cleaned, intent: 'success' };
  if (message.kind === 'preview-outdated') return { text: words.done.previewOutdated, intent: 'warning' };
  if (message.kind === 'redo-outdated') return { text: words.done.redoOutdated(message.command), intent: 'warning' };
  const refused = refusalsText(message, words);
  if (message.kind === 'wrote') return wroteText(message, refused, words);
  if (message.kind === 'changed' && message.addresses.length === 0) return { text: refused, intent: 'warning' };
  const done =
    message.kind === 'marked'
      ? words.done.marked(message.cells, message.sheet)
      : message.kind === 'removed'
        ? words.done.removed + (message.kept.length > 0 ? words.done.kept(message.kept) : '')
        : message.kind === 'changed'
          ? words.done.changed(message.addresses)
          : message.kind === 'redone'
            ? words.done.redone(message.command)
            : words.done.undone(message.command);
  return { text: done + refused, intent: refused === '' ? 'success' : 'warning' };
}

/** Where all was refused, only that is said. */
function wroteText(
  { wrote }: Extract<Message, { readonly kind: 'wrote' }>,
  refused: string,
  words: PaneWords,
): { readonly text: string; readonly intent: 'success' | 'warning' } {
  const isNothing =
    (wrote.what === 'fill' && Object.values(wrote.numbers).every((number) => number === 0)) ||
    (wrote.what === 'amended' && wrote.addresses.length === 0);
  const done = wrote.what === 'amended' ? words.done.changed(wrote.addresses) : words.done.wrote(wrote);
  return { text: (isNothing && refused !== '' ? '' : done) + refused, intent: refused === '' ? 'success' : 'warning' };
}

/** What has no sentence of its own in the pane: its host finds it out otherwise, or it is never asked for. */
const OTHERS: readonly Refusal['because'][] = [
  'unsupported',
  'user-note',
  'list-object',
  'pivot-table',
  'array-formula',
  'several-sheets',
  'sheet-full',
];

/** What was not written and why, a sentence a reason. What was held back goes with the rows that could not be put in. */
function refusalsText(
  { kind, refused: all }: Message & { readonly refused: readonly Refusal[] },
  words: PaneWords,
): string {
  const told = all.filter(({ because }) => because !== 'rows-refused');
  const of = (because: Refusal['because']): readonly Refusal[] => told.filter((one) => one.because === because);
  const sheets = (refused: readonly Refusal[]): readonly string[] => [
    ...new Set(refused.map(({ edit }) => sheetOf(edit))),
  ];
  const figures = told.some(({ edit }) => edit.do === 'setValue' || edit.do === 'setFormula');
  const changedCells = of('changed-meanwhile').filter(({ at }) => at);
  const { refused } = words;
  const lines = [
    [sheets(of('protected')), figures ? refused.protectedCells : refused.protected],
    [sheets(of('workbook-protected')), refused.workbookProtected],
    [sheets(of('not-ours')), refused.notOurs],
    [sheets(of('sheet-missing')), refused.missing],
    [sheets(of('sheet-renamed')), refused.renamed],
    [sheets(of('filtered')), refused.filtered],
    [of('merged').map(({ at }) => (at ? addressOf(at) : '')), refused.merged],
    [sheets(of('changed-meanwhile').filter(({ at }) => !at)), refused.sheetChanged],
  ] as const;
  const others = told.filter(({ because }) => OTHERS.includes(because)).length;
  const sayChanged = kind === 'undone' || kind === 'redone' ? refused.changedSince : refused.changed;
  return (
    lines.map(([names, say]) => (names.length > 0 ? say(names) : '')).join('') +
    (changedCells.length > 0 ? sayChanged(changedCells.map(changedCell)) : '') +
    (others > 0 ? refused.other(others) : '')
  );
}

function changedCell({ at, found }: Refusal): ChangedCell {
  return { address: at ? addressOf(at) : '', holds: contentText(found) };
}
