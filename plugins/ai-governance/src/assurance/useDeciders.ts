import { useApi } from '@backstage/core-plugin-api';
import {
  Deciders,
  DecidersQuery,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useLoad } from '../components';

/** Who may decide; asked again when the subject or what was asked for has changed. `revision` is of the request. */
export function useDeciders(
  subject: string,
  query: DecidersQuery,
  changesWith: string,
) {
  const api = useApi(aiGovernanceApiRef);
  return useLoad(
    () => api.deciders(subject, query),
    [api, subject, query.kind, query.scenario, query.request, changesWith],
  );
}

/** Why the reader may not ask for something or confirm; undefined: they may. */
export function whyNotAsk({ may, owner }: SubjectPosture): string | undefined {
  if (may.request) return undefined;
  return owner
    ? `You may not ask for it: ${owner} does.`
    : 'You may not ask for it, and it has no owner who could.';
}

/** Why nobody asks again for an approval while one waits. */
export const askedAlready =
  'It was asked for already, and the request waits for a decision.';

/** Why the reader may not withdraw what was asked for; undefined: they may. */
export const whyNotWithdraw = ({ may }: SubjectPosture) =>
  may.request ? undefined : 'Those who may ask for it withdraw it.';

/** Why the reader may not end what was decided: it takes the authority, but not the distance that deciding takes. */
export function whyNotEnd(
  { may }: SubjectPosture,
  deciders: Deciders | undefined,
  me: string | undefined,
): string | undefined {
  if (!may.decide) return 'Your role in this portal does not include deciding.';
  if (!deciders) return 'Finding out who may decide…';
  const { you, people } = deciders;
  return you.may || people.some(({ ref }) => ref === me)
    ? undefined
    : 'It takes the authority to decide it, which you do not hold.';
}

/** Why the reader may not decide; undefined: they may, or it is not known yet. */
export function whyNotDecide(
  { may }: SubjectPosture,
  you: { may: boolean; reason?: string } | undefined,
): string | undefined {
  if (!may.decide) return 'Your role in this portal does not include deciding.';
  if (!you) return 'Finding out who may decide…';
  return you.may ? undefined : you.reason ?? 'You may not decide this.';
}
