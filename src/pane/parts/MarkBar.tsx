import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Eraser20Regular, Highlight16Regular } from '@fluentui/react-icons';
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
  /** Cells that bear a flag of ours. */
  readonly marks: number;
  readonly entries: number;
  readonly busy: boolean;
  readonly onMark: () => void;
  readonly onRemoveMarks: () => void;
}

/** What can be done with all findings at once. */
export function MarkBar({ marks, entries, busy, onMark, onRemoveMarks }: MarkBarProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.bar}>
      <Button size="small" icon={<Highlight16Regular />} onClick={onMark} disabledFocusable={busy || entries === 0}>
        {words.commands.mark}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<Eraser20Regular />}
        onClick={onRemoveMarks}
        disabledFocusable={busy || marks === 0}
      >
        {words.commands.removeMarks}
      </Button>
    </div>
  );
}
