import { NotFoundError } from '@backstage/errors';
import {
  recordAppendPermission,
  registerRequestSchema,
  registration,
  registrationsQuerySchema,
  registrationsSchema,
  registrationViewSchema,
  reviseRegistrationSchema,
  systemRegisterPermission,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { Revision } from '../../ledger/Ledger';
import { nothing } from '../../permissions/ReadScope';
import { readRegistrations } from '../../registrations/readRegistrations';
import { authorizeBasic } from '../authorizeBasic';
import { authorOf } from '../author';
import { refOf, teamParams } from '../parameters';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const viewOf = (ref: string, revision: Revision) => ({
  ...revisionView(revision),
  ref,
});

/** What was registered in the portal, for who has no repository. The catalog reads it from here. */
/** Whether it is the catalog that asks, to have entities of them. */
const isCatalog = ({ principal }: CallerCredentials) =>
  principal.type === 'service' && principal.subject === 'plugin:catalog';

export const registrationRoutes = (services: Services) => {
  const { access, knex, permissions, registrations, statements, worker } =
    services;
  const { taskRuns } = services;

  async function subjectOrNone(credentials: CallerCredentials, ref: string) {
    try {
      return await access.subject(credentials, ref);
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }

  return [
    route({
      method: 'get',
      path: '/registrations',
      operationId: 'list-registrations',
      summary: 'What was registered in the portal, as it stands',
      description:
        'For a service: all. For a person: those of the subjects that they may read, and those that they wrote last themselves, also where the catalog has no entity of it.',
      query: registrationsQuerySchema,
      response: registrationsSchema,
      handle: async ({ credentials, query: { mine, ...query } }) => {
        const scope = await access.scope(credentials);
        const service = credentials.principal.type === 'service';
        const caller = authorOf(credentials);
        const read = () =>
          readRegistrations(
            knex,
            service && scope !== nothing
              ? 'service'
              : { scope, author: service ? undefined : caller },
            mine ? { ...query, author: caller } : query,
          );
        // a reading of all begins with the first page; whether it went well shows on the page Health
        return isCatalog(credentials) && query.cursor === undefined
          ? taskRuns.noted('registrations', read)
          : read();
      },
    }),
    route({
      method: 'post',
      path: '/registrations',
      operationId: 'register-system',
      summary: 'Registers an AI system that has no repository',
      description:
        'Begins the stream of `aisystem:<namespace>/<name>` with its registration, from which the catalog gets the entity some seconds later. 409 when the name is taken.',
      body: registerRequestSchema,
      response: registrationViewSchema,
      status: 201,
      refusals: [403, 409],
      audit: {
        eventId: 'system-register',
        severityLevel: 'medium',
        succeeded: ({ ref }) => ({ ref }),
      },
      handle: async ({ credentials, body }) => {
        await authorizeBasic(
          permissions,
          credentials,
          systemRegisterPermission,
        );
        const { namespace, data } = body;
        const revision = await registrations.register(namespace, {
          data,
          author: authorOf(credentials),
        });
        return viewOf(
          refOf({ kind: 'aisystem', namespace, name: String(data.name) }),
          revision,
        );
      },
    }),
    route({
      method: 'post',
      path: '/registrations/:namespace/:name',
      operationId: 'revise-registration',
      summary: 'Revises, moves, withdraws or brings back a registration',
      description:
        'Takes the permission to append to the subject. Where the catalog does not have it, whoever wrote the registration last may. When `baseRevision` is not the latest, nothing is written, and the answer is 409 with the latest as `head`.',
      params: teamParams,
      body: reviseRegistrationSchema,
      response: registrationViewSchema,
      status: 201,
      refusals: [403, 404, 409],
      audit: {
        eventId: 'registration-revise',
        severityLevel: 'medium',
        succeeded: ({ revision }) => ({ revision }),
      },
      handle: async ({ credentials, params, body }) => {
        const ref = refOf({ kind: 'aisystem', ...params });
        const author = authorOf(credentials);
        const subject = await subjectOrNone(credentials, ref);
        if (!subject) {
          const revision = await registrations.revise(ref, { ...body, author });
          return viewOf(ref, revision);
        }
        const revision = await statements.append(
          { kind: 'subject', subject },
          { type: registration.type, ...body },
          author,
          async () => {
            await access.authorize(
              credentials,
              recordAppendPermission,
              subject,
            );
            await registrations.checkPlace(ref, body.data);
          },
        );
        await registrations.changed();
        worker.poke();
        return viewOf(ref, revision);
      },
    }),
  ];
};
