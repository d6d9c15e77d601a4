import { RegisterEntry } from 'backstage-plugin-ai-governance-common';
import { documentsOf, foundTypes, textOf } from './documents';

const template = '/catalog/:namespace/:kind/:name';
const entry = (type: string, data: object | null) =>
  ({
    type,
    recordId: '7e0f',
    data,
    subject: {
      ref: 'aisystem:default/meeting-notes',
      title: 'Meeting notes',
      owner: 'group:default/marketing',
    },
  } as RegisterEntry);

describe('documentsOf', () => {
  it('is found as the record, with the subject, its tier and its owner', () => {
    const incident = entry('incident', {
      title: 'Names were mixed up',
      severity: 'high',
      description: 'In **three** calls.',
    });
    expect(documentsOf(incident, { tier: 'limited' }, template)).toEqual([
      {
        title: 'Meeting notes: Incident',
        text: 'Names were mixed up In three calls.',
        location:
          '/catalog/default/aisystem/meeting-notes/assurance?see=incident&of=7e0f',
        subjectRef: 'aisystem:default/meeting-notes',
        subjectTitle: 'Meeting notes',
        about: 'incident',
        aboutTitle: 'Incident',
        tier: 'limited',
        owner: 'group:default/marketing',
        authorization: { resourceRef: 'aisystem:default/meeting-notes' },
      },
    ]);
  });

  it('finds each risk by itself', () => {
    const scenario = (id: string, title: string) => ({
      id,
      title,
      category: 'accuracy',
    });
    const assessment = entry('risk-assessment', {
      scenarios: [
        scenario('name', 'A wrong name'),
        scenario('lost', 'A lost call'),
      ],
    });
    expect(
      documentsOf(assessment, undefined, template).map(d => [
        d.about,
        d.title,
        d.tier,
        d.location.split('/').at(-1),
      ]),
    ).toEqual([
      ['risk', 'A wrong name', 'unknown', 'risk#scenario-name'],
      ['risk', 'A lost call', 'unknown', 'risk#scenario-lost'],
    ]);
  });

  it('has an address for each, by which alone some engines know them', () => {
    const types = Object.keys(foundTypes);
    const data = { scenarios: [{ id: 'name', title: 'A wrong name' }] };
    const addresses = types.flatMap(type =>
      documentsOf(entry(type, data), undefined, template).map(d => d.location),
    );
    expect(addresses).toHaveLength(types.length);
    expect(new Set(addresses).size).toBe(types.length);
  });

  it('finds nothing of what was erased', () => {
    expect(documentsOf(entry('incident', null), undefined, template)).toEqual(
      [],
    );
  });
});

describe('textOf', () => {
  it('takes sentences, however deep, and no references, days or words of choice', () => {
    expect(
      textOf({
        purpose: 'Summarise calls.',
        due: '2026-11-28',
        owner: 'group:default/marketing',
        lists: [{ of: ['Accents confuse it.'] }],
        severity: 'high',
        count: 3,
      }),
    ).toBe('Summarise calls. Accents confuse it.');
  });
});
