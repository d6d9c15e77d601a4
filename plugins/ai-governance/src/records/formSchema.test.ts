import {
  approval,
  correctiveAction,
} from 'backstage-plugin-ai-governance-common';
import { english } from '../translation/__testUtils__/english';
import { checkRecord } from './checkRecord';
import {
  choosing,
  fieldsOf,
  formSchemaOf,
  partOf,
  withRecordTypes,
} from './formSchema';

const keys = (schema: Parameters<typeof fieldsOf>[0]) =>
  fieldsOf(schema).map(({ key }) => key);

describe('The form of a record type', () => {
  it('has no field of what the system fills in', () => {
    expect(keys(formSchemaOf(approval))).toEqual([
      'gate',
      'decision',
      'note',
      'conditions',
      'expires',
      'evidence',
    ]);
  });

  it('sends back what the system filled in as it came, and nothing that is no field', () => {
    const requested = {
      by: 'user:default/dana',
      at: '2026-11-24T10:00:00.000Z',
    };
    expect(
      checkRecord(english, approval, {
        gate: 'deploy',
        decision: 'requested',
        note: ' ',
        requested,
        other: 1,
      }),
    ).toEqual({
      ok: true,
      data: { gate: 'deploy', decision: 'requested', requested },
    });
  });

  it('may be of some fields, also within a list, and of some choices', () => {
    const part = partOf(formSchemaOf(approval), [
      'expires',
      'decision',
      'conditions.text',
    ]);
    expect(keys(part)).toEqual(['expires', 'decision', 'conditions']);
    expect(keys(part.properties!.conditions.items!)).toEqual(['text']);
    expect(part.required).toEqual(['decision']);
    const chosen = choosing(part, 'decision', ['approved'], {
      approved: 'Yes',
    });
    expect(chosen.properties!.decision).toMatchObject({
      title: 'Decision',
      enum: ['approved'],
      choiceTitles: { approved: 'Yes' },
    });
  });

  it('names the types of a reference by what is written beside it, and takes a line of text where it is to none', () => {
    const schema = formSchemaOf(correctiveAction);
    const reference = (kind?: string) =>
      withRecordTypes(schema, { from: { kind } }).properties!.from.properties!
        .recordId;
    expect(reference('incident')).toMatchObject({
      format: 'recordRef',
      recordTypes: ['incident'],
    });
    expect(reference('breach').recordTypes).toEqual(['monitoring']);
    expect(reference('audit').format).toBeUndefined();
    expect(reference()).toMatchObject({ title: 'Record', type: 'string' });
    // nothing depends on what is written: the very same
    expect(withRecordTypes(formSchemaOf(approval), {})).toBe(
      formSchemaOf(approval),
    );
    const picked = choosing(schema.properties!.from, 'recordId', ['a']);
    expect(picked.properties!.recordId.format).toBeUndefined();
  });
});
