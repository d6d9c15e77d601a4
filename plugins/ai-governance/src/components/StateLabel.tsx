import { ResultState } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
import { SignLabel } from './SignLabel';
import { stateLooks } from './states';

/** The state of a result as sign and word: colour never says it alone. */
export function StateLabel({ state }: { state: ResultState }) {
  const t = useTexts();
  return <SignLabel word={t(`words.state.${state}`)} {...stateLooks[state]} />;
}
