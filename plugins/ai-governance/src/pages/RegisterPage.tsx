import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Content } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import {
  Registration,
  systemRegisterPermission,
} from 'backstage-plugin-ai-governance-common';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, useLoad } from '../components';
import {
  CardForRegistration,
  draftFromCard,
  mergedInto,
  TakenFromCard,
} from '../modelCard';
import { newDraft } from '../register/draft';
import { draftFrom } from '../register/fromFound';
import { FromNotice } from '../register/FromNotice';
import { useOwnTeams } from '../register/OwnerField';
import { OwnRegistrations } from '../register/OwnRegistrations';
import { RegistrationForm } from '../register/RegistrationForm';
import { useFrom } from '../register/useFrom';
import { WaitForCatalog } from '../register/WaitForCatalog';
import { inventoryRouteRef } from '../routes';
import { useTexts } from '../translation';

/** Registers an AI system that has no repository. */
export function RegisterPage() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const navigate = useNavigate();
  const entityLink = useEntityRefLink();
  const inventory = useRouteRef(inventoryRouteRef)();
  const teams = useOwnTeams();
  const { allowed, loading } = usePermission({
    permission: systemRegisterPermission,
  });
  const { value: view, error, reload } = useLoad(() => api.policy(), [api]);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const [registered, setRegistered] = useState<string>();
  const [card, setCard] = useState<TakenFromCard>();
  const [params] = useSearchParams();
  const from = useFrom(params.get('from'));

  const send = async (data: Registration) => {
    setSending(true);
    setRefusal(undefined);
    try {
      const { ref } = await api.registerSystem({ data });
      for (const [type, text] of Object.entries(card?.documents ?? {})) {
        draftFromCard(ref, type, text);
      }
      setRegistered(ref);
    } catch (failure) {
      setRefusal(failure as Error);
    } finally {
      setSending(false);
    }
  };

  let body;
  if (registered) {
    body = (
      <WaitForCatalog
        entityRef={registered}
        text={t('pages.register.done')}
        expected={entity => entity !== undefined}
        onDone={() => {
          const page = entityLink(parseEntityRef(registered));
          const drafted = card?.documents['intended-use'] !== undefined;
          navigate(drafted ? `${page}/intended-use?edit` : page, {
            replace: true,
          });
        }}
      />
    );
  } else if (error) {
    body = <ProblemPanel error={error} retry={reload} />;
  } else if (from.error) {
    body = <ProblemPanel error={from.error} retry={from.reload} />;
  } else if (!view || loading || from.value === undefined) {
    body = <Loading label={t('pages.register.loading')} />;
  } else if (!allowed) {
    body = (
      <NextStep
        title={t('pages.register.denied.title')}
        text={t('pages.register.denied.text')}
      />
    );
  } else {
    const entity = from.value?.entity;
    body = (
      <>
        {from.value && <FromNotice from={from.value} />}
        <OwnRegistrations />
        <CardForRegistration
          onTake={({ profile, documents }) =>
            setCard(before => ({
              profile: { ...profile },
              documents: {
                ...before?.documents,
                ...Object.fromEntries(
                  Object.entries(documents).map(([type, taken]) => [
                    type,
                    mergedInto(before?.documents[type], taken),
                  ]),
                ),
              },
            }))
          }
        />
        <RegistrationForm
          // the team is known a moment later, and is only proposed
          key={`${teams[0]} ${from.value?.ref}`}
          initial={{
            ...newDraft,
            ...(teams.length === 1 && { owner: teams[0] }),
            ...(entity && draftFrom(entity, view.policy)),
          }}
          policy={view.policy}
          registered={false}
          added={card?.profile}
          sendLabel={t('pages.register.send')}
          sending={sending}
          refusal={refusal}
          onSend={send}
          onCancel={() => navigate(inventory)}
        />
      </>
    );
  }
  return (
    <Content>
      <Typography variant="h3" component="h2">
        {t('pages.register.title')}
      </Typography>
      <Typography paragraph>{t('pages.register.text')}</Typography>
      {body}
    </Content>
  );
}
