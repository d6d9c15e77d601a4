import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { nextMissing } from './missingRecords';
import { ExampleRecord } from './recordFile';

const example = (type: string, data: object): ExampleRecord => ({
  type,
  author: 'user:default/lena',
  daysAgo: 1,
  data: data as ExampleRecord['data'],
});
const held = (
  type: string,
  revision: number,
  data: object | null,
): RevisionView =>
  ({ type, revision, recordId: `${type}-id`, data } as RevisionView);

const first = example('intended-use', { purpose: 'first' });
const second = example('intended-use', { purpose: 'second' });
const change = example('change', { title: 'New model' });
const examples = [first, change, second];

describe('nextMissing', () => {
  it('begins with the first when the ledger holds nothing', () => {
    expect(nextMissing(examples, [])).toEqual({ record: first });
  });

  it('goes on where a loading stopped, and continues the document', () => {
    const one = held('intended-use', 1, first.data);
    expect(nextMissing(examples, [one])).toEqual({ record: change });
    expect(
      nextMissing(examples, [one, held('change', 1, change.data)]),
    ).toEqual({
      record: second,
      continues: { recordId: 'intended-use-id', revision: 1 },
    });
  });

  it('revises an entry that is about the same, and leaves another alone', () => {
    const asked = example('approval', {
      gate: 'deploy',
      decision: 'requested',
    });
    const given = example('approval', { gate: 'deploy', decision: 'approved' });
    const other = example('approval', { gate: 'vendor', decision: 'approved' });
    const all = [asked, given, other];
    const one = held('approval', 1, { ...asked.data, requested: {} });
    expect(nextMissing(all, [one])).toEqual({
      record: given,
      continues: { recordId: 'approval-id', revision: 1 },
    });
    const two = held('approval', 2, { ...given.data, decided: {} });
    expect(nextMissing(all, [two])).toEqual({ record: other });
  });

  it('leaves alone what people have written or redacted since', () => {
    expect(
      nextMissing(examples, [
        held('intended-use', 5, { purpose: 'by somebody' }),
        held('change', 1, null),
      ]),
    ).toBeUndefined();
  });
});
