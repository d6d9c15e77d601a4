import { ConflictError, InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Admission } from '../decisions/Admission';
import { aiSystemSpecSchema } from '../entity/profile';
import { FieldMeta, line, link, markdown, recordType } from './RecordType';

/** `registered`: the catalog has it from here; `moved`: it has it from a repository; `withdrawn`: it should not have it. */
const registrationStatuses = ['registered', 'moved', 'withdrawn'] as const;

/** Where it is shown in a form, a reference is picked in the catalog. */
const picked = (kinds: string[]) =>
  ({ format: 'entityRef', kinds } as Partial<FieldMeta>);

// The fields of the kind, which decides what they may be; nothing of it is said here again.
const { owner, accountable, system, ...spec } = aiSystemSpecSchema.shape;

const schema = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z0-9]([-a-z0-9_.]{0,61}[a-z0-9])?$/,
        'must be a name of the catalog: lower-case letters, digits, hyphens, underscores and dots, up to 63, such as meeting-notes',
      )
      .meta({
        title: 'Name in the catalog',
        description: 'Its address; it never changes.',
      }),
    title: line({ title: 'Name' }, 200),
    description: markdown({ title: 'Description' }).max(2000).optional(),
    status: z
      .enum(registrationStatuses)
      .meta({ title: 'Status' })
      .default('registered'),
    reason: line(
      { title: 'Why', description: 'Of a withdrawal.' },
      1000,
    ).optional(),
    repository: link({
      title: 'Repository',
      description: 'The catalog-info.yaml that it was moved to.',
    }).optional(),
    owner: owner.meta(picked(['Group', 'User'])),
    accountable: accountable
      .unwrap()
      .meta(picked(['User']))
      .optional(),
    system: system
      .unwrap()
      .meta(picked(['System']))
      .optional(),
    ...spec,
  })
  .superRefine(({ status, reason, repository }, ctx) => {
    const say = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message });
    if (status === 'withdrawn' && reason === undefined) {
      say('reason', 'is needed to withdraw');
    }
    if (status === 'moved' && repository === undefined) {
      say('repository', 'is needed: where the catalog-info.yaml is now');
    }
  });

/** What is declared of an AI system that has no repository. */
export type Registration = z.infer<typeof schema>;

export const registration = recordType({
  type: 'registration',
  title: 'Registration',
  plural: 'Registrations',
  description:
    'An AI system that was registered in the portal and has no repository: what the catalog declares of it.',
  shape: 'document',
  streams: ['subject'],
  coveredBy: 'profile',
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 4.3, A.4.2; NIST AI RMF GOVERN 1.6',
  schema,
  summary: ({ title, status }) =>
    status === 'registered' ? title : `${title} (${status})`,
  admit: admitRegistration,
});

/** A registration is of the subject whose stream it is in, and nobody registers what already comes from a repository. */
export function admitRegistration({
  data,
  previous,
  stream,
  subject,
}: Pick<
  Admission<Registration>,
  'data' | 'previous' | 'stream' | 'subject'
>): Registration {
  const kind = 'aisystem:';
  const name = stream.slice(stream.indexOf('/') + 1);
  if (!stream.startsWith(kind)) {
    throw new InputError(
      `type: only an AISystem is registered in the portal, and ${stream} is none`,
    );
  }
  if (!previous && subject) {
    throw new ConflictError(
      `type: ${stream} is in the catalog already, from where it is declared; it is revised there`,
    );
  }
  if (data.name !== name) {
    throw new InputError(`data.name: must be ${name}; it never changes`);
  }
  if (!previous && data.status !== 'registered') {
    throw new InputError('data.status: begins with registered');
  }
  const before = previous?.data?.status;
  if (
    before !== undefined &&
    before !== 'registered' &&
    data.status !== 'registered' &&
    data.status !== before
  ) {
    throw new ConflictError(
      `data.status: it is ${before} already; register it again first`,
    );
  }
  return data;
}
