import { useApi } from '@backstage/core-plugin-api';
import {
  Deciders,
  DecidersQuery,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useLoad } from '../components';
import { Texts } from '../translation';

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
export function whyNotAsk(
  t: Texts,
  { may, owner }: SubjectPosture,
): string | undefined {
  if (may.request) return undefined;
  return owner
    ? t('assurance.decisions.whyNot.ask', { owner })
    : t('assurance.decisions.whyNot.askNoOwner');
}

/** Why the reader may not withdraw what was asked for; undefined: they may. */
export const whyNotWithdraw = (t: Texts, { may }: SubjectPosture) =>
  may.request ? undefined : t('assurance.decisions.whyNot.withdraw');

/** Why the reader may not end what was decided: it takes the authority, but not the distance that deciding takes. */
export function whyNotEnd(
  t: Texts,
  { may }: SubjectPosture,
  deciders: Deciders | undefined,
  me: string | undefined,
): string | undefined {
  if (!may.decide) return t('assurance.decisions.whyNot.role');
  if (!deciders) return t('assurance.decisions.whyNot.findingOut');
  const { you, people } = deciders;
  return you.may || people.some(({ ref }) => ref === me)
    ? undefined
    : t('assurance.decisions.whyNot.authority');
}

/** Why the reader may not decide; undefined: they may, or it is not known yet. */
export function whyNotDecide(
  t: Texts,
  { may }: SubjectPosture,
  you: { may: boolean; reason?: string } | undefined,
): string | undefined {
  if (!may.decide) return t('assurance.decisions.whyNot.role');
  if (!you) return t('assurance.decisions.whyNot.findingOut');
  return you.may
    ? undefined
    : you.reason ?? t('assurance.decisions.whyNot.decide');
}
