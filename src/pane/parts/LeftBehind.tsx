import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Unfinished } from '../../hosts/excel/excel-host';
import type { PaneWords } from '../../i18n/pane/words';
import { useWords } from '../app/words-context';

const useStyles = makeStyles({ bar: { margin: '8px 12px 0' }, buttons: { flexWrap: 'wrap' } });

export interface LeftBehindProps {
  readonly left: Unfinished;
  readonly busy: boolean;
  readonly onFinish: (how: 'undo' | 'clean') => void;
  readonly onLater: () => void;
}

/** Says that an earlier pane stopped while it was writing, and asks what becomes of it. */
export function LeftBehind({ left, busy, onFinish, onLater }: LeftBehindProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const button = (label: string, how: 'undo' | 'clean'): React.JSX.Element => (
    <Button size="small" onClick={() => onFinish(how)} disabledFocusable={busy}>
      {label}
    </Button>
  );
  return (
    <MessageBar className={styles.bar} intent="info" layout="multiline">
      <MessageBarBody>{sentenceOf(left, words)}</MessageBarBody>
      <MessageBarActions className={styles.buttons}>
        {left.patches && button(words.left.undo, 'undo')}
        {button(left.patches ? words.left.keep : words.left.clean, 'clean')}
        <Button size="small" appearance="subtle" onClick={onLater}>
          {words.left.later}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function sentenceOf({ command, patches }: Unfinished, { left }: PaneWords): string {
  if (command === undefined) return left.traces;
  return patches ? left.half(command) : left.written(command);
}
