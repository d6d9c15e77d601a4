import { ResultState } from 'backstage-plugin-ai-governance-common';
import { SignLabel } from './SignLabel';
import { stateLooks } from './states';

/** Any word with the sign and the colour of the state of a result that it is like. */
export function LookLabel({ word, look }: { word: string; look: ResultState }) {
  const { Icon, color } = stateLooks[look];
  return <SignLabel word={word} Icon={Icon} color={color} />;
}
