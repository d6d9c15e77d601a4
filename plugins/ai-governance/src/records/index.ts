export { Author } from './Author';
export { DocumentTab, type DocumentTabProps } from './DocumentTab';
export { RecordEditor, type RecordEditorProps } from './RecordEditor';
export { RecordHistory, materialityText } from './RecordHistory';
export { RecordReader, FieldFacts, FieldValue } from './RecordReader';
export { type FormAdditions } from './form/fieldIds';
export {
  fieldsOf,
  formSchemaOf,
  inWords,
  type Field,
  type FieldSchema,
} from './formSchema';
export { useSubjectRecords } from './useSubjectRecords';
export { WriteButton } from './WriteButton';
export { draftKey, readDraft } from './useDraft';
