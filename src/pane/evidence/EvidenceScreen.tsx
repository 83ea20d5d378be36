import { Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { amendablesAt, waysOf } from '../../commands/amend';
import type { Entry } from '../../commands/entries';
import { evidenceOf, type Evidence } from '../../commands/evidence';
import type { Change } from '../../commands/fix';
import type { Figure } from '../../engine/book/book';
import { placeOf } from '../../engine/finding/quote';
import { addressOf, cellKey, type CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { placesEn, placesZhCN } from '../../i18n/words/places';
import type { MentionsOf, TextPlace } from '../../commands/mentions';
import { useComputed } from '../app/use-computed';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import type { Seen } from '../session/state';
import { FigureEvidence } from './FigureEvidence';
import { ValueBox } from './ValueBox';
import { WayBox } from './WayBox';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', padding: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'center' },
  heading: { margin: 0, outlineStyle: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '8px',
    alignItems: 'baseline',
  },
});

async function mentionsSeen({ snapshot, edition }: Seen): Promise<MentionsOf> {
  const { mentionsIn } = await import('../../commands/mentions');
  return mentionsIn(snapshot, edition);
}

export interface EvidenceScreenProps {
  readonly session: Session;
  readonly seen: Seen;
  /** What was found in it, and what the figures determine, by the id of its cause. */
  readonly entries: readonly Entry[];
  readonly fixes: ReadonlyMap<string, readonly Change[]>;
  readonly busy: boolean;
  /** The cell to begin with. A new wish is a new object. */
  readonly at: { readonly cell: CellRef };
  /** Cells that are suspected, by their keys. */
  readonly suspects: ReadonlySet<string>;
  readonly hidden: boolean;
  readonly onBack: () => void;
  /** To where the text says something. */
  readonly onText: (place: TextPlace) => void;
}

/** What one cell means, the equations that fail with it as bars, and the tree of all it rests on; each figure leads on, with a way back. */
export function EvidenceScreen(props: EvidenceScreenProps): React.JSX.Element {
  const { session, seen, entries, fixes, at, suspects, busy, hidden, onBack, onText } = props;
  const styles = useStyles();
  const language = useLanguage();
  const words = evidenceWords(language);
  const evidence = useComputed(seen, evidenceSeen, !hidden, session.report).value;
  // Writing the text takes longer than the equations: it is shown when it is there.
  const mentions = useComputed(evidence && seen, mentionsSeen, !hidden, session.report).value;
  const [walked, setWalked] = useState<{ readonly from: typeof at; readonly trail: readonly CellRef[] }>();
  const trail = useMemo(() => (walked?.from === at ? walked.trail : [at.cell]), [walked, at]);
  const cell = trail[trail.length - 1] ?? at.cell;
  const before = trail[trail.length - 2];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!hidden) heading.current?.focus({ preventScroll: true });
  }, [hidden, trail]);
  const select = useCallback((to: CellRef) => void session.select(to), [session]);
  const choose = useCallback(
    (figure: Figure) => {
      select(figure.cell);
      setWalked({ from: at, trail: [...trail, figure.cell] });
    },
    [at, select, trail],
  );
  const back = (): void => {
    if (!before) return onBack();
    select(before);
    setWalked({ from: at, trail: trail.slice(0, -1) });
  };
  const figure = evidence?.figureAt(cell);
  const amendables = useMemo(
    () => (evidence ? amendablesAt(cell, entries, seen.snapshot, (one) => evidence.figureAt(one)) : []),
    [evidence, cell, entries, seen],
  );
  const ways = useMemo(() => waysOf(amendables), [amendables]);
  const together = new Set(ways.flat().map(({ amendable }) => amendable));
  const alone = amendables.filter((amendable) => !together.has(amendable));
  const { place } = language === 'en' ? placesEn : placesZhCN;
  return (
    <Screen hidden={hidden} onBack={back}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onBack}>
            {words.back}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              void session.focused().then((focused) => focused && setWalked({ from: at, trail: [...trail, focused] }))
            }
          >
            {words.selected}
          </Button>
          {before && (
            <Button size="small" appearance="subtle" onClick={back}>
              {words.backTo(addressOf(before))}
            </Button>
          )}
        </div>
        <div className={styles.head}>
          <h1 className={styles.heading} ref={heading} tabIndex={-1}>
            <Subtitle2>{figure ? place(placeOf(figure)) : addressOf(cell)}</Subtitle2>
          </h1>
          <CellLink cell={cell} onSelect={select} />
        </div>
        {evidence && !figure && <Text>{words.noFigure}</Text>}
        {evidence && figure && (
          <FigureEvidence
            key={cellKey(figure.cell)}
            evidence={evidence}
            figure={figure}
            suspects={suspects}
            boxes={alone.map((amendable) => (
              <ValueBox
                key={cellKey(amendable.figure.cell)}
                session={session}
                amendable={amendable}
                isOther={cellKey(amendable.figure.cell) !== cellKey(cell)}
                change={changeIn(fixes, amendable.figure.cell)}
                busy={busy}
                onSelect={select}
              />
            ))}
            ways={ways.map((way) => (
              <WayBox
                key={way.map(({ amendable }) => cellKey(amendable.figure.cell)).join()}
                session={session}
                way={way}
                busy={busy}
                onSelect={select}
              />
            ))}
            determined={amendables[0]?.determined?.amount}
            mentions={mentions?.(figure) ?? []}
            onChoose={choose}
            onSelect={select}
            onText={onText}
          />
        )}
      </div>
    </Screen>
  );
}

/** What the figures determine for a cell. */
function changeIn(fixes: ReadonlyMap<string, readonly Change[]>, cell: CellRef): Change | undefined {
  return [...fixes.values()].flat().find((change) => cellKey(change.cell) === cellKey(cell));
}

const evidenceSeen = ({ snapshot, edition }: Seen): Promise<Evidence | undefined> => evidenceOf(snapshot, edition);
