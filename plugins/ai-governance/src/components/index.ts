export {
  AsOfPicker,
  PastBanner,
  instantWords,
  useAsOf,
  yearBefore,
  type AsOfAddress,
} from './asOf';
export { StateLabel } from './StateLabel';
export { SignLabel } from './SignLabel';
export { LookLabel } from './LookLabel';
export { StandingLabel } from './StandingLabel';
export { Sentence } from './Sentence';
export { Day } from './Day';
export { TierLabel } from './TierLabel';
export { LevelLabel } from './LevelLabel';
export { CountsBar, countsText, stateFill } from './CountsBar';
export { ShareText, shareText } from './ShareText';
export { Markdown, safeHref } from './Markdown';
export { NextStep } from './NextStep';
export { ReasonDialog } from './ReasonDialog';
export { outOfSight } from './outOfSight';
export { TextSource } from './TextSource';
export { errorWords } from './errorWords';
export { ProblemPanel, statusOf } from './ProblemPanel';
export { Loading } from './Loading';
export { When } from './When';
export { stateLooks, needsAction, notHolding, shade } from './states';
export { useAiGovernanceSignal } from './useAiGovernanceSignal';
export { withinSentence } from './withinSentence';
export { useNarrow } from './useNarrow';
export { useOnPageGround } from './useOnPageGround';
export { useLoad, type Loaded } from './useLoad';
export { printedAlone, usePrintAlone } from './printAlone';
