import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Unchecked as UncheckedCheck } from '../../engine/finding/finding';
import { findingSentence } from '../../i18n/catalogue';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';

const AT_FIRST = 3;

const useStyles = makeStyles({
  head: { display: 'flex', gap: '6px', alignItems: 'center', minHeight: '32px', margin: 0 },
  list: {
    margin: 0,
    paddingLeft: '22px',
    listStyleType: 'none',
    display: 'grid',
    rowGap: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What could not be checked, and why: counted and shown, never taken for passed. */
export function Unchecked({
  unchecked,
  count,
}: {
  readonly unchecked: readonly UncheckedCheck[];
  readonly count: number;
}): React.JSX.Element | null {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (count === 0 && unchecked.length === 0) return null;
  const shown = all ? unchecked : unchecked.slice(0, AT_FIRST);
  const more = unchecked.length - AT_FIRST;
  return (
    <section>
      <h2 className={styles.head}>
        <SeverityMark standing="unchecked" />
        <Text weight="regular">{words.unchecked.heading(count)}</Text>
      </h2>
      <ul className={styles.list}>
        {shown.map((item, index) => (
          <li key={`${item.rule}${index}`}>
            {words.unchecked.line(item.count, findingSentence(item.facts, language))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? words.unchecked.fewer : words.unchecked.more(more)}
        </Button>
      )}
    </section>
  );
}
