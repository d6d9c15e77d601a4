import { mockServices } from '@backstage/backend-test-utils';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  REGISTRATIONS_TOPIC,
  RegistrationView,
} from 'backstage-plugin-ai-governance-common';
import { RegistrationsProvider } from './RegistrationsProvider';

const view = (name: string, data: object = {}): RegistrationView => ({
  ref: `aisystem:default/${name}`,
  recordId: `id-of-${name}`,
  type: 'registration',
  revision: 1,
  seq: 1,
  data: {
    name,
    title: name,
    status: 'registered',
    type: 'embedded-feature',
    lifecycle: 'production',
    owner: 'group:default/marketing',
    ...data,
  },
  author: 'user:default/ines',
  materiality: 'material',
  effectiveAt: '2026-03-01T00:00:00.000Z',
  recordedAt: '2026-03-01T00:00:00.000Z',
  dataHash: 'data',
  hash: 'hash',
});

async function start(baseUrl?: string) {
  const source = { all: jest.fn(async (): Promise<RegistrationView[]> => []) };
  const logger = mockServices.logger.mock();
  const mutations: any[] = [];
  let listener: ((event: EventParams) => Promise<void>) | undefined;
  let onSchedule: () => Promise<void> = async () => {};
  const events: EventsService = {
    publish: async () => {},
    subscribe: async ({ topics, onEvent }) => {
      expect(topics).toEqual([REGISTRATIONS_TOPIC]);
      listener = onEvent;
    },
  };
  const provider = RegistrationsProvider.create({
    source,
    events,
    logger,
    baseUrl,
    taskRunner: {
      run: async ({ fn }) => {
        onSchedule = fn as () => Promise<void>;
      },
    },
  });
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  });
  const names = () =>
    mutations.map(({ entities }) =>
      entities.map((e: any) => e.entity.metadata.name),
    );
  return {
    source,
    logger,
    mutations,
    names,
    event: () => listener!({ topic: REGISTRATIONS_TOPIC, eventPayload: {} }),
    schedule: () => onSchedule(),
  };
}

describe('the provider of registrations', () => {
  it('emits those in force, bound to it, with the way to where each is edited', async () => {
    const { source, schedule, mutations, names } = await start(
      'http://portal.example.com/',
    );
    source.all.mockResolvedValue([
      view('notes'),
      view('gone', { status: 'withdrawn', reason: 'No.' }),
      view('moved', { status: 'moved', repository: 'https://example.com' }),
      { ...view('erased'), data: null },
    ]);
    await schedule();
    expect(names()).toEqual([['notes']]);
    const [{ type, entities }] = mutations;
    expect(type).toBe('full');
    expect(entities[0].locationKey).toBe('ai-system-registrations');
    expect(entities[0].entity.metadata.annotations).toEqual({
      'backstage.io/managed-by-location':
        'ai-governance-registration:default/notes',
      'backstage.io/managed-by-origin-location':
        'ai-governance-registration:default/notes',
      'ai-governance/registration': 'id-of-notes',
      'backstage.io/view-url':
        'http://portal.example.com/ai-governance/register/default/notes',
      'backstage.io/edit-url':
        'http://portal.example.com/ai-governance/register/default/notes',
    });
  });

  it('reads when an event says so, and once more for all that come meanwhile', async () => {
    const { source, event, names } = await start();
    let answer: (all: RegistrationView[]) => void = () => {};
    source.all.mockReturnValueOnce(new Promise(done => (answer = done)));
    source.all.mockResolvedValue([view('a'), view('b')]);
    const first = event();
    const others = [event(), event(), event()];
    answer([view('a')]);
    await Promise.all([first, ...others]);
    expect(names()).toEqual([['a'], ['a', 'b']]);
  });

  it('leaves the catalog as it is when they cannot be read, and goes on afterwards', async () => {
    const { source, schedule, mutations, names, logger } = await start();
    source.all.mockRejectedValueOnce(new Error('503 Service Unavailable'));
    await schedule();
    expect(mutations).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/keeps what it has: 503/),
    );
    source.all.mockResolvedValue([view('a')]);
    await schedule();
    expect(names()).toEqual([['a']]);
  });
});
