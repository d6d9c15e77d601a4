import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  ChangedSince,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel, useLoad, When } from '../components';
import { Author, formSchemaOf, RecordDiff } from '../records';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  item: { marginBottom: theme.spacing(2) },
}));

type Changed = ChangedSince['items'][number];

/** What is not as it was when a decision was made, word by word. */
export function WhatChanged(props: {
  recordId: string;
  /** Read again when this is another one. */
  stateHash: string;
  headingLevel: number;
}) {
  const t = useTexts();
  const { recordId, stateHash, headingLevel } = props;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.changedSince(recordId),
    [api, recordId, stateHash],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) {
    return <Loading label={t('assurance.approval.changed.loading')} />;
  }
  if (value.items.length === 0) {
    return <Typography>{t('assurance.approval.changed.nothing')}</Typography>;
  }
  return (
    <>
      {value.items.map((item, index) => (
        <Item
          key={`${item.type} ${(item.after ?? item.before)?.recordId ?? index}`}
          item={item}
          headingLevel={headingLevel}
        />
      ))}
    </>
  );
}

function Item({ item, headingLevel }: { item: Changed; headingLevel: number }) {
  const t = useTexts();
  const classes = useStyles();
  const { type, title, before, after } = item;
  const recordType = recordTypeOf(type);
  const erased =
    (before && before.data === null) || (after && after.data === null);
  return (
    <div className={classes.item}>
      <Typography variant="subtitle1" component={`h${headingLevel}` as 'h4'}>
        {before && after && title}
        {!before && t('assurance.approval.changed.new', { title })}
        {!after && t('assurance.approval.changed.gone', { title })}
      </Typography>
      {after && (
        <Typography variant="body2" color="textSecondary">
          {t(
            before
              ? 'assurance.approval.changed.revised'
              : 'assurance.approval.changed.written',
            {
              before: before?.revision,
              after: after.revision,
              author: <Author author={after.author} />,
              at: <When at={after.recordedAt} />,
            },
          )}
        </Typography>
      )}
      {erased || !recordType ? (
        <Typography>{t('assurance.approval.changed.erased')}</Typography>
      ) : (
        <RecordDiff
          schema={formSchemaOf(recordType)}
          from={before?.data ?? {}}
          to={after?.data ?? {}}
          headingLevel={headingLevel + 1}
          same={t('assurance.approval.changed.same')}
        />
      )}
    </div>
  );
}
