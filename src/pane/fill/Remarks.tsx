import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { followedValue, leftSentences } from '../../commands/fill-preview';
import type { FillPlan } from '../../engine/fill/plan';
import { cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { SeverityMark } from '../parts/SeverityMark';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    minHeight: '32px',
    margin: 0,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase300,
  },
  list: { margin: 0, padding: '0 0 0 22px', listStyleType: 'none', display: 'grid', rowGap: '4px' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    alignItems: 'baseline',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  fold: { marginLeft: '-8px' },
});

interface RemarksProps {
  readonly plan: FillPlan;
  readonly onSelect: (cell: CellRef) => void;
}

/** What would be filled and cannot be, and why. */
export function LeftOpen({ plan, onSelect }: RemarksProps): React.JSX.Element | null {
  const styles = useStyles();
  const words = useScreenWords();
  const left = leftSentences(plan.left, useLanguage());
  if (left.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>
        <SeverityMark standing="unchecked" />
        {words.fill.left(plan.left.length)}
      </h2>
      <ul className={styles.list}>
        {left.map(({ cell, sentence }) => (
          <li key={`${cellKey(cell)}${sentence}`} className={styles.item}>
            <CellLink cell={cell} onSelect={onSelect} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Formulas of the user's that come to something else once the rest is filled. */
export function Follows({ plan, onSelect }: RemarksProps): React.JSX.Element | null {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  if (plan.follows.length === 0) return null;
  return (
    <section>
      <Button
        className={styles.fold}
        size="small"
        appearance="subtle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.fill.follows(plan.follows.length)}
      </Button>
      {open && (
        <ul className={styles.list}>
          {plan.follows.map(({ cell, before, after }) => (
            <li key={cellKey(cell)} className={styles.item}>
              <CellLink cell={cell} onSelect={onSelect} />
              <span>
                {followedValue(before, language)} → {followedValue(after, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
