import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { CodeSnippet, LinkButton } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { systemRegisterPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { NextStep } from '../components';
import { registerRouteRef } from '../routes';
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
  const api = useApi(aiGovernanceApiRef);
  const register = useRouteRef(registerRouteRef)();
  const { allowed: registers } = usePermission({
    permission: systemRegisterPermission,
  });
  const { value: inventory } = useReading(() => api.inventory(), [api]);
  if (inventory && inventory.sweptAt === null) {
    return (
      <NextStep
        title="The catalog is being read"
        text="AI systems appear here by themselves as soon as the first sweep of the catalog ends."
      />
    );
  }
  return (
    <NextStep
      title="No AI systems yet"
      text={
        <>
          <p>
            Put an AISystem beside the service that uses it, in its
            catalog-info.yaml, and register that file in the catalog. If there
            are some that you should see, ask whoever looks after permissions.
            What has no repository is registered here, in the portal.
          </p>
          <CodeSnippet text={example} language="yaml" showCopyCodeButton />
        </>
      }
      action={
        registers && (
          <LinkButton to={register} variant="contained" color="primary">
            Register an AI system
          </LinkButton>
        )
      }
    />
  );
}
