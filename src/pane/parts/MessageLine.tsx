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
import { useWords } from '../app/words-context';
import type { Message } from '../session/state';
import { messageText } from './message-text';

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
  const { text, intent } = messageText(message, words);
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
