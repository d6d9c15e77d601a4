import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Approval,
  DecisionView,
  recordTypeOf,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { Day, When } from '../components';
import { Author } from '../records';
import { useTexts } from '../translation';
import { PartHeading } from './Section';
import { WhatChanged } from './WhatChanged';

const useStyles = makeStyles(theme => ({
  // apart from what stands before it, also within a form
  root: { marginTop: theme.spacing(2) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** What an approver looks at: what changed since the last approval, and what its authors called routine. */
export function Review(props: {
  decisions: SubjectDecisions;
  approved?: DecisionView<Approval>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { decisions, approved } = props;
  const { routine, stateHash } = decisions;
  const since = approved?.data?.decided?.at;
  return (
    <div className={classes.root}>
      {approved && since ? (
        <>
          <PartHeading>
            {t('assurance.approval.review.since', {
              day: <Day day={since.slice(0, 10)} />,
            })}
          </PartHeading>
          <WhatChanged
            recordId={approved.recordId}
            stateHash={stateHash}
            headingLevel={4}
          />
        </>
      ) : (
        <>
          <PartHeading>{t('assurance.approval.review.new')}</PartHeading>
          <Typography>{t('assurance.approval.review.all')}</Typography>
        </>
      )}
      {routine.length > 0 && (
        <>
          <PartHeading>
            {t('assurance.approval.review.routine.title')}
          </PartHeading>
          <Typography paragraph>
            {t('assurance.approval.review.routine.text')}
          </Typography>
          <ul className={classes.list}>
            {routine.map(one => (
              <Typography
                component="li"
                key={`${one.recordId} ${one.revision}`}
              >
                {t('assurance.approval.review.routine.item', {
                  title: recordTypeOf(one.type)?.title ?? one.type,
                  revision: one.revision,
                  author: <Author author={one.author} />,
                  at: <When at={one.recordedAt} />,
                  reason:
                    one.reason ??
                    t('assurance.approval.review.routine.noReason'),
                })}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
