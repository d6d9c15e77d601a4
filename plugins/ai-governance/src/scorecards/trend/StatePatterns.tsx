import { useTheme } from '@material-ui/core/styles';
import { ResultState } from 'backstage-plugin-ai-governance-common';
import { isHatched, stateLooks } from '../../components';

/** The hatching of states as patterns of a drawing, called `<prefix>-<state>`. */
export function StatePatterns(props: {
  prefix: string;
  states: readonly ResultState[];
}) {
  const { prefix, states } = props;
  const theme = useTheme();
  return (
    <defs>
      {states.filter(isHatched).map(state => (
        <pattern
          key={state}
          id={`${prefix}-${state}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} fill={theme.palette.background.paper} />
          <rect width={4} height={6} fill={stateLooks[state].color(theme)} />
        </pattern>
      ))}
    </defs>
  );
}
