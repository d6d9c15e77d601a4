import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Case,
  Change,
  Confirmation,
  ControlTest,
  ControlView,
  GovernancePolicy,
  RevisionView,
  SubjectDecisions,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Entries } from './entryForm';
import { entryTypes } from './entryTypes';
import { useAiGovernanceSignal, useLoad } from '../components';

/** Everything that is decided, confirmed and tested of a subject, read at once so that it is of one moment. */
export interface Assurance {
  /** The subject, full reference. */
  subject: string;
  posture: SubjectPosture;
  decisions: SubjectDecisions;
  confirmations: RevisionView<Confirmation>[];
  tests: RevisionView<ControlTest>[];
  /** What was changed, for what was changed because of it. */
  changes: RevisionView<Change>[];
  controls: ControlView[];
  /** What went wrong and what became of it; what is not settled first. */
  cases: Case[];
  /** Of each of the `entryTypes`, the latest revision of each record. */
  entries: Entries;
  /** Undefined when it could not be read: then a form proposes no date. */
  policy?: GovernancePolicy;
}

/** The assurance of this page's entity; read again whenever the backend signals a change. */
export function useAssurance(): {
  value?: Assurance;
  error?: Error;
  reload: () => Promise<void>;
} {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const load = useCallback(async (): Promise<Assurance> => {
    const [
      posture,
      decisions,
      confirmations,
      tests,
      changes,
      controls,
      cases,
      policy,
      entries,
    ] = await Promise.all([
      api.posture(ref),
      api.decisions(ref),
      api.records<Confirmation>(ref, { type: 'confirmation' }),
      api.records<ControlTest>(ref, { type: 'control-test' }),
      api.records<Change>(ref, { type: 'change' }),
      api.controls(),
      api.cases(ref),
      // only for what a form proposes: the ledger knows the policy itself
      api.policy().then(
        view => view.policy,
        () => undefined,
      ),
      Promise.all(
        entryTypes.map(async ({ type }) => [
          type,
          await api.records(ref, { type }),
        ]),
      ),
    ]);
    return {
      subject: ref,
      posture,
      decisions,
      confirmations,
      tests,
      changes,
      controls,
      cases,
      policy,
      entries: Object.fromEntries(entries),
    };
  }, [api, ref]);
  const loaded = useLoad(load, [load]);
  useAiGovernanceSignal(loaded.reload);
  return loaded;
}
