import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { takingBack } from '../app/keys';
import { useWords } from '../app/words-context';
import type { PaneState } from '../session/state';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  freshness: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface BottomLineProps {
  readonly state: PaneState;
  readonly onCheck: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Always there: how fresh the results are, and what can be taken back. */
export function BottomLine({ state, onCheck, onUndo, onRedo }: BottomLineProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const canUndo = state.lastCommand !== undefined && !state.busy;
  const canRedo = state.lastUndone !== undefined && !state.busy;
  useEffect(() => {
    if (!canUndo && !canRedo) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const asked = takingBack(event);
      if (!asked || !(asked === 'undo' ? canUndo : canRedo)) return;
      event.preventDefault();
      if (event.repeat) return;
      if (asked === 'undo') onUndo();
      else onRedo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [canUndo, canRedo, onUndo, onRedo]);
  return (
    <footer className={styles.line}>
      <Text className={styles.freshness} role="status">
        {words.freshness[state.freshness]}{' '}
        {state.freshness === 'stopped' && (
          <Link as="button" onClick={onCheck}>
            {words.commands.check}
          </Link>
        )}
      </Text>
      {state.lastCommand && (
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUndo16Regular />}
          onClick={onUndo}
          disabledFocusable={state.busy}
          title="Ctrl+Z"
          aria-keyshortcuts="Control+Z Meta+Z"
        >
          {words.commands.undo(state.lastCommand.name)}
        </Button>
      )}
    </footer>
  );
}
