import { ResultState } from 'backstage-plugin-ai-governance-common';
import { SignLabel } from './SignLabel';
import { stateLooks } from './states';

/** The state of a result as sign and word: colour never says it alone. */
export function StateLabel({ state }: { state: ResultState }) {
  const { word, Icon, color } = stateLooks[state];
  return <SignLabel word={word} Icon={Icon} color={color} />;
}
