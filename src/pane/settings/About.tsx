import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useMemo, useRef, useState } from 'react';
import { VERSION } from '../../commands/version';
import { settingsWords } from '../../i18n/settings/catalogue';
import { copyToClipboard, plainCopy } from '../app/clipboard';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import type { PaneState } from '../session/state';
import { diagnosticsText, type OfficeClient } from './diagnostics';
import { Section } from './Section';

const useStyles = makeStyles({
  field: { width: '100%' },
  text: { minWidth: 0, width: '100%' },
  box: { fontFamily: tokens.fontFamilyBase, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Which version this is, and what may be copied for whoever helps: seen before it leaves. */
export function About({
  state,
  client,
}: {
  readonly state: PaneState;
  readonly client: OfficeClient;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const said = settingsWords(language).about;
  const box = useRef<HTMLTextAreaElement>(null);
  const text = useMemo(
    () => diagnosticsText(state, client, language, settingsWords(language)),
    [state, client, language],
  );
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean }>();
  const copy = (): void => {
    void copyToClipboard(plainCopy(text)).then((done) => {
      setCopied({ text, done });
      if (done) return;
      box.current?.focus();
      box.current?.select();
    });
  };
  const outcome = copied?.text === text ? copied : undefined;
  return (
    <Section name={said.heading}>
      <Text>{said.version(VERSION)}</Text>
      <Field className={styles.field} label={said.diagnostics} hint={said.hint} size="small">
        <Textarea
          className={styles.text}
          size="small"
          resize="vertical"
          rows={9}
          readOnly
          value={text}
          textarea={{ ref: box, className: styles.box }}
        />
      </Field>
      <Button size="small" icon={<Copy16Regular />} onClick={copy}>
        {said.copy}
      </Button>
      <Text role="status" className={styles.quiet}>
        {outcome ? (outcome.done ? said.copied : words.text.copyBlocked) : ''}
      </Text>
    </Section>
  );
}
