import { Registration } from 'backstage-plugin-ai-governance-common';
import { parse } from 'yaml';
import { catalogInfoOf } from './catalogInfo';
import { tellingWords, rankSimilar } from './similar';

const notes: Registration = {
  name: 'call-notes',
  title: 'Notes: calls # 1',
  description: 'First\n- second',
  status: 'registered',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/marketing',
  affects: { influences: [], interaction: ['generated-content'] },
};

describe('the file of a registration', () => {
  it('declares the same, whatever people wrote', () => {
    expect(parse(catalogInfoOf('labs', notes))).toEqual({
      apiVersion: 'ai-governance/v1alpha1',
      kind: 'AISystem',
      metadata: {
        name: 'call-notes',
        namespace: 'labs',
        title: 'Notes: calls # 1',
        description: 'First\n- second',
      },
      spec: {
        type: 'embedded-feature',
        lifecycle: 'production',
        owner: 'group:default/marketing',
        affects: { influences: [], interaction: ['generated-content'] },
      },
    });
  });
});

describe('what is similar', () => {
  const entity = (name: string, title: string, vendor?: string): any => ({
    apiVersion: 'ai-governance/v1alpha1',
    kind: 'AISystem',
    metadata: { name, title },
    spec: {
      owner: 'group:default/a',
      ...(vendor && { vendor: { name: vendor } }),
    },
  });

  it('goes by the words that tell names apart', () => {
    expect(tellingWords('The new AI tool for meeting notes', 'Zoom')).toEqual([
      'meeting',
      'notes',
      'zoom',
    ]);
    expect(tellingWords('a', undefined)).toEqual([]);
  });

  it('has those first in which most of the words are, each once', () => {
    const zoom = entity('zoom', 'Calls', 'Zoom');
    const both = entity('notes', 'Meeting notes', 'Zoom');
    expect(
      rankSimilar([zoom, both, both, entity('x', 'Other')], ['notes', 'zoom']),
    ).toMatchObject([
      { title: 'Meeting notes', vendor: 'Zoom' },
      { title: 'Calls' },
    ]);
  });
});
