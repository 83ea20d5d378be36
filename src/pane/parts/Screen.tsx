import { makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  screen: {
    display: 'grid',
    gridTemplateRows: 'minmax(0, 1fr) auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
    minHeight: 0,
  },
  hidden: { display: 'none' },
  scrolled: { overflowY: 'auto', overflowX: 'hidden', '@media (max-height: 480px)': { overflowY: 'visible' } },
});

export interface ScreenProps {
  readonly children: React.ReactNode;
  /** What stays in view below. */
  readonly bar?: React.ReactNode;
  /** It keeps what was chosen, scrolled and opened in it while another one is shown. */
  readonly hidden?: boolean;
  /** Where Alt and the left arrow lead, for a screen that was pushed over another. */
  readonly onBack?: () => void;
}

/** One screen of the pane: what scrolls, and the bar below it. */
export function Screen({ children, bar, hidden = false, onBack }: ScreenProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <main
      className={mergeClasses(styles.screen, hidden && styles.hidden)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' || !event.altKey || !onBack) return;
        event.preventDefault();
        onBack();
      }}
    >
      <div className={styles.scrolled}>{children}</div>
      {bar}
    </main>
  );
}
