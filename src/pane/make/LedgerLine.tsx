import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { CellLink } from '../parts/CellLink';
import type { LedgerFound } from './making';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** That there is a ledger, and what can be made of it. */
export function LedgerLine({
  ledger,
  busy,
  onPreview,
  onSelect,
}: {
  readonly ledger: LedgerFound;
  readonly busy: boolean;
  readonly onPreview: () => void;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  return (
    <section className={styles.line}>
      <Text>
        {ledger.isEmpty ? words.make.emptyLedger(ledger.sheet) : words.make.ledger(ledger.sheet, ledger.rows)}
      </Text>
      {ledger.isEmpty ? (
        <CellLink cell={{ sheet: ledger.sheet, row: 2, column: 0 }} onSelect={onSelect} />
      ) : (
        <Button size="small" onClick={onPreview} disabledFocusable={busy}>
          {words.make.preview}
        </Button>
      )}
    </section>
  );
}
