import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../i18n/language';
import type { PaneWords } from '../../i18n/pane/words';
import { useFindings } from '../findings/use-findings';
import { useSearchKey } from '../findings/use-search-key';
import { useKeyList } from '../keys/use-key-list';
import { Overview } from '../overview/Overview';
import { BottomLine } from '../parts/BottomLine';
import { LeftBehind } from '../parts/LeftBehind';
import { MessageLine } from '../parts/MessageLine';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import type { Message, Seen } from '../session/state';
import { useFollowing } from '../session/use-following';
import { useShown } from '../session/use-shown';
import { useStanding } from '../session/use-standing';
import type { OfficeClient } from '../settings/diagnostics';
import { TextTab } from '../text/TextTab';
import { useText } from '../text/use-text';
import { FirstReading } from './FirstReading';
import { focusHeading } from './focus';
import { PaneTabs } from './PaneTabs';
import type { TabName } from './PaneTabs';
import { UpdateAnnouncer } from './UpdateAnnouncer';
import { useDelayed } from './use-delayed';
import { useLoaded } from './use-loaded';
import { useLanguage, useWords } from './words-context';

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
  under: { height: '2px' },
  page: { display: 'contents' },
  // It keeps all it shows, and what in it had the focus.
  away: { display: 'none' },
});

const loadFindings = () => import('../findings/part');
const loadFill = () => import('../fill/FillScreen');
const loadCharting = () => import('../overview/charting');
const loadListing = () => import('../overview/listing');
const loadSettings = () => import('../settings/part');

/** A page of the pane, as the address names it. */
export type StartPage = TabName | 'where';

export interface PaneBodyProps {
  readonly session: Session;
  readonly client: OfficeClient;
  readonly start: StartPage;
  readonly onLanguage: (to: Language) => void;
}

/** All of the pane: which screen is shown, and what goes from one to another. */
export function PaneBody({ session, client, start, onLanguage }: PaneBodyProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [tab, setTab] = useState<TabName>(start === 'where' ? 'findings' : start);
  /** Whether the settings were opened from another screen. */
  const [led, setLed] = useState(false);
  const keys = useKeyList(session.report);
  useFollowing(session);

  const { checked, busy } = state;
  const { snapshot, edition } = checked ?? {};
  const seen = useMemo<Seen | undefined>(() => snapshot && { snapshot, edition }, [snapshot, edition]);
  const standing = useStanding(checked);
  const { marks, removable } = standing;
  const shown = useShown(checked?.report, state.soFar, standing);
  const findings = useFindings(session, state, start === 'where');
  // Not waited for until somebody turns to them: the answer comes first.
  const cards = useLoaded(loadFindings, checked !== undefined, session.report);
  const fill = useLoaded(loadFill, tab === 'fill', session.report);
  const settings = useLoaded(loadSettings, tab === 'settings', session.report);
  const text = useText(session, seen, tab === 'text', tab === 'text' || tab === 'overview');
  const telling = tab === 'text' && !text.told.isCurrent;
  const working = busy || state.freshness === 'checking' || state.freshness === 'changed' || telling;
  const showWork = useDelayed(working, 300);

  const turnTo = (to: TabName): void => {
    findings.reset();
    keys.leave();
    setLed(false);
    if (isOver(state.message)) session.dismiss();
    setTab(to);
  };
  useSearchKey(() => turnTo('findings'));
  const next = (): void => {
    setTab('findings');
    const [first] = shown?.entries ?? [];
    const [cell] = first?.cells ?? [];
    if (first && cell) findings.show(first, cell);
  };
  const { ask: askFor } = text;
  const ask = useCallback(
    (reason: string | undefined): void => {
      askFor(reason);
      setTab('text');
    },
    [askFor],
  );
  const changeEdition = (): void => {
    setTab('settings');
    setLed(true);
  };

  return (
    <div className={styles.root}>
      <header>
        <PaneTabs tab={tab} errors={shown?.counts.error ?? 0} open={text.open} onSelect={turnTo} />
        <div className={styles.under}>
          {showWork && checked && <ProgressBar thickness="medium" aria-label={words.freshness.checking} />}
        </div>
        {state.left && !state.message && (
          <LeftBehind
            left={state.left}
            busy={busy}
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
      {keys.part && <keys.part.KeysScreen onBack={keys.close} />}
      <div className={keys.part ? styles.away : styles.page}>
        {!checked && tab !== 'settings' && (
          <Screen>{showWork && <FirstReading label={words.freshness.checking} />}</Screen>
        )}
        {shown && tab === 'overview' && (
          <Screen>
            <Overview
              report={shown.report}
              chosen={state.edition}
              entries={shown.entries}
              marks={marks}
              open={openWords(text.open, standing.askedReasons, words.open)}
              busy={busy}
              onChangeEdition={changeEdition}
              onRecogniseEdition={() => void session.chooseEdition(undefined).then(focusHeading)}
              onAsk={() => ask(undefined)}
              onNext={next}
              onMark={() => void session.mark()}
              onListEquations={() =>
                void loadListing().then(({ listing }) => session.write(listing(language)), session.report)
              }
              onDrawCharts={() =>
                void loadCharting().then(({ charting }) => session.write(charting(language)), session.report)
              }
              onRemoveMarks={() => void session.removeMarks()}
              onSelect={(cell) => void session.select(cell)}
            />
          </Screen>
        )}
        {checked &&
          seen &&
          shown &&
          tab === 'findings' &&
          (cards ? (
            <cards.FindingsTab
              session={session}
              checked={checked}
              seen={seen}
              standing={standing}
              shown={shown}
              view={findings}
              busy={busy}
              onText={(place) => {
                text.lookAt(place);
                setTab('text');
              }}
            />
          ) : (
            <Screen>{null}</Screen>
          ))}
        {fill && seen ? (
          <fill.FillScreen
            session={session}
            seen={seen}
            busy={busy}
            hidden={tab !== 'fill'}
            onLeave={() => {
              setTab('overview');
              focusHeading();
            }}
          />
        ) : (
          checked && tab === 'fill' && <Screen>{null}</Screen>
        )}
        <TextTab
          session={session}
          view={text}
          errors={checked?.report.summary.error ?? 0}
          busy={busy}
          hidden={tab !== 'text'}
          onAsk={ask}
          before={checked && tab === 'text' && <Screen>{showWork && <FirstReading label={words.writing} />}</Screen>}
        />
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
              onKeys={keys.open}
            />
          ) : (
            <Screen>{null}</Screen>
          ))}
      </div>
      <BottomLine
        state={state}
        onCheck={() => void session.check()}
        onUndo={() => void session.undo()}
        onRedo={() => void session.redo()}
      />
      <UpdateAnnouncer checked={checked} />
    </div>
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
