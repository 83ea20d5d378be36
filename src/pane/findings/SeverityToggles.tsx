import { makeStyles, ToggleButton } from '@fluentui/react-components';
import type { Severity } from '../../engine/finding/finding';
import { severityWord } from '../../i18n/severity';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  button: { minWidth: 0, paddingLeft: '6px', paddingRight: '8px' },
});

export interface SeverityTogglesProps {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly shown: ReadonlySet<Severity>;
  readonly onChange: (shown: ReadonlySet<Severity>) => void;
}

/** Which severities are shown, and how many there are of each. */
export function SeverityToggles({ counts, shown, onChange }: SeverityTogglesProps): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const toggle = (severity: Severity): void => {
    const next = new Set(shown);
    if (!next.delete(severity)) next.add(severity);
    onChange(next);
  };
  return (
    <div className={styles.bar} role="group" aria-label={words.findings.filters}>
      {SEVERITIES.map((severity) => {
        const word = severityWord(severity, language);
        return (
          <ToggleButton
            key={severity}
            className={styles.button}
            size="small"
            icon={<SeverityMark standing={severity} />}
            checked={shown.has(severity)}
            onClick={() => toggle(severity)}
            aria-label={words.findings.toggle(word, counts[severity])}
          >
            {word} {counts[severity]}
          </ToggleButton>
        );
      })}
    </div>
  );
}
