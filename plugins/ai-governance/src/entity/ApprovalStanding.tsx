import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { Day, Sentence, StandingLabel } from '../components';
import { TextKey, useTexts } from '../translation';
import { tabPaths } from './places';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  text: { flex: '1 1 240px' },
}));

/** What the reader can do about the approval next: on the tab, and which form is open there. */
function nextStep({ approval, may }: SubjectPosture): [TextKey, string] {
  switch (approval?.state) {
    case undefined:
      return may.request
        ? ['entity.approval.ask', '?ask']
        : ['entity.approval.who', ''];
    case 'valid':
      return ['entity.approval.look', ''];
    case 'requested':
      return may.decide
        ? ['entity.approval.decide', '?decide']
        : ['entity.approval.lookRequest', ''];
    default:
      if (may.request) return ['entity.approval.ask', '?ask'];
      return may.decide
        ? ['entity.approval.again', '?decide']
        : ['entity.approval.changed', ''];
  }
}

/** How the approval stands, why, until when, and the next step. */
export function ApprovalStanding(props: {
  posture: SubjectPosture;
  /** Of the past: nothing is asked for or decided from here. */
  readOnly?: boolean;
}) {
  const t = useTexts();
  const { posture, readOnly = false } = props;
  const classes = useStyles();
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  const { approval } = posture;
  const [label, form] = nextStep(posture);
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        {approval ? (
          <>
            {approval.state === 'valid' && approval.expires ? (
              t('entity.approval.until', {
                standing: <StandingLabel state={approval.state} />,
                day: <Day day={approval.expires} />,
              })
            ) : (
              <StandingLabel state={approval.state} />
            )}
            {approval.state !== 'valid' && (
              <Typography variant="body2" color="textSecondary">
                <Sentence text={approval.reason} />
              </Typography>
            )}
          </>
        ) : (
          t('entity.approval.none')
        )}
      </div>
      {!readOnly && (
        <LinkButton
          size="small"
          variant="outlined"
          to={`${page}/${tabPaths.assurance}${form}`}
        >
          {t(label)}
        </LinkButton>
      )}
    </div>
  );
}
