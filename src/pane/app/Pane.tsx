import {
  AriaLiveAnnouncer,
  CounterBadge,
  FluentProvider,
  makeStyles,
  ProgressBar,
  Skeleton,
  SkeletonItem,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { RELIABLE } from '../../commands/fix';
import type { Change } from '../../commands/fix';
import { entriesOf } from '../../commands/entries';
import type { Entry } from '../../commands/entries';
import { cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import type { Language } from '../../i18n/language';
import type { PaneWords } from '../../i18n/pane/words';
import { AcceptAll } from '../findings/AcceptAll';
import { Findings } from '../findings/Findings';
import { useExplaining } from '../findings/use-explaining';
import { countEntries } from '../findings/visible-entries';
import { Overview } from '../overview/Overview';
import { BottomLine } from '../parts/BottomLine';
import { LeftBehind } from '../parts/LeftBehind';
import { MarkBar } from '../parts/MarkBar';
import { MessageLine } from '../parts/MessageLine';
import { Screen } from '../parts/Screen';
import { hasMarks } from '../session/has-marks';
import { hasTicks } from '../../commands/ticks';
import { flaggedCells } from '../session/flagged-cells';
import { openReasons } from '../session/open-reasons';
import type { Session } from '../session/session';
import type { Checked, Message, Seen } from '../session/state';
import type { OfficeClient } from '../settings/diagnostics';
import { focusAgain, focusHeading } from './focus';
import { takeLanguage } from './language';
import { usePaneTheme } from './theme';
import { UpdateAnnouncer } from './UpdateAnnouncer';
import { useComputed } from './use-computed';
import { useDelayed } from './use-delayed';
import { useLoaded } from './use-loaded';
import { LanguageProvider, useLanguage, useWords } from './words-context';

const useStyles = makeStyles({
  root: {
    height: '100vh',
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    // Too low for bars that stay in view: then all of it scrolls.
    '@media (max-height: 480px)': { height: 'auto', minHeight: '100vh', overflow: 'visible' },
  },
  // Office puts its own menu over the upper right corner.
  tabs: {
    paddingRight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: '32px',
    '@media (max-width: 300px)': { flexWrap: 'wrap' },
  },
  settings: { marginLeft: 'auto' },
  under: { height: '2px' },
  skeleton: { padding: '12px', display: 'grid', rowGap: '12px' },
});

type TabName = 'overview' | 'findings' | 'fill' | 'text' | 'settings';
const TABS: readonly TabName[] = ['overview', 'findings', 'fill', 'text', 'settings'];

const loadFill = () => import('../fill/FillScreen');
const loadListing = () => import('../overview/listing');
const loadTicking = () => import('../findings/ticking');
const loadText = () => import('../text/part');
const loadEvidence = () => import('../evidence/part');
const loadSettings = () => import('../settings/part');
const notYet = (): Promise<never> => new Promise(() => undefined);

export interface PaneProps {
  readonly session: Session;
  /** The one to begin with. */
  readonly language: Language;
  /** What Office says of itself, for the diagnostics. */
  readonly client: OfficeClient;
  /** Background of the application round the pane, where it says so. */
  readonly officeBackground: string | undefined;
  /** What the button said by which the pane was opened; `where` is the selected cell's evidence. */
  readonly start?: StartPage;
}

/** A page of the pane, as the address names it. */
export type StartPage = TabName | 'where';

/** The task pane. */
export function Pane(props: PaneProps): React.JSX.Element {
  const { session, client, officeBackground, start = 'overview' } = props;
  const [language, setLanguage] = useState(props.language);
  const speak = useCallback(
    (to: Language): void => {
      takeLanguage(to);
      setLanguage(to);
      void session.speak(to);
    },
    [session],
  );
  const theme = usePaneTheme(officeBackground);
  return (
    <LanguageProvider value={language}>
      <FluentProvider theme={theme} lang={language}>
        <AriaLiveAnnouncer>
          <PaneBody session={session} client={client} start={start} onLanguage={speak} />
        </AriaLiveAnnouncer>
      </FluentProvider>
    </LanguageProvider>
  );
}

interface PaneBodyProps {
  readonly session: Session;
  readonly client: OfficeClient;
  readonly start: StartPage;
  readonly onLanguage: (to: Language) => void;
}

function PaneBody({ session, client, start, onLanguage }: PaneBodyProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [tab, setTab] = useState<TabName>(start === 'where' ? 'findings' : start);
  /** Whether the settings were opened from another screen. */
  const [led, setLed] = useState(false);
  const [selected, setSelected] = useState<string>();
  const [confirming, setConfirming] = useState(false);
  useEffect(() => {
    // Watched first: what is changed while the workbook is read for the first time is told.
    const end = session.watch();
    void session.check();
    const lookAgain = (): void => void session.lookAgain();
    window.addEventListener('focus', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
      end();
    };
  }, [session]);

  const { checked } = state;
  const { snapshot, edition } = checked ?? {};
  const seen = useMemo<Seen | undefined>(() => snapshot && { snapshot, edition }, [snapshot, edition]);
  const [looking, setLooking] = useState<{ readonly cell: CellRef }>();
  const evidence = useLoaded(loadEvidence, looking !== undefined, session.report);
  const isChecked = checked !== undefined;
  useEffect(() => {
    if (start === 'where' && isChecked) void session.focused().then((cell) => cell && setLooking({ cell }));
  }, [session, start, isChecked]);
  const fill = useLoaded(loadFill, tab === 'fill', session.report);
  const opener = useRef<Element | null>(null);
  const [asking, setAsking] = useState<{ readonly reason: string | undefined }>();
  const settings = useLoaded(loadSettings, tab === 'settings', session.report);
  const text = useLoaded(loadText, tab === 'text', session.report);
  const told = useComputed(
    text && seen,
    text?.narrated ?? notYet,
    tab === 'text' || tab === 'overview',
    session.report,
  );
  const open = told.value?.result.narration?.missing.length;
  const askedReasons = useMemo(() => (checked ? openReasons(checked.snapshot) : 0), [checked]);
  const openLine = openWords(open, askedReasons, words.open);
  const entries = useMemo(() => (checked ? entriesOf(checked.report) : []), [checked]);
  const counts = useMemo(() => countEntries(entries), [entries]);
  const suspects = useMemo(() => suspectedCells(entries), [entries]);
  const marks = useMemo(() => (checked ? flaggedCells(checked.snapshot) : 0), [checked]);
  const removable = useMemo(() => checked !== undefined && hasMarks(checked.snapshot), [checked]);
  const ticked = useMemo(() => checked !== undefined && hasTicks(checked.snapshot), [checked]);
  const reliable = useMemo(() => reliableChanges(checked), [checked]);
  const telling = tab === 'text' && !told.isCurrent;
  const working = state.busy || state.freshness === 'checking' || state.freshness === 'changed' || telling;
  const showWork = useDelayed(working, 300);

  const show = (entry: Entry, cell: CellRef): void => {
    setSelected(entry.id);
    const focused = document.activeElement;
    // Excel on the web may take the focus when a cell is selected; it belongs to the card.
    void session
      .select(cell)
      .then(() => focused instanceof HTMLElement && focused.isConnected && focused.focus({ preventScroll: true }));
  };
  const listEquations = (): void => {
    void loadListing().then(({ listing }) => session.write(listing(language)), session.report);
  };
  const tick = (wish: 'ticking' | 'unticking'): void => {
    void loadTicking().then((part) => session.write(part[wish]()), session.report);
  };
  const explaining = useExplaining(session, checked, state.busy, focusCard);
  const next = (): void => {
    setTab('findings');
    const [first] = entries;
    const [cell] = first?.cells ?? [];
    if (first && cell) show(first, cell);
  };

  const ask = useCallback((reason: string | undefined): void => {
    opener.current = document.activeElement;
    setTab('text');
    setAsking({ reason });
  }, []);
  const back = useCallback(() => {
    setAsking(undefined);
    focusAgain(opener.current);
  }, []);

  const changeEdition = (): void => {
    setTab('settings');
    setLed(true);
  };
  const recogniseEdition = (): void => void session.chooseEdition(undefined).then(focusHeading);

  const accept = (entry: Entry, change: Change): void => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
    const at = cards.findIndex((card) => card.dataset['entry'] === entry.id);
    void session.accept([change]).then(() => setTimeout(() => focusCard(at)));
  };
  const leave = (): void => {
    setConfirming(false);
    setTimeout(() => focusCard(0));
  };

  return (
    <div className={styles.root}>
      <header>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={tab}
          onTabSelect={(_, data) => {
            setConfirming(false);
            setLooking(undefined);
            setLed(false);
            if (isOver(state.message)) session.dismiss();
            setTab(TABS.find((name) => name === data.value) ?? 'overview');
          }}
          aria-label={words.tabs.label}
        >
          <Tab value="overview">{words.tabs.overview}</Tab>
          <Tab value="findings">
            {words.tabs.findings}{' '}
            {counts.error > 0 && (
              <CounterBadge
                count={counts.error}
                size="small"
                color="danger"
                aria-label={words.tabs.errorCount(counts.error)}
              />
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
        <div className={styles.under}>
          {showWork && checked && <ProgressBar thickness="medium" aria-label={words.freshness.checking} />}
        </div>
        {state.left && !state.message && (
          <LeftBehind
            left={state.left}
            busy={state.busy}
            onFinish={(how) => void session.finish(how).then(focusHeading)}
            onLater={() => {
              session.leaveUnfinished();
              focusHeading();
            }}
          />
        )}
        {state.message && (
          <MessageLine message={state.message} onDismiss={session.dismiss} onCheck={() => void session.check()} />
        )}
      </header>
      {!checked && tab !== 'settings' && (
        <Screen>{showWork && <FirstReading label={words.freshness.checking} />}</Screen>
      )}
      {checked && tab === 'overview' && (
        <Screen>
          <Overview
            report={checked.report}
            chosen={state.edition}
            entries={entries}
            marks={marks}
            open={openLine}
            busy={state.busy}
            onChangeEdition={changeEdition}
            onRecogniseEdition={recogniseEdition}
            onAsk={() => ask(undefined)}
            onNext={next}
            onMark={() => void session.mark()}
            onListEquations={listEquations}
            onRemoveMarks={() => void session.removeMarks()}
            onSelect={(cell) => void session.select(cell)}
          />
        </Screen>
      )}
      {checked && tab === 'findings' && !confirming && (
        <Screen
          hidden={looking !== undefined}
          bar={
            <MarkBar
              removable={removable}
              ticked={ticked}
              entries={entries.length - counts.explained}
              busy={state.busy}
              reliable={reliable.length}
              onAcceptAll={() => setConfirming(true)}
              onMark={() => void session.mark()}
              onTick={() => tick('ticking')}
              onRemoveTicks={() => tick('unticking')}
              onRemoveMarks={() => void session.removeMarks()}
            />
          }
        >
          <Findings
            report={checked.report}
            entries={entries}
            selected={selected}
            onSelect={show}
            fixes={checked.fixes}
            busy={state.busy}
            onAccept={accept}
            onEvidence={(entry) => {
              const [cell] = entry.cells;
              opener.current = document.activeElement;
              if (cell) setLooking({ cell });
            }}
            explainBox={explaining.box}
            onExplain={explaining.open}
            onWithdraw={explaining.withdraw}
          />
        </Screen>
      )}
      {seen && tab === 'findings' && looking && evidence && (
        <evidence.EvidenceScreen
          session={session}
          seen={seen}
          at={looking}
          suspects={suspects}
          hidden={false}
          onBack={() => {
            setLooking(undefined);
            focusAgain(opener.current);
          }}
        />
      )}
      {checked && tab === 'findings' && confirming && (
        <Screen>
          <AcceptAll
            changes={reliable}
            busy={state.busy}
            onSelect={(cell) => void session.select(cell)}
            onWrite={() => void session.accept(reliable).then(leave)}
            onLeave={leave}
          />
        </Screen>
      )}
      {fill && seen ? (
        <fill.FillScreen
          session={session}
          seen={seen}
          busy={state.busy}
          hidden={tab !== 'fill'}
          onLeave={() => {
            setTab('overview');
            focusHeading();
          }}
        />
      ) : (
        checked && tab === 'fill' && <Screen>{null}</Screen>
      )}
      {text && told.value ? (
        <>
          <text.TextScreen
            session={session}
            text={told.value}
            isCurrent={told.isCurrent}
            errors={checked?.report.summary.error ?? 0}
            busy={state.busy}
            hidden={tab !== 'text' || asking !== undefined}
            onAsk={ask}
          />
          {asking && (
            <text.AskScreen
              session={session}
              text={told.value}
              busy={state.busy}
              hidden={tab !== 'text'}
              at={asking}
              onBack={back}
            />
          )}
        </>
      ) : (
        checked && tab === 'text' && <Screen>{showWork && <FirstReading label={words.writing} />}</Screen>
      )}
      {tab === 'settings' &&
        (settings ? (
          <settings.SettingsScreen
            session={session}
            state={state}
            marks={marks}
            removable={removable}
            client={client}
            led={led}
            onLanguage={onLanguage}
          />
        ) : (
          <Screen>{null}</Screen>
        ))}
      <BottomLine state={state} onCheck={() => void session.check()} onUndo={() => void session.undo()} />
      <UpdateAnnouncer checked={checked} />
    </div>
  );
}

/** The cells that causes suspect, by their keys. */
function suspectedCells(entries: readonly Entry[]): ReadonlySet<string> {
  const ways = entries.flatMap(({ cause }) => cause?.alternatives ?? []);
  return new Set(ways.flatMap((way) => way.map(({ cell }) => cellKey(cell))));
}

/** Changes that may be accepted together: certain enough, and one a cell. */
function reliableChanges(checked: Checked | undefined): readonly Change[] {
  const certain = [...(checked?.fixes.values() ?? [])].flat().filter((change) => change.confidence >= RELIABLE);
  return certain.filter(
    (change, index) => certain.findIndex((other) => cellKey(other.cell) === cellKey(change.cell)) === index,
  );
}

/** Whether a message only says that something was done: it goes when another page is looked at. */
function isOver(message: Message | undefined): boolean {
  return message !== undefined && message.kind !== 'problem' && message.refused.length === 0;
}

/** What is open in the text; before it was written for the first time, what the sheet of reasons says. */
function openWords(open: number | undefined, reasons: number, words: PaneWords['open']): string | undefined {
  if (open !== undefined) return open > 0 ? words.line(open) : undefined;
  return reasons > 0 ? words.reasons(reasons) : undefined;
}

/** Where a card went away, the focus belongs to the one that took its place, or the last one; unless it is somewhere already. */
function focusCard(at: number): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const cards = document.querySelectorAll<HTMLElement>('[data-entry]');
  cards[Math.max(0, Math.min(at, cards.length - 1))]?.focus({ preventScroll: true });
}

function FirstReading({ label }: { readonly label: string }): React.JSX.Element {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={label}>
      {[60, 90, 100, 100, 80].map((width, index) => (
        <SkeletonItem key={index} style={{ width: `${width}%` }} />
      ))}
    </Skeleton>
  );
}
