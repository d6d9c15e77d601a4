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
  const classes = useStyles();
  const { decisions, approved } = props;
  const { routine, stateHash } = decisions;
  const since = approved?.data?.decided?.at;
  return (
    <div className={classes.root}>
      {approved && since ? (
        <>
          <PartHeading>
            What changed since the approval of <Day day={since.slice(0, 10)} />
          </PartHeading>
          <WhatChanged
            recordId={approved.recordId}
            stateHash={stateHash}
            headingLevel={4}
          />
        </>
      ) : (
        <>
          <PartHeading>What is new</PartHeading>
          <Typography>
            All of it: it was never approved before. Look at its profile, its
            intended use, its risk and its changes as a whole.
          </Typography>
        </>
      )}
      {routine.length > 0 && (
        <>
          <PartHeading>Called routine by their authors</PartHeading>
          <Typography paragraph>
            These did not need a new approval. Look whether you agree.
          </Typography>
          <ul className={classes.list}>
            {routine.map(one => (
              <Typography
                component="li"
                key={`${one.recordId} ${one.revision}`}
              >
                {recordTypeOf(one.type)?.title ?? one.type}, revision{' '}
                {one.revision}, by <Author author={one.author} />,{' '}
                <When at={one.recordedAt} />: {one.reason ?? 'no reason given'}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
