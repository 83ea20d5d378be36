import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { Refusal } from '../../engine/snapshot/patch';
import type { PaneWords } from '../../i18n/pane/words';
import { useWords } from '../app/words-context';
import type { Message } from '../session/state';

const useStyles = makeStyles({
  bar: { margin: '8px 12px 0' },
  code: { display: 'block', userSelect: 'all', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
});

export interface MessageLineProps {
  readonly message: Message;
  readonly onDismiss: () => void;
  readonly onCheck: () => void;
}

/** The newest thing to be said about the whole: what happened, what was kept, what to do. */
export function MessageLine({ message, onDismiss, onCheck }: MessageLineProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const { text, intent } = textOf(message, words);
  const waiting = message.kind === 'problem' && message.problem.key === 'cell-edit';
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline">
      <MessageBarBody>
        {text}
        {message.kind === 'problem' && message.problem.key === 'own-mistake' && (
          <details>
            <summary>{words.diagnostics}</summary>
            <code className={styles.code}>
              {[message.problem.code, message.problem.where].filter(Boolean).join(' ')}
            </code>
          </details>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          waiting ? null : (
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words.commands.close}
              onClick={onDismiss}
            />
          )
        }
      >
        {waiting && (
          <Link as="button" onClick={onDismiss}>
            {words.commands.cancel}
          </Link>
        )}
        {message.kind === 'problem' && !waiting && (
          <Link as="button" onClick={onCheck}>
            {words.commands.check}
          </Link>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function textOf(
  message: Message,
  words: PaneWords,
): { readonly text: string; readonly intent: 'success' | 'warning' | 'error' | 'info' } {
  if (message.kind === 'problem') {
    const text = message.partlyWritten ? words.partlyWritten : words.problem[message.problem.key];
    return { text, intent: message.problem.key === 'cell-edit' ? 'info' : 'error' };
  }
  if (message.kind === 'outdated') return { text: words.done.outdated, intent: 'warning' };
  const refused = refusalsText(message.refused, words);
  if (message.kind === 'changed' && message.addresses.length === 0) return { text: refused, intent: 'warning' };
  const done =
    message.kind === 'marked'
      ? words.done.marked(message.cells, message.sheet)
      : message.kind === 'removed'
        ? words.done.removed + (message.kept.length > 0 ? words.done.kept(message.kept) : '')
        : message.kind === 'changed'
          ? words.done.changed(message.addresses)
          : words.done.undone(message.command);
  return { text: done + refused, intent: refused === '' ? 'success' : 'warning' };
}

/** What was not written and why, a sentence a reason. */
function refusalsText(refused: readonly Refusal[], words: PaneWords): string {
  const sheets = (because: Refusal['because']): readonly string[] => [
    ...new Set(refused.filter((refusal) => refusal.because === because).map(sheetOf)),
  ];
  const told = ['protected', 'not-ours', 'sheet-missing'];
  const others = refused.filter((refusal) => !told.includes(refusal.because)).length;
  const figures = refused.some(({ edit }) => edit.do === 'setValue' || edit.do === 'setFormula');
  const lines = [
    [sheets('protected'), figures ? words.refused.protectedCells : words.refused.protected],
    [sheets('not-ours'), words.refused.notOurs],
    [sheets('sheet-missing'), words.refused.missing],
  ] as const;
  return (
    lines.map(([names, say]) => (names.length > 0 ? say(names) : '')).join('') +
    (others > 0 ? words.refused.other(others) : '')
  );
}

function sheetOf({ edit }: Refusal): string {
  switch (edit.do) {
    case 'setValue':
    case 'setFormula':
      return edit.at.sheet;
    case 'putSheet':
    case 'drawSheet':
      return edit.sheet.name;
    default:
      return edit.sheet;
  }
}
