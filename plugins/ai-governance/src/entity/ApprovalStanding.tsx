import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { Day, Sentence, StandingLabel } from '../components';
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
function nextStep({ approval, may }: SubjectPosture): [string, string] {
  switch (approval?.state) {
    case undefined:
      return may.request
        ? ['Ask for approval', '?ask']
        : ['Who approves it', ''];
    case 'valid':
      return ['Look at the approval', ''];
    case 'requested':
      return may.decide ? ['Decide', '?decide'] : ['Look at the request', ''];
    default:
      if (may.request) return ['Ask for approval', '?ask'];
      return may.decide
        ? ['Approve again', '?decide']
        : ['Look at what changed', ''];
  }
}

/** How the approval stands, why, until when, and the next step. */
export function ApprovalStanding(props: {
  posture: SubjectPosture;
  /** Of the past: nothing is asked for or decided from here. */
  readOnly?: boolean;
}) {
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
            <StandingLabel state={approval.state} />
            {approval.state === 'valid' && approval.expires && (
              <>
                {' until '}
                <Day day={approval.expires} />
              </>
            )}
            {approval.state !== 'valid' && (
              <Typography variant="body2" color="textSecondary">
                <Sentence text={approval.reason} />
              </Typography>
            )}
          </>
        ) : (
          'Not asked for yet'
        )}
      </div>
      {!readOnly && (
        <LinkButton
          size="small"
          variant="outlined"
          to={`${page}/${tabPaths.assurance}${form}`}
        >
          {label}
        </LinkButton>
      )}
    </div>
  );
}
