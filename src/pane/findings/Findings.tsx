import { Button, List, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { RELIABLE, type Change } from '../../commands/fix';
import { letterItem } from '../../commands/letter';
import type { Entry } from '../../commands/entries';
import { cellKey, type CellRef } from '../../engine/snapshot/address';
import type { CheckReport } from '../../engine/finding/report';
import { plainCopy } from '../app/clipboard';
import { useLanguage, useWords } from '../app/words-context';
import { ToCopy } from '../parts/ToCopy';
import { useCopying } from '../parts/use-copying';
import { CardMenu, type MenuAt } from './CardMenu';
import { FindingCard } from './FindingCard';
import { leaveSearch } from './search-focus';
import { SteadyList } from './SteadyList';
import { keyed, successorOf } from './successors';
import { SeverityToggles } from './SeverityToggles';
import type { EntryFilter } from './visible-entries';
import { countEntries, FIRST_FILTER, tableOfEntry, visibleEntries } from './visible-entries';

/** More cards than these at once make the pane slow; a button shows the next ones. */
const PAGE = 100;
const STANDINGS = ['error', 'warning', 'note', 'explained'] as const;

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '8px', paddingTop: '12px' },
  bar: { padding: '0 12px', display: 'grid', rowGap: '8px' },
  search: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px' },
  box: { maxWidth: 'none', minWidth: 0 },
  list: { display: 'block', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  group: { margin: 0, padding: '12px 12px 4px', display: 'block' },
  // The tab says it to those who see it.
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    margin: 0,
  },
  line: {
    padding: '0 12px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

export interface FindingsProps {
  readonly report: CheckReport;
  readonly entries: readonly Entry[];
  /** The entry whose cell was selected last, as it stood then. */
  readonly selected: Entry | undefined;
  readonly onSelect: (entry: Entry, cell: CellRef) => void;
  /** What the figures determine, by the id of its cause. */
  readonly fixes: ReadonlyMap<string, readonly Change[]>;
  readonly busy: boolean;
  readonly onAccept: (entry: Entry, change: Change) => void;
  /** Several changes are to be looked at before they are written. */
  readonly onAcceptSeveral: (changes: readonly Change[]) => void;
  /** To what an entry's cell rests on. */
  readonly onEvidence: (entry: Entry) => void;
  /** The box in which an entry is being explained; null for all others. */
  readonly explainBox: (entry: Entry) => React.ReactNode;
  readonly onExplain: (entry: Entry) => void;
  readonly onWithdraw: (entry: Entry) => void;
}

/** All there is to mend, to look at and to know, errors first. */
export function Findings(props: FindingsProps): React.JSX.Element {
  const { report, entries, selected, onSelect, fixes, busy, onAccept, onEvidence } = props;
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const [filter, setFilter] = useState<EntryFilter>(FIRST_FILTER);
  const [grouping, setGrouping] = useState<'cause' | 'table'>('cause');
  const [limit, setLimit] = useState(PAGE);
  const counts = useMemo(() => countEntries(entries), [entries]);
  const visible = useMemo(() => visibleEntries(entries, filter, report, language), [entries, filter, report, language]);
  const [menu, setMenu] = useState<MenuAt>();
  const { outcome: copied, copy } = useCopying();
  const [copiedOne, setCopiedOne] = useState<string>();
  const tableOf = menu && tableOfEntry(menu.entry, report);
  const alike = menu ? changesAlike(menu.entry, entries, fixes) : [];
  const groups = useMemo(() => groupsOf(visible.slice(0, limit), report, grouping), [visible, limit, report, grouping]);
  const hidden = entries.length - visible.length;
  const [before, setCards] = useState(() => keyed(entries));
  const cards = before.entries === entries ? before : keyed(entries, before);
  if (cards !== before) setCards(cards);
  const chosen = useMemo(() => selected && successorOf(selected, entries)?.id, [selected, entries]);
  const card = (entry: Entry): React.JSX.Element => (
    <FindingCard
      key={cards.keys.get(entry.id)}
      entry={entry}
      position={visible.indexOf(entry) + 1}
      count={visible.length}
      selected={entry.id === chosen}
      onSelect={onSelect}
      change={onlyChange(fixes, entry)}
      busy={busy}
      onAccept={onAccept}
      onEvidence={onEvidence}
      explainBox={props.explainBox(entry)}
      onExplain={props.onExplain}
      onWithdraw={props.onWithdraw}
      onMenu={setMenu}
      copied={copied === 'done' && copiedOne === entry.id}
    />
  );
  return (
    <SteadyList className={styles.page}>
      <h1 className={styles.heard}>{words.findings.list}</h1>
      <div className={styles.bar}>
        <SeverityToggles
          counts={counts}
          shown={filter.standings}
          onChange={(standings) => setFilter({ ...filter, standings })}
        />
        <div className={styles.search}>
          <SearchBox
            className={styles.box}
            size="small"
            placeholder={words.findings.search}
            aria-label={words.findings.search}
            value={filter.search}
            onChange={(_, data) => setFilter({ ...filter, search: data.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (filter.search === '') leaveSearch();
              else setFilter({ ...filter, search: '' });
            }}
          />
          <Select
            size="small"
            aria-label={words.findings.groupBy}
            value={grouping}
            onChange={(_, data) => setGrouping(data.value === 'table' ? 'table' : 'cause')}
          >
            <option value="cause">{words.findings.byCause}</option>
            <option value="table">{words.findings.byTable}</option>
          </Select>
        </div>
      </div>
      {copied && copied !== 'done' && (
        <div className={styles.line}>
          <Text role="status">{words.findings.menu.blocked}</Text>
          <ToCopy text={copied.plain} label={words.findings.menu.copy} />
        </div>
      )}
      {menu && (
        <CardMenu
          key={menu.entry.id}
          at={menu}
          table={tableOf?.id}
          isAlone={filter.table !== undefined}
          alike={alike.length}
          busy={busy}
          onCopy={() => {
            setCopiedOne(menu.entry.id);
            copy(plainCopy(letterItem(menu.entry, language)));
          }}
          onAcceptAlike={() => props.onAcceptSeveral(alike)}
          onTable={() => setFilter({ ...filter, table: filter.table ? undefined : tableOf })}
          onClose={() => setMenu(undefined)}
        />
      )}
      {entries.length === 0 && <Text className={styles.line}>{words.findings.none}</Text>}
      {groups.map((group) => (
        <section key={group.table ?? ''}>
          {grouping === 'table' && (
            <Text as="h2" weight="semibold" className={styles.group}>
              {group.table ?? words.findings.noTable}
            </Text>
          )}
          <List className={styles.list} navigationMode="composite" aria-label={group.table ?? words.findings.list}>
            {group.entries.map(card)}
          </List>
        </section>
      ))}
      {visible.length > limit && (
        <div className={styles.line}>
          <Button size="small" onClick={() => setLimit(limit + PAGE)}>
            {words.findings.more(Math.min(PAGE, visible.length - limit))}
          </Button>
        </div>
      )}
      {hidden > 0 && (
        <div className={styles.line}>
          <Text>{words.findings.hidden(hidden)}</Text>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setFilter({ standings: new Set(STANDINGS), search: '' })}
          >
            {words.findings.showAll}
          </Button>
        </div>
      )}
    </SteadyList>
  );
}

/** The changes that mend all entries of an entry's kind, as far as they are certain enough to be accepted together. */
function changesAlike(
  { speaker }: Entry,
  entries: readonly Entry[],
  fixes: ReadonlyMap<string, readonly Change[]>,
): readonly Change[] {
  const changes = entries
    .filter((entry) => entry.speaker.rule === speaker.rule)
    .flatMap((entry) => changesOf(fixes, entry))
    .filter(({ confidence }) => confidence >= RELIABLE);
  return [...new Map(changes.map((change) => [cellKey(change.cell), change])).values()];
}

/** The change that mends an entry by itself; a button has room for one value. */
function onlyChange(fixes: ReadonlyMap<string, readonly Change[]>, entry: Entry): Change | undefined {
  const changes = changesOf(fixes, entry);
  return changes.length === 1 ? changes[0] : undefined;
}

/** Of what is still being looked for nothing is determined, whatever was of the same equations before. */
function changesOf(fixes: ReadonlyMap<string, readonly Change[]>, { cause }: Entry): readonly Change[] {
  return cause && !cause.pending ? (fixes.get(cause.id) ?? []) : [];
}

interface Group {
  readonly table: string | undefined;
  readonly entries: readonly Entry[];
}

function groupsOf(entries: readonly Entry[], report: CheckReport, grouping: 'cause' | 'table'): readonly Group[] {
  if (grouping === 'cause') return entries.length === 0 ? [] : [{ table: undefined, entries }];
  const tableOf = new Map(entries.map((entry) => [entry, tableOfEntry(entry, report)]));
  const order = [...report.tables, undefined];
  return order
    .map((table) => ({
      table: table && `${table.id} ${table.title}`,
      entries: entries.filter((entry) => tableOf.get(entry) === table),
    }))
    .filter((group) => group.entries.length > 0);
}
