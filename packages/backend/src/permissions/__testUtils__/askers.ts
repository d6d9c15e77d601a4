import { mockCredentials } from '@backstage/backend-test-utils';
import { barred, seth } from './company';

/** Who asks, and whose the system is. The title of every system of lending, and what is written of it, says Marzipan. */
export interface Asker {
  title: string;
  authorization: string;
  owner: string;
  /** Of whom personal records are asked. */
  person: string;
  /** May not read the system, nor its owner. */
  blind?: boolean;
}
export const person = (
  title: string,
  name: string,
  more: Partial<Asker> = {},
): Asker => ({
  title,
  authorization: mockCredentials.user.header(`user:default/${name}`),
  owner: 'lending',
  person: seth,
  ...more,
});
const service = (title: string, subject: string, blind = false): Asker => ({
  title,
  authorization: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'ai-governance',
  }),
  owner: 'lending',
  person: seth,
  blind,
});
export const askers: Asker[] = [
  person('anybody', 'vera'),
  person('team above', 'finn'),
  person('owner', 'dana'),
  person('accountable', 'leah'),
  person('reviewer', 'rita'),
  person('auditor', 'amir'),
  person('administrator', 'ada'),
  person('external, own', 'eva', { owner: 'agency', person: 'eva' }),
  person('external, other', 'eva', { blind: true }),
  service('service', 'external:pipeline'),
  service('service, restricted', barred, true),
  {
    title: 'not signed in',
    authorization: mockCredentials.none.header(),
    owner: 'lending',
    person: seth,
    blind: true,
  },
];
