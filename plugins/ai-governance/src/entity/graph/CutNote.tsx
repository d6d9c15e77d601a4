import Typography from '@material-ui/core/Typography';
import { GraphList } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

/** That there is more than is shown, and what was looked at. */
export function CutNote({ list }: { list: GraphList }) {
  const t = useTexts();
  if (!list.cut) return null;
  const { steps, entities } = list.limits;
  return (
    <Typography variant="body2" role="note">
      {t('entity.graph.cut', { steps, entities })}
    </Typography>
  );
}
