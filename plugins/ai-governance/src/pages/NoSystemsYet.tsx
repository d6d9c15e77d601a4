import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { CodeSnippet, LinkButton } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { systemRegisterPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { NextStep } from '../components';
import { registerRouteRef } from '../routes';
import { useTexts } from '../translation';
import { useReading } from './useReading';

const example = `apiVersion: ai-governance/v1alpha1
kind: AISystem
metadata:
  name: answer-drafts
  title: Answer drafts for customers
spec:
  type: generative-assistant
  lifecycle: production
  owner: group:default/customer-support`;

/** Said where the reader may see no subject at all, and how the first one comes about. */
export function NoSystemsYet() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const register = useRouteRef(registerRouteRef)();
  const { allowed: registers } = usePermission({
    permission: systemRegisterPermission,
  });
  const { value: inventory } = useReading(() => api.inventory(), [api]);
  if (inventory && inventory.sweptAt === null) {
    return (
      <NextStep
        title={t('pages.inventory.beingRead.title')}
        text={t('pages.inventory.beingRead.text')}
      />
    );
  }
  return (
    <NextStep
      title={t('pages.inventory.noneYet.title')}
      text={
        <>
          <p>{t('pages.inventory.noneYet.text')}</p>
          <CodeSnippet text={example} language="yaml" showCopyCodeButton />
        </>
      }
      action={
        registers && (
          <LinkButton to={register} variant="contained" color="primary">
            {t('pages.inventory.register')}
          </LinkButton>
        )
      }
    />
  );
}
