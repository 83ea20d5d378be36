/** Compiles, and fails wherever the offline library is served: what the ceiling test must notice. */
export function countNotes(sheet: Excel.Worksheet): OfficeExtension.ClientResult<number> {
  return sheet.notes.getCount();
}
