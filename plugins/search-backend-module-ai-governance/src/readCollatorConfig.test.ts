import { mockServices } from '@backstage/backend-test-utils';
import { readCollatorConfig } from './readCollatorConfig';

const read = (aiGovernance?: object) =>
  readCollatorConfig(
    mockServices.rootConfig({
      data: aiGovernance
        ? { search: { collators: { aiGovernance } } as any }
        : {},
    }),
  );

describe('readCollatorConfig', () => {
  it('has defaults', () => {
    expect(read()).toMatchObject({
      schedule: { frequency: { minutes: 10 } },
      locationTemplate: '/catalog/:namespace/:kind/:name',
      visibleBy: { name: 'catalog.entity.read' },
    });
  });

  it('takes what is said', () => {
    expect(
      read({
        visibleBy: 'ai-governance.subject.read',
        locationTemplate: '/c/:kind/:namespace/:name',
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
      }),
    ).toMatchObject({
      schedule: { frequency: { hours: 1 } },
      locationTemplate: '/c/:kind/:namespace/:name',
      visibleBy: { name: 'ai-governance.subject.read' },
    });
  });

  it('refuses another permission by its path', () => {
    expect(() => read({ visibleBy: 'catalog.entity.create' })).toThrow(
      'search.collators.aiGovernance.visibleBy: must be catalog.entity.read or ai-governance.subject.read, not catalog.entity.create',
    );
  });
});
