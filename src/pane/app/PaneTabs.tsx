import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { useWords } from './words-context';

const useStyles = makeStyles({
  // Office puts its own menu over the upper right corner.
  tabs: {
    paddingRight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: '32px',
    '@media (max-width: 300px)': { flexWrap: 'wrap' },
  },
  settings: { marginLeft: 'auto' },
});

export type TabName = 'overview' | 'findings' | 'fill' | 'text' | 'settings';
const TABS: readonly TabName[] = ['overview', 'findings', 'fill', 'text', 'settings'];

export interface PaneTabsProps {
  readonly tab: TabName;
  /** Causes that are errors. */
  readonly errors: number;
  /** What is open in the text; undefined as long as it was not written. */
  readonly open: number | undefined;
  readonly onSelect: (tab: TabName) => void;
}

/** The way to each screen of the pane. */
export function PaneTabs({ tab, errors, open, onSelect }: PaneTabsProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={tab}
      onTabSelect={(_, data) => onSelect(TABS.find((name) => name === data.value) ?? 'overview')}
      aria-label={words.tabs.label}
    >
      <Tab value="overview">{words.tabs.overview}</Tab>
      <Tab value="findings">
        {words.tabs.findings}{' '}
        {errors > 0 && (
          <CounterBadge count={errors} size="small" color="danger" aria-label={words.tabs.errorCount(errors)} />
        )}
      </Tab>
      <Tab value="fill">{words.tabs.fill}</Tab>
      <Tab value="text">
        {words.tabs.text}{' '}
        {open !== undefined && open > 0 && (
          <CounterBadge
            count={open}
            size="small"
            appearance="filled"
            color="informative"
            aria-label={words.tabs.openCount(open)}
          />
        )}
      </Tab>
      <Tab
        className={styles.settings}
        value="settings"
        icon={<Settings20Regular />}
        aria-label={words.tabs.settings}
        title={words.tabs.settings}
      />
    </TabList>
  );
}
