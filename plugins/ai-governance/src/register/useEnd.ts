import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  Registration,
  RegistrationView,
} from 'backstage-plugin-ai-governance-common';
import { useNavigate } from 'react-router-dom';
import { aiGovernanceApiRef } from '../api';
import { useNotice } from '../records';
import { useEditRegistrationLink } from '../routes';

/** Ends what the catalog has from here; the page of the entity goes with it, so the reader is led to that of the registration. */
export function useEnd(head: RegistrationView, done: string) {
  const api = useApi(aiGovernanceApiRef);
  const notice = useNotice();
  const navigate = useNavigate();
  const link = useEditRegistrationLink();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const end = async (change: Partial<Registration>) => {
    setSending(true);
    setRefusal(undefined);
    try {
      await api.reviseRegistration(head.ref, {
        data: { ...head.data, ...change },
        baseRevision: head.revision,
      });
      notice(done);
      const { namespace, name } = parseEntityRef(head.ref);
      if (link) navigate(link({ namespace, name }));
    } catch (error) {
      setRefusal(error as Error);
      setSending(false);
    }
  };
  return { end, sending, refusal };
}
