import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Language } from '../../i18n/language';
import { settingsWords } from '../../i18n/settings/catalogue';
import { bestEdition, namedEditions, type NamedEdition } from '../../commands/editions';
import { tablesFound } from '../../commands/tables-found';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { focusHeading } from '../app/focus';
import { useComputed } from '../app/use-computed';
import { useLanguage, useWords } from '../app/words-context';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import type { PaneState } from '../session/state';
import { About } from './About';
import type { OfficeClient } from './diagnostics';
import { ReasonsFrom } from './ReasonsFrom';
import { Section } from './Section';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px', padding: '12px' },
  heading: { margin: 0, outlineStyle: 'none' },
  field: { width: '100%' },
  // The list of the component library is 250 px wide at least.
  choice: { minWidth: 0, width: '100%' },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface SettingsScreenProps {
  readonly session: Session;
  readonly state: PaneState;
  /** Cells that bear a flag of ours. */
  readonly marks: number;
  /** Whether clearing would take anything away. */
  readonly removable: boolean;
  readonly client: OfficeClient;
  /** Somebody was led here from another screen: what they clicked on is gone. */
  readonly led: boolean;
  readonly onLanguage: (to: Language) => void;
  /** To the list of keys. */
  readonly onKeys: () => void;
}

/** What is needed once in a while: the edition, the language, marks to be cleared, what to say to whoever helps. */
export function SettingsScreen(props: SettingsScreenProps): React.JSX.Element {
  const { session, state, marks, removable, client, led, onLanguage, onKeys } = props;
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const said = settingsWords(language);
  useEffect(() => {
    if (led) focusHeading();
  }, [led]);
  return (
    <Screen>
      <div className={styles.page}>
        <h1 className={styles.heading}>
          <Subtitle2>{words.tabs.settings}</Subtitle2>
        </h1>
        <EditionChoice session={session} state={state} />
        <ReasonsFrom session={session} state={state} />
        <Section name={said.language.heading}>
          <RadioGroup
            layout="horizontal"
            aria-label={said.language.label}
            value={language}
            onChange={(_, data) => onLanguage(data.value === 'en' ? 'en' : 'zh-CN')}
          >
            <Radio value="zh-CN" label={<span lang="zh-CN">{said.language.chinese}</span>} />
            <Radio value="en" label={<span lang="en">{said.language.english}</span>} />
          </RadioGroup>
          <Text className={styles.quiet}>{said.language.hint}</Text>
        </Section>
        <Section name={said.marks.heading}>
          <Text>{!removable ? said.marks.none : marks > 0 ? said.marks.some(marks) : said.marks.lists}</Text>
          <Button size="small" onClick={() => void session.removeMarks()} disabledFocusable={state.busy || !removable}>
            {said.marks.remove}
          </Button>
        </Section>
        <Section name={said.keys.heading}>
          <Button size="small" onClick={onKeys} aria-keyshortcuts="Control+/ Meta+/">
            {said.keys.open}
          </Button>
          <Text className={styles.quiet}>{said.keys.hint}</Text>
        </Section>
        <About state={state} client={client} />
      </div>
    </Screen>
  );
}

/** A value that no edition has as its id. */
const AUTOMATIC = '';

function EditionChoice({ session, state }: Pick<SettingsScreenProps, 'session' | 'state'>): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const said = settingsWords(useLanguage()).edition;
  const { checked, edition: chosen } = state;
  const report = checked?.report;
  // What it would be recognised as has to be found out only where it was taken for another one.
  const recognised = useComputed(checked?.snapshot, bestEditionOf, chosen !== undefined, session.report).value;
  const editions = useComputed(EVERY, namedEditions, true, session.report).value ?? [];
  const best = chosen ? recognised?.edition : report?.edition;
  const options = [
    { id: AUTOMATIC, name: said.automatic(best?.name) },
    ...(chosen && editions.length === 0 ? [chosen] : editions),
  ];
  const { tables, forms } = tablesFound(report ?? { tables: [] });
  const current = chosen?.id ?? AUTOMATIC;
  const choose = (id: string | undefined): void => {
    if (id === undefined || id === current) return;
    void session.chooseEdition(editions.find((one) => one.id === id));
  };
  const standing =
    report === undefined || checked?.edition !== chosen?.id
      ? words.freshness[state.freshness]
      : report.edition
        ? (chosen ? said.chosen : said.recognised)(report.edition.name, tables, forms)
        : chosen
          ? words.edition.nothing(chosen.name)
          : said.none;
  return (
    <Section name={said.heading}>
      <Text role="status">{standing}</Text>
      <Field className={styles.field} label={said.label} size="small">
        <Dropdown
          className={styles.choice}
          size="small"
          inlinePopup
          selectedOptions={[current]}
          value={options.find(({ id }) => id === current)?.name ?? ''}
          onOptionSelect={(_, data) => choose(data.optionValue)}
        >
          {options.map(({ id, name }) => (
            <Option key={id} value={id}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Text className={styles.quiet}>{said.hint}</Text>
    </Section>
  );
}

const EVERY = 'every edition';

/** In an object: that there is none is an answer too. */
const bestEditionOf = async (snapshot: Snapshot): Promise<{ readonly edition: NamedEdition | undefined }> => ({
  edition: await bestEdition(snapshot),
});
