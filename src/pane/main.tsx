import { createRoot } from 'react-dom/client';
import { createExcelHost } from '../hosts/excel/excel-host';
import { LOWEST_EXCEL_API } from '../hosts/excel/run';
import { loadLanguage } from '../i18n/load-language';
import { languageToBegin } from './app/language';
import { Pane } from './app/Pane';
import type { StartPage } from './app/PaneBody';
import { paneServices } from './session/services';
import { createSession } from './session/session';

const PLAIN = 'plain';
const ROOT = 'root';

/** The pane in Excel; where there is no Excel, or one too old, the plain message of the page stays. */
async function start(): Promise<void> {
  const { host: application } = await Office.onReady();
  const plain = document.getElementById(PLAIN);
  const root = document.getElementById(ROOT);
  if (!plain || !root) throw new Error('taskpane.html has changed');
  if (
    application !== Office.HostType.Excel ||
    !Office.context.requirements.isSetSupported('ExcelApi', LOWEST_EXCEL_API)
  ) {
    plain.hidden = false;
    return;
  }
  const language = languageToBegin(Office.context.displayLanguage);
  await loadLanguage(language);
  const { requirements } = Office.context;
  const host = createExcelHost(
    (batch) => Excel.run(batch),
    (version) => requirements.isSetSupported('ExcelApi', version),
  );
  const session = createSession(paneServices(host), language);
  // It may have come up meanwhile, where Excel took its time.
  plain.hidden = true;
  createRoot(root).render(
    <Pane
      session={session}
      language={language}
      client={Office.context}
      officeBackground={backgroundOf(Office.context)}
      start={startPage(window.location.search)}
    />,
  );
}

const START_PAGES: readonly StartPage[] = ['overview', 'findings', 'fill', 'text', 'settings', 'where'];

/** Each button of the ribbon opens the pane by an address of its own. */
function startPage(search: string): StartPage {
  const page = new URLSearchParams(search).get('page');
  return START_PAGES.find((name) => name === page) ?? 'overview';
}

/** Undefined in Excel on the web, whatever the typings say. */
function backgroundOf(context: { readonly officeTheme?: Office.OfficeTheme }): string | undefined {
  return context.officeTheme?.bodyBackgroundColor;
}

void start();
