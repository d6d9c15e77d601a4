import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { withRecordIds } from './recordIds';

const held = [
  { type: 'incident', recordId: 'i1', data: { title: 'Wrong fees' } },
  { type: 'monitoring', recordId: 'm1', data: { sourceId: 'week-1' } },
  { type: 'evidence', recordId: 'e1', data: null },
] as unknown as RevisionView[];

describe('withRecordIds', () => {
  it('puts ids for titles and ids at the source, at any depth', () => {
    expect(
      withRecordIds(
        {
          from: { recordId: 'id of incident Wrong fees' },
          breaches: [{ monitoring: 'id of monitoring week-1' }],
        },
        held,
      ),
    ).toEqual({ from: { recordId: 'i1' }, breaches: [{ monitoring: 'm1' }] });
  });

  it('leaves what it does not know', () => {
    const data = { a: 'id of incident week-1', b: 'no id of x', c: 3 };
    expect(withRecordIds(data, held)).toEqual(data);
  });
});
