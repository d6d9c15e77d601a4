import {
  intendedUse,
  recordTypes,
  riskAssessment,
  SubjectPosture,
  threatModel,
} from 'backstage-plugin-ai-governance-common';

/** Documents that have a tab of their own, or a place on one. */
const elsewhere: readonly string[] = [
  intendedUse,
  riskAssessment,
  threatModel,
].map(({ type }) => type);

/** The documents of a subject that are written on the tab of documents, whatever types there are. */
export const listedDocuments = recordTypes.filter(
  ({ type, shape, streams, writtenBy, coveredBy }) =>
    shape === 'document' &&
    writtenBy === 'people' &&
    streams.includes('subject') &&
    // what is in the profile is declared where the profile comes from
    coveredBy === undefined &&
    !elsewhere.includes(type),
);

/** What is asked of a document: the results that are mended by writing it. */
export const askedOf = (type: string, { results }: SubjectPosture) =>
  results.filter(({ remediation }) => remediation.recordType === type);
