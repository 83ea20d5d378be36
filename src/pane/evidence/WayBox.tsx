import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Way } from '../../commands/amend';
import { addressOf, cellKey, type CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { amountText } from '../../i18n/words/amounts';
import { focusHeading } from '../app/focus';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import type { Session } from '../session/session';
import { amending } from './amending';
import { amountOf } from './words';

const useStyles = makeStyles({
  way: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '4px',
    justifyItems: 'start',
    paddingLeft: '8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  step: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  amount: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface WayBoxProps {
  readonly session: Session;
  readonly way: Way;
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** Cells that have to be changed together, what each would hold, and one button for all of them. */
export function WayBox({ session, way, busy, onSelect }: WayBoxProps): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const addresses = way.map(({ amendable }) => addressOf(amendable.figure.cell));
  const write = (): void => {
    if (busy) return;
    void session.write(amending(way)).then(focusHeading);
  };
  return (
    <div className={styles.way}>
      {way.map(({ amendable: { figure, isFormula }, amount }) => (
        <div key={cellKey(figure.cell)}>
          <div className={styles.step}>
            <CellLink cell={figure.cell} onSelect={onSelect} />
            <Text className={styles.amount}>
              {words.becomes(amountOf(figure, words), amountText(amount.toFixed(), figure.decimals))}
            </Text>
          </div>
          {isFormula && <div className={styles.quiet}>{words.formula}</div>}
        </div>
      ))}
      <Button
        size="small"
        appearance="outline"
        aria-label={words.changeTheseIn(addresses)}
        onClick={write}
        disabledFocusable={busy}
      >
        {words.changeThese(way.length)}
      </Button>
    </div>
  );
}
