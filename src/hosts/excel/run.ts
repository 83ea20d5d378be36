/** `Excel.run`, given from outside so that the same code runs in the pane and in tests. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The requirement set without which the host cannot work: merged areas came with it. */
export const LOWEST_EXCEL_API = '1.13';
