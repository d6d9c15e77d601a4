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
  const { recordId, stateHash, headingLevel } = props;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.changedSince(recordId),
    [api, recordId, stateHash],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label="Loading what changed" />;
  if (value.items.length === 0) {
    return <Typography>Nothing: it is as it was approved.</Typography>;
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
  const classes = useStyles();
  const { type, title, before, after } = item;
  const recordType = recordTypeOf(type);
  const erased =
    (before && before.data === null) || (after && after.data === null);
  return (
    <div className={classes.item}>
      <Typography variant="subtitle1" component={`h${headingLevel}` as 'h4'}>
        {title}
        {!before && ' (new)'}
        {!after && ' (no more)'}
      </Typography>
      {after && (
        <Typography variant="body2" color="textSecondary">
          {before && `Revision ${before.revision} → ${after.revision}, by `}
          {!before && 'Written by '}
          <Author author={after.author} />, <When at={after.recordedAt} />
        </Typography>
      )}
      {erased || !recordType ? (
        <Typography>
          The text of one of them was erased, so there is nothing to compare.
        </Typography>
      ) : (
        <RecordDiff
          schema={formSchemaOf(recordType)}
          from={before?.data ?? {}}
          to={after?.data ?? {}}
          headingLevel={headingLevel + 1}
          same="What it says is the same."
        />
      )}
    </div>
  );
}
