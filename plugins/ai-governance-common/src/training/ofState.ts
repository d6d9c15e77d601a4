import { ofHighAndLimited } from '../controls/asked';
import { Instant } from '../instant';
import { GovernancePolicy } from '../policy/schema';
import { Tier } from '../results';
import { SubjectState } from '../state';
import { trainingNeeds, TrainingNeed } from './needs';

/** Whether training is asked of a subject: it is at work, and of a tier that PPL-01 asks. */
const asksForTraining = ({ profile }: SubjectState, tier: Tier) =>
  profile.lifecycle !== 'retired' &&
  ofHighAndLimited({ tier: { tier } }) === undefined;

/** Who needs which course for a subject at an instant; nobody where PPL-01 does not ask. */
export function trainingNeedsOf(
  state: SubjectState,
  policy: GovernancePolicy,
  tier: Tier,
  at: Instant,
): TrainingNeed[] {
  if (!asksForTraining(state, tier)) return [];
  return trainingNeeds(
    {
      policy,
      profile: state.profile,
      tier,
      governed: state.governed,
      approvals: state.records.approval ?? [],
      entity: ref => state.entities[ref],
      completionsOf: person => state.people[person]?.training ?? [],
    },
    at,
  );
}
