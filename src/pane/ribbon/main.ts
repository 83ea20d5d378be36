import { createExcelHost } from '../../hosts/excel/excel-host';
import { loadLanguage } from '../../i18n/load-language';
import { languageToBegin } from '../app/language';
import { tellWritten } from '../session/between-pages';
import { paneServices } from '../session/services';
import { createSession } from '../session/session';
import { completeOnce } from './complete';
import { runCommand } from './run-command';
import type { Outcome, RibbonCommand } from './run-command';

/** A page that Excel opens unseen when a button of the ribbon is pressed that does something at once. */
const COMMANDS: readonly RibbonCommand[] = ['mark', 'removeMarks', 'listEquations', 'drawCharts'];

async function carryOut(command: RibbonCommand): Promise<void> {
  const { requirements, displayLanguage } = Office.context;
  const language = languageToBegin(displayLanguage);
  await loadLanguage(language);
  const host = createExcelHost(
    (batch) => Excel.run(batch),
    (version) => requirements.isSetSupported('ExcelApi', version),
  );
  const outcome = await runCommand(createSession(paneServices(host), language), command, language);
  tellWritten();
  await show(outcome);
}

async function show({ show: sheet, say }: Outcome): Promise<void> {
  if (sheet !== undefined)
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).activate();
      await context.sync();
    });
  if (say !== undefined) await inDialog(say);
}

/** A small window; over once it is closed, for it goes with this page. What it says never gets to the server. */
function inDialog(text: string): Promise<void> {
  const page = new URL(`said.html#${encodeURIComponent(text)}`, window.location.href).href;
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(
      page,
      { height: 22, width: 32, displayInIframe: true },
      ({ status, value }) => {
        if (status !== Office.AsyncResultStatus.Succeeded) resolve();
        else value.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
      },
    );
  });
}

void Office.onReady().then(() => {
  for (const command of COMMANDS) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) =>
      completeOnce(carryOut(command), () => event.completed()),
    );
  }
});
