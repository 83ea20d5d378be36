import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import type { RequestMessage, ResponseMessage } from './server/message';

/** The genuine library, loaded for one test host. */
export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Delivers an event the way Excel does. */
  readonly emit: (eventType: number, targetId: string, message: object) => void;
}

const FILE = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');

// Compiled once a process: the file has three megabytes.
let script: Script | undefined;

interface Sandbox {
  Excel?: typeof Excel;
  Office?: object;
  OfficeExtension?: Internals;
  [name: string]: unknown;
}

/** The parts of the library that its typings do not show. */
interface Internals {
  SessionBase: { _overrideSession: object };
  Utility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: object): void;
}

/** What `eventWorkbookId` is in the library: the target of events of all sheets. */
export const WHOLE_WORKBOOK = 'Workbook';

/**
 * Loads office.js as it is into a context of its own and puts `execute` where Excel would be. Everything before that point
 * (proxies, load and sync rules, PropertyNotLoaded) is the library itself.
 */
export function loadOffice(options: {
  readonly execute: (request: RequestMessage) => ResponseMessage | Promise<ResponseMessage>;
  readonly isSetSupported: (name: string, version: string) => boolean;
}): OfficeLibrary {
  const sandbox: Sandbox = browserLike();
  script ??= new Script(readFileSync(FILE, 'utf8'), { filename: 'excel-web-16.00.debug.js' });
  script.runInContext(createContext(sandbox));
  const { Excel: excel, Office: office, OfficeExtension: extension } = sandbox;
  if (!excel || !office || !extension) throw new Error('office.js did not load');

  extension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: '', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      // The copy is what a real far end gives: nothing is shared with it.
      executeAsync: async (_customData: unknown, _flags: number, message: RequestMessage) =>
        JSON.parse(
          JSON.stringify(await options.execute(JSON.parse(JSON.stringify(message)) as RequestMessage)),
        ) as ResponseMessage,
    }),
  };
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());

  // The library's own check of requirement sets looks at the parent class, while the library switches it on at the subclass.
  const parent = Object.getPrototypeOf(extension.Utility) as Internals['Utility'];
  parent._doApiNotSupportedCheck = true;
  sandbox.Office = Object.create(office, {
    context: { value: { requirements: { isSetSupported: options.isSetSupported } } },
  }) as object;

  return {
    Excel: excel,
    Office: sandbox.Office as typeof Office,
    OfficeExtension: extension as unknown as typeof OfficeExtension,
    emit: (eventType, targetId, message) =>
      extension._testTriggerRichApiMessageEvent({
        entries: [{ messageCategory: 65536, messageType: eventType, targetId, message: JSON.stringify(message) }],
      }),
  };
}

/** As much of a browser as the library touches while it loads. */
function browserLike(): Sandbox {
  const location = { href: 'https://localhost/', protocol: 'https:', host: 'localhost', search: '', hash: '' };
  const sandbox: Sandbox = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    URL,
    location,
    navigator: { userAgent: 'node', language: 'zh-CN' },
    document: {
      location,
      cookie: '',
      createElement: () => ({}),
      getElementsByTagName: () => [],
      addEventListener: () => undefined,
    },
    addEventListener: () => undefined,
    Promise,
  };
  sandbox['window'] = sandbox;
  sandbox['self'] = sandbox;
  return sandbox;
}
