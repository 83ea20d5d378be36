import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { keyWords } from '../../i18n/keys/catalogue';
import { useLanguage } from '../app/words-context';
import { Screen } from '../parts/Screen';
import { Section } from '../settings/Section';
import { KEY_LIST } from './key-list';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', padding: '12px' },
  top: { display: 'flex' },
  heading: { margin: 0, outlineStyle: 'none' },
  list: { margin: 0, width: '100%', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '116px minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'baseline',
    '@media (max-width: 240px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  keys: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  key: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '1px 6px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    whiteSpace: 'nowrap',
  },
  use: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The keys of the pane and what each of them does. */
export function KeysScreen({ onBack }: { readonly onBack: () => void }): React.JSX.Element {
  const styles = useStyles();
  const words = keyWords(useLanguage());
  const heading = useRef<HTMLHeadingElement>(null);
  // Where the whole page scrolls, it may stand anywhere.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Screen onBack={onBack}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onBack}>
            {words.back}
          </Button>
        </div>
        <h1 className={styles.heading} ref={heading} tabIndex={-1}>
          <Subtitle2>{words.heading}</Subtitle2>
        </h1>
        {KEY_LIST.map(({ place, lines }) => (
          <Section key={place} name={words.places[place]}>
            <dl className={styles.list}>
              {lines.map(({ keys, use }) => (
                <div key={use} className={styles.line}>
                  <dt className={styles.keys}>
                    {keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd className={styles.use}>{words.uses[use]}</dd>
                </div>
              ))}
            </dl>
          </Section>
        ))}
        <Text className={styles.quiet}>{words.hint}</Text>
      </div>
    </Screen>
  );
}
