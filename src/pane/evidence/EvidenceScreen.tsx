import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { evidenceOf, type Evidence } from '../../commands/evidence';
import type { Figure } from '../../engine/book/book';
import type { Relation } from '../../engine/evidence/relations';
import { placeOf } from '../../engine/finding/quote';
import { addressOf, cellKey, type CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { placesEn, placesZhCN } from '../../i18n/words/places';
import type { Mention, MentionsOf, TextPlace } from '../../commands/mentions';
import { useComputed } from '../app/use-computed';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { Screen } from '../parts/Screen';
import { SeverityMark } from '../parts/SeverityMark';
import type { Session } from '../session/session';
import type { Seen } from '../session/state';
import { equationBar } from './bar';
import { Mentions } from './Mentions';
import { EquationBarView } from './EquationBarView';
import { RelationTree } from './RelationTree';
import { amountOf, equationSaid } from './words';

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
  amount: { fontVariantNumeric: 'tabular-nums' },
  equation: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  says: { margin: 0, display: 'flex', columnGap: '6px', alignItems: 'flex-start', overflowWrap: 'anywhere' },
  failed: { color: tokens.colorStatusDangerForeground3, textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

async function mentionsSeen({ snapshot, edition }: Seen): Promise<MentionsOf> {
  const { mentionsIn } = await import('../../commands/mentions');
  return mentionsIn(snapshot, edition);
}

export interface EvidenceScreenProps {
  readonly session: Session;
  readonly seen: Seen;
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
  const { session, seen, at, suspects, hidden, onBack, onText } = props;
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

const evidenceSeen = ({ snapshot, edition }: Seen): Promise<Evidence | undefined> => evidenceOf(snapshot, edition);

function FigureEvidence({
  evidence,
  figure,
  suspects,
  mentions,
  onChoose,
  onSelect,
  onText,
}: {
  readonly evidence: Evidence;
  readonly figure: Figure;
  readonly suspects: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
  readonly onChoose: (figure: Figure) => void;
  readonly onSelect: (cell: CellRef) => void;
  readonly onText: (place: TextPlace) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const relations = evidence.relationsOf(figure);
  const failed = relations.filter(({ outcome }) => outcome.kind === 'failed');
  return (
    <>
      <Text className={styles.amount}>{words.holds(amountOf(figure, words), figure.moneyUnit)}</Text>
      <Text>{relations.length === 0 ? words.noEquations : words.equations(relations.length, failed.length)}</Text>
      {failed.map((relation, index) => (
        <FailedEquation key={index} relation={relation} suspects={suspects} />
      ))}
      {relations.length > 0 && (
        <RelationTree evidence={evidence} figure={figure} suspects={suspects} onChoose={onChoose} />
      )}
      {relations.length > 0 && <Text className={styles.quiet}>{words.keys}</Text>}
      {mentions.length > 0 && <Mentions mentions={mentions} onSelect={onSelect} onText={onText} />}
    </>
  );
}

function FailedEquation({
  relation: { equation, outcome },
  suspects,
}: {
  readonly relation: Relation;
  readonly suspects: ReadonlySet<string>;
}): React.JSX.Element {
  const styles = useStyles();
  const language = useLanguage();
  const words = evidenceWords(language);
  const { says, result } = equationSaid(equation, outcome, words, language === 'en' ? placesEn : placesZhCN);
  const bar = useMemo(() => equationBar(equation, outcome, suspects), [equation, outcome, suspects]);
  return (
    <section className={styles.equation}>
      <p className={styles.says}>
        <SeverityMark standing={equation.severity === 'error' ? 'error' : 'warning'} />
        <span>{says}</span>
      </p>
      <EquationBarView bar={bar} label={`${says}，${result}`} />
      <Text className={styles.failed}>{result}</Text>
    </section>
  );
}
