import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { isSameAmount, readTypedAmount, type Amendable } from '../../commands/amend';
import { RELIABLE, type Change } from '../../commands/fix';
import { addressOf, cellKey, type CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { amountText } from '../../i18n/words/amounts';
import { focusHeading } from '../app/focus';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import type { Session } from '../session/session';
import { amending } from './amending';
import { amountOf, unitShown } from './words';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px', alignItems: 'center' },
  input: { width: '132px', minWidth: 0 },
  amount: { fontVariantNumeric: 'tabular-nums' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

export interface ValueBoxProps {
  readonly session: Session;
  readonly amendable: Amendable;
  /** It is another cell than the one that the screen is about: it is named. */
  readonly isOther: boolean;
  /** What the figures determine, as the card writes it. */
  readonly change: Change | undefined;
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** The amount to write into a cell: what the figures determine stands in it and may be changed; nothing where they do not. */
export function ValueBox(props: ValueBoxProps): React.JSX.Element {
  const { session, amendable, isOther, change, busy, onSelect } = props;
  const { figure, determined, settles, isFormula } = amendable;
  const { cell, moneyUnit, decimals } = figure;
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const hint = useId();
  const [typed, setTyped] = useState<string>();
  const address = addressOf(cell);
  const text = typed ?? (determined ? amountText(determined.amount, decimals) : '');
  const amount = readTypedAmount(text, moneyUnit);
  const isUnreadable = amount === 'unreadable';
  const isSame = amount !== undefined && !isUnreadable && isSameAmount(figure, amount);
  const may = amount !== undefined && !isUnreadable && !isSame;
  const label = determined && determined.confidence < RELIABLE ? words.tryTo : words.changeTo;

  const write = (): void => {
    if (busy || !may) return;
    // What the figures determine is written as the card does it: as long as they still do.
    const isTheirs = change !== undefined && amount.equals(change.new) && cellKey(change.cell) === cellKey(cell);
    const written = isTheirs
      ? session.accept([change])
      : session.write(amending([{ amendable, amount }])).then((receipt) => {
          // What was not written stays as it was typed.
          if (receipt?.refused.length === 0) setTyped(undefined);
        });
    void written.then(focusHeading);
  };
  const said = isUnreadable
    ? words.noAmount(text.trim())
    : isSame
      ? words.sameAmount
      : settles
        ? words.settles(amountText(settles.amount, decimals), settles.along)
        : '';
  return (
    <div className={styles.box}>
      {isOther && (
        <div className={styles.head}>
          <CellLink cell={cell} onSelect={onSelect} />
          <Text className={styles.amount}>{words.holds(amountOf(figure, words), unitShown(figure))}</Text>
        </div>
      )}
      <div className={styles.row}>
        <Text>{label}</Text>
        <Input
          className={styles.input}
          size="small"
          inputMode="decimal"
          input={{ className: styles.amount }}
          aria-label={words.box(address, label)}
          aria-describedby={hint}
          aria-invalid={isUnreadable}
          value={text}
          onChange={(_, data) => setTyped(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (!event.repeat) write();
          }}
        />
        <Button
          size="small"
          appearance="outline"
          aria-label={words.acceptIn(address)}
          onClick={write}
          disabledFocusable={busy || !may}
        >
          {words.accept}
        </Button>
      </div>
      <div id={hint} className={styles.quiet}>
        {isFormula && <div>{words.formula}</div>}
        <div role="status" className={isUnreadable ? styles.problem : ''}>
          {said}
        </div>
      </div>
    </div>
  );
}
