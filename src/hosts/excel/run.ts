/** `Excel.run`, given from outside so that the same code runs in the pane and in tests. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The Excel at the other end. */
export interface ExcelClient {
  readonly run: ExcelRun;
  /** Whether it is of at least this ExcelApi set (`1.14`). */
  readonly supports: (excelApi: string) => boolean;
}

/** The requirement set without which the host cannot work: merged areas came with it. */
export const LOWEST_EXCEL_API = '1.13';

/** The set that tells whose doing a change was, and that finds a conditional format by its id without failing where it is gone. */
export const EXCEL_2021 = '1.14';
