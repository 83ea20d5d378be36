import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Change } from '../../commands/fix';
import { addressOf, cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import { useWords } from '../app/words-context';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '8px', padding: '12px' },
  heading: { margin: 0, outlineStyle: 'none' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px' },
  link: { minHeight: '24px', lineHeight: '24px' },
  amounts: { fontVariantNumeric: 'tabular-nums', lineHeight: '24px' },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface AcceptAllProps {
  readonly changes: readonly Change[];
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
}

/** What would be written, before anything is: each cell with its old and new amount. */
export function AcceptAll({ changes, busy, onSelect, onWrite, onLeave }: AcceptAllProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading} ref={heading} tabIndex={-1}>
        <Text weight="semibold">{words.fixes.heading(changes.length)}</Text>
      </h1>
      <ul className={styles.list} aria-label={words.fixes.acceptAll}>
        {changes.map((change) => {
          const address = addressOf(change.cell);
          return (
            <li key={cellKey(change.cell)} className={styles.row}>
              <span className={styles.head}>
                <Link
                  as="button"
                  className={styles.link}
                  aria-label={words.findings.link(address)}
                  onClick={() => onSelect(change.cell)}
                >
                  {address}
                </Link>
                <span className={styles.amounts}>
                  {words.fixes.change(change.old, change.to === null ? undefined : change.new, change.stood)}
                </span>
              </span>
              <span className={styles.why}>{change.sentence}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={onWrite} disabledFocusable={busy || changes.length === 0}>
          {words.fixes.write(changes.length)}
        </Button>
        <Button size="small" onClick={onLeave}>
          {words.fixes.dontWrite}
        </Button>
      </div>
    </div>
  );
}
