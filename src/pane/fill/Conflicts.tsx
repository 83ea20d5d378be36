import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { keptAmount } from '../../commands/fill-preview';
import type { Conflict } from '../../engine/fill/plan';
import { addressOf, cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { CellLink } from '../parts/CellLink';

/** More choices than these at once make the pane slow; a button shows the next ones. */
const PAGE = 30;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  choices: { flexWrap: 'wrap', columnGap: '8px', marginLeft: '-8px' },
  formula: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: { margin: '0 0 4px', fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase300 },
  fold: { marginLeft: '-8px' },
});

export interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly busy: boolean;
  readonly onChoose: (conflict: Conflict, useFormula: boolean) => void;
  readonly onSelect: (cell: CellRef) => void;
}

/** Typed amounts that differ from what is computed: each is kept unless the user says otherwise. What rounding explains is folded. */
export function Conflicts(props: ConflictsProps): React.JSX.Element | null {
  const { conflicts } = props;
  const styles = useStyles();
  const words = useScreenWords();
  const [open, setOpen] = useState(false);
  const grave = conflicts.filter(({ severity }) => severity !== 'note');
  const roundings = conflicts.filter(({ severity }) => severity === 'note');
  if (conflicts.length === 0) return null;
  return (
    <section>
      {grave.length > 0 && (
        <>
          <h2 className={styles.heading}>{words.fill.conflicts(grave.length)}</h2>
          <ConflictList {...props} conflicts={grave} />
        </>
      )}
      {roundings.length > 0 && (
        <>
          <Button
            className={styles.fold}
            size="small"
            appearance="subtle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {words.fill.roundings(roundings.length)}
          </Button>
          {open && <ConflictList {...props} conflicts={roundings} />}
        </>
      )}
    </section>
  );
}

function ConflictList({ conflicts, busy, onChoose, onSelect }: ConflictsProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const [limit, setLimit] = useState(PAGE);
  const more = conflicts.length - limit;
  return (
    <>
      <ul className={styles.list}>
        {conflicts.slice(0, limit).map((conflict) => {
          const { cell, severity, replaced } = conflict;
          const kept = keptAmount(conflict);
          return (
            <li key={cellKey(cell)} className={styles.item}>
              <div className={styles.line}>
                <CellLink cell={cell} onSelect={onSelect} />
                <Text>
                  {words.fill.compared(kept)}
                  {severity === 'note' && `${words.comma}${words.fill.rounding}`}
                </Text>
              </div>
              <Text className={styles.formula}>={kept.formula}</Text>
              <RadioGroup
                className={styles.choices}
                layout="horizontal"
                aria-label={words.fill.choice(addressOf(cell))}
                value={replaced ? 'formula' : 'keep'}
                disabled={busy}
                onChange={(_, data) => onChoose(conflict, data.value === 'formula')}
              >
                <Radio value="keep" label={words.fill.keep} />
                <Radio value="formula" label={words.fill.useFormula} />
              </RadioGroup>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button size="small" onClick={() => setLimit(limit + PAGE)}>
          {words.findings.more(Math.min(PAGE, more))}
        </Button>
      )}
    </>
  );
}
