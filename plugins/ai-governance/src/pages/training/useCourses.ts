import { useApi } from '@backstage/core-plugin-api';
import { aiGovernanceApiRef } from '../../api';
import { useLoad } from '../../components';
import { Choice } from '../ChoiceFields';

/** The courses that the policy names, to choose from; none until they are known. */
export function useCourses(): Choice[] {
  const api = useApi(aiGovernanceApiRef);
  const { value } = useLoad(() => api.policy(), [api]);
  const named = Object.values(value?.policy.training ?? {}).flat();
  return [...new Set(named)].sort().map(name => ({ value: name, word: name }));
}
