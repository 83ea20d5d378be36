import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The buttons of a screen, always in view. */
export function ActionBar({ children }: { readonly children: React.ReactNode }): React.JSX.Element {
  const styles = useStyles();
  return <div className={styles.bar}>{children}</div>;
}
