export { Author } from './Author';
export { declaredInPortal } from './declaredInPortal';
export {
  EditAtSource,
  FileName,
  isFromFile,
  SourceLocation,
  SourceProblem,
} from './DocumentSource';
export { EntityRefWidget } from './form/EntityRefWidget';
export { DocumentTab } from './DocumentTab';
export { WritingFrame } from './WritingFrame';
export { PlaceHeading } from './PlaceHeading';
export { RecordEditor } from './RecordEditor';
export { type ListItem, type WritingAid } from './useAppend';
export { RecordHistory, materialityText } from './RecordHistory';
export { RecordReader, FieldFacts, FieldValue } from './RecordReader';
export { type FormAdditions } from './form/fieldIds';
export { checkRecord, messageOf, type CheckedRecord } from './checkRecord';
export { RecordForm } from './form/RecordForm';
export { RecordDiff } from './RecordDiff';
export { useHeadingFocus } from './useHeadingFocus';
export { useNotice } from './useNotice';
export {
  choosing,
  fieldsOf,
  filledIn,
  formSchemaOf,
  partOf,
  inWords,
  type FieldSchema,
} from './formSchema';
export { recordStanding, type RecordStanding } from './recordStanding';
export { StreamRecords } from './StreamRecords';
export { useSubjectRecords } from './useSubjectRecords';
export { WriteButton } from './WriteButton';
export { breachesAsked, breachQuery } from './breachAddress';
export {
  draftKey,
  keepDraft,
  readDraft,
  unsavedDraft,
  useDraft,
} from './useDraft';
export { DraftNote } from './DraftNote';
