import { makeStyles, ToggleButton } from '@fluentui/react-components';
import type { EntryStanding } from '../../commands/entries';
import { severityWord } from '../../i18n/severity';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';

const STANDINGS: readonly EntryStanding[] = ['error', 'warning', 'note', 'explained'];

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  button: { minWidth: 0, paddingLeft: '6px', paddingRight: '8px' },
});

export interface SeverityTogglesProps {
  readonly counts: Readonly<Record<EntryStanding, number>>;
  readonly shown: ReadonlySet<EntryStanding>;
  readonly onChange: (shown: ReadonlySet<EntryStanding>) => void;
}

/** What is shown, and how much there is of it. */
export function SeverityToggles({ counts, shown, onChange }: SeverityTogglesProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const toggle = (standing: EntryStanding): void => {
    const next = new Set(shown);
    if (!next.delete(standing)) next.add(standing);
    onChange(next);
  };
  return (
    <div className={styles.bar} role="group" aria-label={words.findings.filters}>
      {STANDINGS.filter((standing) => standing !== 'explained' || counts.explained > 0).map((standing) => {
        const word = severityWord(standing, language);
        return (
          <ToggleButton
            key={standing}
            className={styles.button}
            size="small"
            icon={<SeverityMark standing={standing} />}
            checked={shown.has(standing)}
            onClick={() => toggle(standing)}
            aria-label={words.findings.toggle(word, counts[standing])}
          >
            {word} {counts[standing]}
          </ToggleButton>
        );
      })}
    </div>
  );
}
