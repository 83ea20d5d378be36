import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { isSafe, type StaleSentence } from '../../commands/standing-text';
import type { Correction } from '../../engine/renarrate/corrections';
import { addressOf, type CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { CellLink } from '../parts/CellLink';
import { STANDING_COLOURS } from '../parts/SeverityMark';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '4px',
    paddingLeft: '8px',
    borderLeft: `3px solid ${STANDING_COLOURS.warning}`,
  },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '8px',
    alignItems: 'baseline',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  sentence: { margin: 0, lineHeight: '24px', overflowWrap: 'anywhere', cursor: 'pointer' },
  fresh: { margin: 0, lineHeight: '24px', overflowWrap: 'anywhere' },
  was: { color: tokens.colorNeutralForeground3, marginRight: '2px' },
  becomes: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold },
  link: {
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationThickness: '1px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: '3px',
    ':hover': { textDecorationThickness: '2px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: '2px' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  doubt: { color: STANDING_COLOURS.warning, fontSize: tokens.fontSizeBase200 },
});

export interface StaleItemProps {
  readonly sentence: StaleSentence;
  /** The short name of its section. */
  readonly section: string | undefined;
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
  readonly onRewrite: () => void;
}

/** A sentence that the figures have left behind: what is struck out of it and what takes its place, each with the cell it rests on. */
export function StaleItem({ sentence, section, busy, onSelect, onRewrite }: StaleItemProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords().standing;
  const { cell, text, verdict } = sentence;
  const { corrections, rewriting, isReasonDoubtful } = verdict;
  const safe = isSafe(sentence);
  return (
    <li className={styles.item}>
      <div className={styles.place}>
        <span>{section}</span>
        <CellLink cell={cell} onSelect={onSelect} />
      </div>
      <p className={styles.sentence} lang="zh-CN" onClick={() => onSelect(cell)}>
        {corrections.map((correction, index) => (
          <span key={index}>
            {text.slice(corrections[index - 1]?.to ?? 0, correction.from)}
            <Change correction={correction} onSelect={onSelect} />
          </span>
        ))}
        {text.slice(corrections.at(-1)?.to ?? 0)}
      </p>
      {!safe && (
        <>
          <Text className={styles.quiet}>{words.fresh}</Text>
          <p className={styles.fresh} lang="zh-CN">
            {rewriting.text}
          </p>
          {rewriting.lost.length > 0 && <Text className={styles.doubt}>{words.lost(rewriting.lost)}</Text>}
        </>
      )}
      {isReasonDoubtful && <Text className={styles.doubt}>{words.reasonDoubtful}</Text>}
      <div>
        <Button size="small" onClick={onRewrite} disabledFocusable={busy} data-rewrite>
          {safe ? words.rewrite : words.choose}
        </Button>
      </div>
    </li>
  );
}

function Change({
  correction: { was, becomes, cells },
  onSelect,
}: {
  readonly correction: Correction;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords().standing;
  const cell = cells.find(({ prior }) => prior !== true);
  const select = (event: React.SyntheticEvent): void => {
    event.stopPropagation();
    if (cell) onSelect(cell);
  };
  return (
    <>
      {was !== '' && <del className={styles.was}>{was}</del>}
      {becomes !== '' && !cell && <ins className={styles.becomes}>{becomes}</ins>}
      {becomes !== '' && cell && (
        <ins
          className={mergeClasses(styles.becomes, styles.link)}
          role="button"
          tabIndex={0}
          aria-label={words.changeFrom(was, becomes, addressOf(cell))}
          onClick={select}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            if (!event.repeat) select(event);
          }}
        >
          {becomes}
        </ins>
      )}
    </>
  );
}
