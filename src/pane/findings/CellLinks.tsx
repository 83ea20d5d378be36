import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { CellRef } from '../../engine/snapshot/address';
import { addressOf, cellKey } from '../../engine/snapshot/address';
import { useWords } from '../app/words-context';

const SHOWN = 2;

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    justifyContent: 'flex-end',
    marginLeft: 'auto',
    minWidth: 0,
  },
  link: {
    fontVariantNumeric: 'tabular-nums',
    minHeight: '24px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    textAlign: 'right',
  },
  more: { lineHeight: '24px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The cells of something as links that select them: two, then how many there are. */
export function CellLinks({
  cells,
  onSelect,
  all = false,
}: {
  readonly cells: readonly CellRef[];
  readonly onSelect: (cell: CellRef) => void;
  readonly all?: boolean;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const shown = all ? cells : cells.slice(0, SHOWN);
  return (
    <span className={styles.links}>
      {shown.map((cell) => {
        const address = addressOf(cell);
        return (
          <Link
            as="button"
            key={cellKey(cell)}
            className={styles.link}
            onClick={() => onSelect(cell)}
            aria-label={words.findings.link(address)}
          >
            {address}
          </Link>
        );
      })}
      {cells.length > shown.length && <span className={styles.more}>{words.findings.places(cells.length)}</span>}
    </span>
  );
}
