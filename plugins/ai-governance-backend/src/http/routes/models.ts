import { modelFeedEntrySchema } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { route } from '../Route';
import { Services } from '../Services';

const schema = z.object({
  configured: z.boolean().describe('Whether there is a feed at all'),
  items: z.array(modelFeedEntrySchema),
});

/** When providers retire their models, as it is configured: the same for every reader. */
export const modelRoutes = ({ modelFeed }: Pick<Services, 'modelFeed'>) => [
  route({
    method: 'get',
    path: '/models',
    operationId: 'list-models',
    summary: 'The model feed: when providers retire their models',
    response: schema,
    handle: () => ({
      configured: modelFeed !== undefined,
      items: [...(modelFeed ?? [])],
    }),
  }),
];
