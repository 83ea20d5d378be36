import { makeStyles, Text } from '@fluentui/react-components';
import { formatAmount } from '../../engine/amount/format';
import type { Remark } from '../../engine/narrate/narration';
import type { CellRef } from '../../engine/snapshot/address';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { amountText } from '../../i18n/words/amounts';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { SeverityMark } from '../parts/SeverityMark';
import type { Narrated } from './narrated';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: '4px' },
  item: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
    '& > svg': { marginTop: '4px' },
  },
  said: { minWidth: 0 },
});

type ToCheck = Extract<Remark, { readonly kind: 'against' | 'apart' }>;

const isToCheck = (remark: Remark): remark is ToCheck => remark.kind === 'against' || remark.kind === 'apart';

/** What the text repeats though it can hardly be so: reasons that speak against their change, lists that do not add up. */
export function Remarks({
  text,
  onSelect,
}: {
  readonly text: Narrated;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element | null {
  const styles = useStyles();
  const { against, apart } = narrateWords(useLanguage());
  const remarks = text.result.narration?.remarks.filter(isToCheck) ?? [];
  const sections = new Map(
    text.parts.flatMap((part) => part.sections.map(({ section, name }) => [section.id, name] as const)),
  );
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.list}>
      {remarks.map((remark) => {
        const section = sections.get(remark.section) ?? remark.section;
        return (
          <li key={`${remark.kind} ${remark.section} ${remark.about}`} className={styles.item}>
            <SeverityMark standing="warning" />
            <Text className={styles.said}>
              {remark.kind === 'against' ? (
                <>
                  <CellLink cell={remark.cell} onSelect={onSelect} /> {against({ ...remark, section })}
                </>
              ) : (
                apart({ ...remark, section, whole: money(remark.whole), parts: money(remark.parts) })
              )}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

const money = (amount: Parameters<typeof formatAmount>[0]): string => amountText(formatAmount(amount, 2));
