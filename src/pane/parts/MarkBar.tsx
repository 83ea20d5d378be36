import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  Checkmark16Regular,
  CheckmarkCircle16Regular,
  Eraser20Regular,
  Highlight16Regular,
} from '@fluentui/react-icons';
import { useWords } from '../app/words-context';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface MarkBarProps {
  /** There are marks or lists of ours to take away. */
  readonly removable: boolean;
  /** A √ stands on figures. */
  readonly ticked: boolean;
  readonly entries: number;
  readonly busy: boolean;
  /** Suggestions that are certain enough to be accepted together. */
  readonly reliable: number;
  readonly onAcceptAll: () => void;
  readonly onMark: () => void;
  readonly onTick: () => void;
  readonly onRemoveTicks: () => void;
  readonly onRemoveMarks: () => void;
  /** What else can be done with them, behind the rest. */
  readonly children: React.ReactNode;
}

/** What can be done with all findings at once. */
export function MarkBar(props: MarkBarProps): React.JSX.Element {
  const { removable, ticked, entries, busy, reliable, onAcceptAll, onMark, onRemoveMarks } = props;
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        icon={<Checkmark16Regular />}
        onClick={onAcceptAll}
        disabledFocusable={busy || reliable === 0}
      >
        {words.fixes.acceptAll}
      </Button>
      <Button size="small" icon={<Highlight16Regular />} onClick={onMark} disabledFocusable={busy || entries === 0}>
        {words.commands.mark}
      </Button>
      <Button
        size="small"
        icon={<CheckmarkCircle16Regular />}
        onClick={ticked ? props.onRemoveTicks : props.onTick}
        disabledFocusable={busy}
      >
        {ticked ? words.commands.removeTicks : words.commands.tick}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<Eraser20Regular />}
        onClick={onRemoveMarks}
        disabledFocusable={busy || !removable}
      >
        {words.commands.removeMarks}
      </Button>
      {props.children}
    </div>
  );
}
