import { useState } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel, useLoad, When } from '../components';
import { Author } from './Author';
import { formSchemaOf } from './formSchema';
import { RecordDiff } from './RecordDiff';

const useStyles = makeStyles(theme => ({
  path: { overflowWrap: 'anywhere' },
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
}));

/** "Material", or "Routine" with its reason. */
export const materialityText = (revision: RevisionView) =>
  revision.materiality === 'material'
    ? 'Material'
    : `Routine: ${revision.materialityReason ?? 'no reason given'}`;

/** Every revision of a record: who wrote it, when, and what differs between any two. `head` is the latest known one. */
export function RecordHistory(props: {
  type: RecordType;
  head: RevisionView;
  /** Of the fields' titles in a comparison; 3 unless told. */
  headingLevel?: number;
}) {
  const { type, head, headingLevel } = props;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.revisions(head.recordId),
    [api, head.recordId, head.revision],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label="Loading the history" />;
  return (
    <Revisions
      key={head.revision}
      type={type}
      revisions={value}
      headingLevel={headingLevel}
    />
  );
}

function Revisions(props: {
  type: RecordType;
  revisions: RevisionView[];
  headingLevel?: number;
}) {
  const classes = useStyles();
  const { type, revisions } = props;
  const newest = revisions[0]?.revision ?? 1;
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const byNumber = (n: number) => revisions.find(r => r.revision === n);
  const before = byNumber(from);
  const after = byNumber(to);

  const choose = (
    label: string,
    value: number,
    onChange: (n: number) => void,
  ) => (
    <TextField
      select
      id={`${type.type}-${revisions[0].recordId}-${label}`}
      label={label}
      variant="outlined"
      size="small"
      value={value}
      onChange={event => onChange(Number(event.target.value))}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {revisions.map(r => (
        <option key={r.revision} value={r.revision}>
          Revision {r.revision}
        </option>
      ))}
    </TextField>
  );

  return (
    <>
      <TableContainer>
        <Table size="small" aria-label={`Revisions of ${type.title}`}>
          <TableHead>
            <TableRow>
              <TableCell>Revision</TableCell>
              <TableCell>Written by</TableCell>
              <TableCell>Recorded</TableCell>
              <TableCell>Materiality</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {revisions.map(r => (
              <TableRow key={r.revision}>
                <TableCell>{r.revision}</TableCell>
                <TableCell>
                  <Author author={r.author} />
                  {r.source && (
                    <Typography
                      variant="body2"
                      color="textSecondary"
                      className={classes.path}
                    >
                      {r.source.path}
                      {r.source.etag && ` at ${r.source.etag.slice(0, 12)}`}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>
                  <When at={r.recordedAt} />
                </TableCell>
                <TableCell>
                  {materialityText(r)}
                  {r.data === null && ' · erased'}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {revisions.length > 1 && (
        <>
          <div className={classes.choice}>
            {choose('Compare', from, setFrom)}
            {choose('with', to, setTo)}
          </div>
          {before?.data === null || after?.data === null ? (
            <Typography>
              The text of one of them was erased, so there is nothing to
              compare.
            </Typography>
          ) : (
            <RecordDiff
              schema={formSchemaOf(type)}
              headingLevel={props.headingLevel}
              from={before?.data}
              to={after?.data}
              same={`Revision ${from} and revision ${to} say the same.`}
            />
          )}
        </>
      )}
    </>
  );
}
