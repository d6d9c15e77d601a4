import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { line, recordType } from './RecordType';

/** On an entity that had another name: the reference that it had, whose history it carries on once somebody has confirmed it. */
export const ANNOTATION_CONTINUES = 'ai-governance/continues';

/** What an entity says that it was called before, as a full lower-case reference; undefined when it says nothing that could be one. */
export function continuesOf(entity: Entity): string | undefined {
  const text = entity.metadata.annotations?.[ANNOTATION_CONTINUES];
  if (!text) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: entity.kind,
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

export const continuation = recordType({
  type: 'continuation',
  title: 'Continuation',
  plural: 'Continuations',
  description:
    'That what had another name carries on this history, who confirmed it and why.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'system',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 7.5.3',
  schema: z.strictObject({
    from: line({ title: 'Called until then' }, 512),
    to: line({ title: 'Called from then on' }, 512),
    reason: z.string().min(1).max(2000).meta({ title: 'Why it is the same' }),
  }),
  summary: ({ from, to }) => `${from} is ${to}`,
});

export type Continuation = z.infer<typeof continuation.schema>;
