import { Link, makeStyles } from '@fluentui/react-components';
import type { CellRef } from '../../engine/snapshot/address';
import { addressOf } from '../../engine/snapshot/address';
import { useWords } from '../app/words-context';

const useStyles = makeStyles({
  link: { fontVariantNumeric: 'tabular-nums', minHeight: '24px', lineHeight: '24px', overflowWrap: 'anywhere' },
});

/** A cell as a link that selects it. */
export function CellLink({
  cell,
  onSelect,
}: {
  readonly cell: CellRef;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const address = addressOf(cell);
  return (
    <Link as="button" className={styles.link} onClick={() => onSelect(cell)} aria-label={words.findings.link(address)}>
      {address}
    </Link>
  );
}
