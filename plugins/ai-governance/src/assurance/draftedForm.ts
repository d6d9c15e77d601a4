import { draftKey, readDraft } from '../records';

/** What a form of a statement keeps its unsaved text under. */
export const statementDraft = (subject: string, type: string, form: string) =>
  draftKey(subject, type, `form-${form}`);

/**
 * Which form holds text that was typed in this browser and not sent, so that a section opens it again.
 *
 * @param forms - what the section calls each of its forms that may be opened now, and the id that the form has
 */
export const draftedForm = <T extends string>(
  subject: string,
  type: string,
  forms: readonly (readonly [T, string] | false | undefined)[],
): T | undefined =>
  forms.find(
    (form): form is readonly [T, string] =>
      Boolean(form) &&
      readDraft(statementDraft(subject, type, (form as [T, string])[1])) !==
        undefined,
  )?.[0];
