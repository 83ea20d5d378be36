import { makeStyles, tokens } from '@fluentui/react-components';
import type { Mention, TextPlace } from '../../commands/mentions';
import { addressOf, type CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { useLanguage } from '../app/words-context';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '8px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  sentence: {
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline', textUnderlineOffset: '3px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: '2px' },
  },
  figure: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
});

export interface MentionsProps {
  readonly mentions: readonly Mention[];
  readonly onSelect: (cell: CellRef) => void;
  readonly onText: (place: TextPlace) => void;
}

/** The sentences that speak of a figure, what rests on it set off. Each leads to its cell, or to where it stands on the screen 说明. */
export function Mentions({ mentions, onSelect, onText }: MentionsProps): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  return (
    <section>
      <h2 className={styles.heading}>{words.mentions(mentions.length)}</h2>
      <ul className={styles.list} lang="zh-CN">
        {mentions.map(({ section, pieces, place, cell }, index) => {
          const go = (): void => (cell ? onSelect(cell) : onText(place));
          return (
            <li key={index}>
              <div className={styles.quiet}>{section}</div>
              <span
                className={styles.sentence}
                role="button"
                tabIndex={0}
                title={cell ? words.inSheet(addressOf(cell)) : words.inText}
                onClick={go}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  if (!event.repeat) go();
                }}
              >
                {pieces.map(({ text, isFigure }, at) =>
                  isFigure ? (
                    <span key={at} className={styles.figure}>
                      {text}
                    </span>
                  ) : (
                    text
                  ),
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
