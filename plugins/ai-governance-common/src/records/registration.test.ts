import { registeredEntity, suggestedName, profileOf } from '../entity';
import {
  admitRegistration,
  governedDocuments,
  Registration,
  registration,
  validateRecord,
} from '.';

const notes: Registration = {
  name: 'meeting-notes',
  title: 'Meeting notes',
  description: 'Summaries of calls.',
  status: 'registered',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/marketing',
  accountable: 'user:default/dana',
  sourcing: 'vendor-feature',
  vendor: { name: 'Zoom', product: 'AI Companion' },
  affects: { influences: [], interaction: [] },
};
const stream = 'aisystem:default/meeting-notes';
const state = (data: Registration | null): any => ({ data });

const issues = (over: object) => {
  const checked = validateRecord(registration, { ...notes, ...over });
  return checked.ok ? [] : checked.issues.map(i => `${i.path}: ${i.message}`);
};

describe('a registration', () => {
  it('is no document that approvals cover: the profile follows from it', () => {
    expect(governedDocuments.map(d => d.type)).not.toContain('registration');
    expect(governedDocuments.map(d => d.type)).toContain('intended-use');
  });

  it.each<[string, object, RegExp]>([
    ['a name that the catalog refuses', { name: 'Meeting notes' }, /^name: /],
    ['no owner', { owner: undefined }, /^owner: /],
    ['an owner that is none', { owner: 'component:a' }, /^owner: must be a/],
    ['what the kind does not know', { tier: 'minimal' }, /^tier: is not a/],
    [
      'an answer that there is not',
      { affects: { influences: ['mood'] } },
      /^affects\.influences\[0\]: /,
    ],
    [
      'a withdrawal without a reason',
      { status: 'withdrawn' },
      /^reason: is needed/,
    ],
    ['a move to nowhere', { status: 'moved' }, /^repository: is needed/],
    [
      'a move to what is no link',
      // eslint-disable-next-line no-script-url
      { status: 'moved', repository: 'javascript:alert(1)' },
      /^repository: must be an http/,
    ],
  ])('refuses %s, with its path', (_name, over, says) => {
    expect(issues(over)).toEqual([expect.stringMatching(says)]);
  });

  it.each<[string, Partial<Registration>, Registration | undefined, RegExp]>([
    ['of another name', { name: 'notes' }, undefined, /data\.name: must be/],
    [
      'that begins withdrawn',
      { status: 'withdrawn', reason: 'No.' },
      undefined,
      /begins with registered/,
    ],
    [
      'that is moved after it was withdrawn',
      { status: 'moved', repository: 'https://example.com' },
      { ...notes, status: 'withdrawn', reason: 'No.' },
      /is withdrawn already/,
    ],
  ])('is refused %s', (_name, over, previous, says) => {
    expect(() =>
      admitRegistration({
        data: { ...notes, ...over },
        previous: previous && state(previous),
        stream,
      }),
    ).toThrow(says);
  });

  it('is not begun for what the catalog has already', () => {
    expect(() =>
      admitRegistration({ data: notes, stream, subject: {} as any }),
    ).toThrow(/in the catalog already/);
  });

  it('may be brought back, also after its text was erased', () => {
    for (const previous of [
      { ...notes, status: 'withdrawn', reason: 'No.' } as Registration,
      null,
    ]) {
      expect(
        admitRegistration({ data: notes, previous: state(previous), stream }),
      ).toBe(notes);
    }
  });
});

describe('the entity of a registration', () => {
  it('declares what was registered, and nothing of how', () => {
    const entity = registeredEntity('default', {
      ...notes,
      repository: 'https://example.com',
      status: 'moved',
    });
    expect(entity.metadata).toEqual({
      name: 'meeting-notes',
      title: 'Meeting notes',
      description: 'Summaries of calls.',
    });
    expect(Object.keys(entity.spec)).toEqual([
      'type',
      'lifecycle',
      'owner',
      'accountable',
      'sourcing',
      'vendor',
      'affects',
    ]);
    const { profile, errors } = profileOf(entity);
    expect(errors).toEqual([]);
    expect(profile).toMatchObject({
      owner: 'group:default/marketing',
      vendor: { name: 'Zoom' },
      affects: { influences: [], interaction: [] },
    });
    expect(registeredEntity('labs', notes).metadata.namespace).toBe('labs');
  });
});

describe('the name that is suggested', () => {
  it.each([
    ['Résumé screening (HR)', 'resume-screening-hr'],
    ['  GPT 4.1 — für Großkunden ', 'gpt-4-1-fur-grosskunden'],
    ['会議', ''],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ])('of %j is %j', (title, name) => {
    expect(suggestedName(title)).toBe(name);
    expect(name ? issues({ name }) : []).toEqual([]);
  });
});
