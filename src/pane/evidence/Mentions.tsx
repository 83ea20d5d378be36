import { makeStyles, tokens } from '@fluentui/react-components';
import type { Mention } from '../../commands/mentions';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { useLanguage } from '../app/words-context';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '8px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figure: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
});

/** The sentences that speak of a figure, what rests on it set off. */
export function Mentions({ mentions }: { readonly mentions: readonly Mention[] }): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  return (
    <section>
      <h2 className={styles.heading}>{words.mentions(mentions.length)}</h2>
      <ul className={styles.list} lang="zh-CN">
        {mentions.map(({ section, pieces }, index) => (
          <li key={index}>
            <div className={styles.quiet}>{section}</div>
            {pieces.map(({ text, isFigure }, at) =>
              isFigure ? (
                <span key={at} className={styles.figure}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
