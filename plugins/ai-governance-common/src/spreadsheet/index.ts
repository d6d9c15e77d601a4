export { quotedCell, splitText } from './cells';
export {
  sheetColumnSchema,
  sheetMappingSchema,
  checkMapping,
  sheetColumnIndex,
  type SheetColumn,
  type SheetMapping,
  type SheetSource,
} from './mapping';
export { sheetTypeOf, type SheetField, type SheetType } from './fields';
export { guessMapping } from './guess';
export { readSheet, type SheetProblem, type SheetRow } from './readSheet';
export {
  mergeSheetRows,
  type MergeChoice,
  type MergedDocument,
} from './mergeRows';
export { decodeSpreadsheet } from './decode';
