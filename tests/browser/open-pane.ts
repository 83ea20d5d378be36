import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sample } from '../fixtures/sample';
import { executorOf } from '../office/excel';
import { areaOfAddress } from '../office/model/addresses';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { ModelWorkbook } from '../office/model/workbook';
import type { Executor } from '../office/server/executor';
import type { RequestMessage } from '../office/server/message';
import { findBrowser, startBrowser } from './chromium';
import type { PageExcel } from './office-in-page';
import { officeForPage } from './office-in-page';
import { buildPane } from './pane-bundle';
import type { StaticServer } from './static-server';
import { serve } from './static-server';

/** Where the screenshots go. */
export const SHOTS = join(__dirname, '../../out/screenshots');
const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const found = findBrowser();
export const describeInBrowser = found.path === undefined ? describe.skip : describe;
/** What the names of skipped tests end with. */
export const skipped = found.path === undefined ? ` (no browser starts here: ${found.because})` : '';

let running: { readonly browser: Browser; readonly folder: string; readonly server: StaticServer } | undefined;

/** Builds the pane and starts the browser. Two test files must not do that at once: all tests in a browser are started from one. */
export async function startPane(): Promise<void> {
  if (found.path === undefined) return;
  const browser = await startBrowser(found.path);
  mkdirSync(SHOTS, { recursive: true });
  const folder = await buildPane();
  running = { browser, folder, server: await serve(folder, { '/office/office.js': officeForPage() }) };
}

export async function stopPane(): Promise<void> {
  await running?.browser.close();
  await running?.server.close();
}

/** What was started: its browser, the folder of the bundle, and where it is served. */
export function thePane(): NonNullable<typeof running> {
  if (!running) throw new Error('no browser');
  return running;
}

export interface Opened {
  readonly page: Page;
  readonly workbook: ModelWorkbook;
  readonly executor: Executor;
  /** Every address the page asked for. */
  readonly requests: readonly string[];
  /** What the page complained about. */
  readonly complaints: readonly string[];
}

export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly excel?: Partial<PageExcel>;
  readonly dark?: boolean;
  readonly workbook?: ModelWorkbook;
  /** `taskpane.html` unless said. */
  readonly file?: string;
  /** As a button of the ribbon says it: `?page=fill`. */
  readonly query?: string;
  /** What is done to the page before any script of it runs. Runs in the page: must refer to nothing outside itself. */
  readonly init?: () => void;
}

/** Opens the pane over a workbook; the sample unless another is given. */
export async function openPane(view: View = {}): Promise<Opened> {
  const { browser, server } = thePane();
  const context = await browser.newContext({
    viewport: { width: view.width ?? 350, height: view.height ?? 800 },
    colorScheme: view.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const workbook = view.workbook ?? workbookFromSnapshot(sample);
  const executor = executorOf({ workbook });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  await page.exposeFunction('__execute', (message: string) =>
    JSON.stringify(executor.execute(JSON.parse(message) as RequestMessage)),
  );
  const excel: PageExcel = { language: 'zh-CN', excelApi: '1.14', ...view.excel };
  await page.addInitScript((given) => void Object.assign(window, { __excel: given }), excel);
  if (view.init) await page.addInitScript(view.init);
  await page.goto(`${server.origin}/${view.file ?? 'taskpane.html'}${view.query ?? ''}`);
  return { page, workbook, executor, requests, complaints };
}

/** Waits until the pane says that it shows the workbook as it stands. */
export async function fresh(page: Page, word = '已按当前数据检查'): Promise<void> {
  await page.getByRole('contentinfo').getByText(word).waitFor({ timeout: 60_000 });
}

/** What axe finds on the page. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    // The component library puts elements that are never focused for long at the ends of groups, to catch Tab.
    const result = await axe.run({ exclude: ['[data-tabster-dummy]'] });
    return result.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
}

/** What reaches beyond the right edge of the pane, or is cut off there. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** Somebody types into a cell of the workbook that the pane stands beside, and Excel tells of it. */
export async function somebodyTypes(
  { page, workbook }: Pick<Opened, 'page' | 'workbook'>,
  sheetName: string,
  address: string,
  value: number | string,
): Promise<void> {
  const sheet = workbook.sheet(sheetName);
  const { top, left } = areaOfAddress(address);
  sheet?.type(top, left, value);
  const message = JSON.stringify({ worksheetId: sheet?.id, address, source: 'Local', changeType: 0 });
  await page.evaluate((text) => {
    const excel = window as unknown as { __emit(type: number, target: string, message: string): void };
    excel.__emit(10, 'Workbook', text);
  }, message);
}
