// The order of a worksheet's elements is fixed by the schema (ECMA-376 part 1, CT_Worksheet): Excel repairs a file that breaks it.

/** What comes before the conditional formats. */
export const BEFORE_CONDITIONAL_FORMATS = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
] as const;

/** What comes before the drawing that notes are shown with. */
export const BEFORE_LEGACY_DRAWING = [
  ...BEFORE_CONDITIONAL_FORMATS,
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
] as const;
