import { ResultState } from 'backstage-plugin-ai-governance-common';
import { SignLabel, stateLooks } from '../../components';

/** A word with the sign of a state. */
export function LookLabel({ word, look }: { word: string; look: ResultState }) {
  const { Icon, color } = stateLooks[look];
  return <SignLabel word={word} Icon={Icon} color={color} />;
}
