import Typography from '@material-ui/core/Typography';
import { GraphList } from 'backstage-plugin-ai-governance-common';

/** That there is more than is shown, and what was looked at. */
export function CutNote({ list }: { list: GraphList }) {
  if (!list.cut) return null;
  const { steps, entities } = list.limits;
  return (
    <Typography variant="body2" role="note">
      There is more than this: the catalog was followed for {steps} steps and
      through at most {entities} entities.
    </Typography>
  );
}
