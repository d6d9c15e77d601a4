import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  Continuation,
  continuesOf,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useLoad, When } from '../components';
import { Author } from '../records';
import { useTexts } from '../translation';
import { AnotherNameDialog } from './AnotherNameDialog';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
  confirm: { whiteSpace: 'nowrap', flexShrink: 0 },
}));

/** What a system was called before, as its entity says; what it takes that its history goes on, or who confirmed it. */
export function AnotherName(props: {
  entity: Entity;
  posture: SubjectPosture;
  onConfirmed: () => void;
}) {
  const t = useTexts();
  const { entity, posture, onConfirmed } = props;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const [confirming, setConfirming] = useState(false);
  const from = continuesOf(entity);
  const { value, reload } = useLoad(
    async () =>
      from === undefined
        ? []
        : api.records<Continuation>(posture.ref, { type: 'continuation' }),
    [api, from, posture.ref],
  );
  if (from === undefined || !value) return null;
  const confirmed = value.find(
    ({ data }) => data?.from === from && data.to === posture.ref,
  );
  if (confirmed) {
    return (
      <Typography variant="body2" paragraph className={classes.root}>
        {t('entity.anotherName.confirmed', {
          name: <code>{from}</code>,
          until: <When at={confirmed.recordedAt} />,
          author: <Author author={confirmed.author} />,
        })}
      </Typography>
    );
  }
  return (
    <Alert
      severity="info"
      className={classes.root}
      action={
        posture.may.decide && (
          <Button
            color="inherit"
            size="small"
            className={classes.confirm}
            onClick={() => setConfirming(true)}
          >
            {t('entity.anotherName.confirm')}
          </Button>
        )
      }
    >
      {t('entity.anotherName.unconfirmed', { name: <code>{from}</code> })}
      {confirming && (
        <AnotherNameDialog
          from={from}
          subject={posture}
          onClose={() => setConfirming(false)}
          onConfirmed={() => {
            setConfirming(false);
            reload();
            onConfirmed();
          }}
        />
      )}
    </Alert>
  );
}
