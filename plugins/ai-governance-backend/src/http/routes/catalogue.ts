import {
  controlSchema,
  controlView,
  recordFormSchema,
  recordTypes,
  recordTypeSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { route } from '../Route';
import { Services } from '../Services';

const itemsOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item) });

/** What is the same for every reader: what is asked, and by which words. */
export const catalogueRoutes = ({ controls }: Pick<Services, 'controls'>) => [
  route({
    method: 'get',
    path: '/record-types',
    operationId: 'list-record-types',
    summary: 'The types of records, each with the schema of its data',
    response: itemsOf(recordTypeSchema),
    handle: () => ({
      items: recordTypes.map(type => ({
        type: type.type,
        title: type.title,
        plural: type.plural,
        description: type.description,
        shape: type.shape,
        writtenBy: type.writtenBy,
        schemaVersion: type.schemaVersion,
        source: type.source,
        schema: recordFormSchema(type),
      })),
    }),
  }),
  route({
    method: 'get',
    path: '/controls',
    operationId: 'list-controls',
    summary: 'The catalogue of controls',
    response: itemsOf(controlSchema),
    handle: () => ({ items: controls.map(controlView) }),
  }),
];
