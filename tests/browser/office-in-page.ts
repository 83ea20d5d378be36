import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the page is told about the Excel round it; put there before any script runs. */
export interface PageExcel {
  readonly language: string;
  readonly excelApi: string;
  readonly background?: string;
}

/**
 * The genuine library, as the page of an Excel on the web would load it through office.js, and then a far end that is not
 * Excel: each batch goes to `__execute`, which the test holds.
 */
export function officeForPage(): string {
  const library = readFileSync(
    createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js'),
    'utf8',
  );
  return `${library}\n;(${farEnd.toString()})();`;
}

/** Runs in the page: must refer to nothing outside itself. */
function farEnd(): void {
  interface Page {
    __excel: PageExcel;
    __execute(message: string): Promise<string>;
    __emit(eventType: number, targetId: string, message: string): void;
    Office: object;
    /** What the page of the commands gives Excel, and the addresses of its windows. */
    __commands: Record<string, (event: { completed(): void }) => void>;
    __said: string[];
    OfficeExtension: {
      SessionBase: { _overrideSession: object };
      _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
      _testTriggerRichApiMessageEvent(message: object): void;
    };
  }
  const page = window as unknown as Page;
  const { language, excelApi, background } = page.__excel;
  page.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: '', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_data: unknown, _flags: number, message: unknown) =>
        JSON.parse(await page.__execute(JSON.stringify(message))) as unknown,
    }),
  };
  page.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  page.__emit = (messageType, targetId, message) =>
    page.OfficeExtension._testTriggerRichApiMessageEvent({
      entries: [{ messageCategory: 65536, messageType, targetId, message }],
    });
  page.__commands = {};
  page.__said = [];
  const minor = (version: string): number => Number(version.split('.')[1]);
  page.Office = Object.create(page.Office, {
    onReady: { value: () => Promise.resolve({ host: 'Excel', platform: 'OfficeOnline' }) },
    HostType: { value: { Excel: 'Excel' } },
    AsyncResultStatus: { value: { Succeeded: 'succeeded' } },
    actions: {
      value: { associate: (name: string, run: (typeof page.__commands)[string]) => (page.__commands[name] = run) },
    },
    context: {
      value: {
        displayLanguage: language,
        ui: {
          displayDialogAsync: (address: string, _: unknown, opened: (result: { status: string }) => void) => {
            page.__said.push(address);
            opened({ status: 'failed' });
          },
        },
        officeTheme: background === undefined ? undefined : { bodyBackgroundColor: background },
        requirements: {
          isSetSupported: (name: string, version: string) => name === 'ExcelApi' && minor(version) <= minor(excelApi),
        },
      },
    },
  }) as object;
}
