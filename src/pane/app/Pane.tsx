import { AriaLiveAnnouncer, FluentProvider } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { Language } from '../../i18n/language';
import { loadLanguage } from '../../i18n/load-language';
import type { Session } from '../session/session';
import type { OfficeClient } from '../settings/diagnostics';
import { takeLanguage } from './language';
import { PaneBody } from './PaneBody';
import type { StartPage } from './PaneBody';
import { usePaneTheme } from './theme';
import { LanguageProvider } from './words-context';

export interface PaneProps {
  readonly session: Session;
  /** The one to begin with. */
  readonly language: Language;
  /** What Office says of itself, for the diagnostics. */
  readonly client: OfficeClient;
  /** Background of the application round the pane, where it says so. */
  readonly officeBackground: string | undefined;
  /** What the button said by which the pane was opened; `where` is the selected cell's evidence. */
  readonly start?: StartPage;
}

/** The task pane. */
export function Pane(props: PaneProps): React.JSX.Element {
  const { session, client, officeBackground, start = 'overview' } = props;
  const [language, setLanguage] = useState(props.language);
  const speak = useCallback(
    async (to: Language): Promise<void> => {
      await loadLanguage(to);
      takeLanguage(to);
      setLanguage(to);
      void session.speak(to);
    },
    [session],
  );
  const theme = usePaneTheme(officeBackground);
  return (
    <LanguageProvider value={language}>
      <FluentProvider theme={theme} lang={language}>
        <AriaLiveAnnouncer>
          <PaneBody session={session} client={client} start={start} onLanguage={(to) => void speak(to)} />
        </AriaLiveAnnouncer>
      </FluentProvider>
    </LanguageProvider>
  );
}
