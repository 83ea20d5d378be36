import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { formatAmount } from '../../engine/amount/format';
import type { AskedReason } from '../../engine/narrate/narration';
import { amountText } from '../../i18n/words/amounts';
import { useScreenWords } from '../app/screen-words';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontVariantNumeric: 'tabular-nums',
  },
  pair: { display: 'flex', columnGap: '6px' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', margin: 0, width: '100%' },
  unit: { marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** This year, last year and the change of what a reason is asked for; a count of people or cars has no unit of money. */
export function ReasonFigures({
  asked,
  unit,
}: {
  readonly asked: AskedReason;
  readonly unit: string | undefined;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const { now, before, difference, percent } = asked;
  const pair = (term: string, value: string): React.JSX.Element => (
    <div className={styles.pair}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
  return (
    <div className={styles.figures}>
      <dl className={styles.list}>
        {pair(words.ask.now, amountText(formatAmount(now, 2)))}
        {pair(words.ask.before, amountText(formatAmount(before, 2)))}
      </dl>
      <Text>{words.ask.change(formatAmount(difference, 2), percent?.toFixed())}</Text>
      {unit !== undefined && <Text className={styles.unit}>{words.fill.unit(unit)}</Text>}
    </div>
  );
}
