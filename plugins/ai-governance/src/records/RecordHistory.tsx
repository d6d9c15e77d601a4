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
import { Texts, useTexts } from '../translation';
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
export function materialityText(t: Texts, revision: RevisionView): string {
  const { materiality, materialityReason: reason } = revision;
  if (materiality === 'material') return t('records.materiality.material');
  return typeof reason === 'string'
    ? t('records.materiality.routine', { reason })
    : t('records.materiality.noReason');
}

/** Every revision of a record: who wrote it, when, and what differs between any two. `head` is the latest known one. */
export function RecordHistory(props: {
  type: RecordType;
  head: RevisionView;
  /** Of the fields' titles in a comparison; 3 unless told. */
  headingLevel?: number;
}) {
  const t = useTexts();
  const { type, head, headingLevel } = props;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.revisions(head.recordId),
    [api, head.recordId, head.revision],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label={t('records.history.loading')} />;
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
  const t = useTexts();
  const classes = useStyles();
  const { type, revisions } = props;
  const newest = revisions[0]?.revision ?? 1;
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const byNumber = (n: number) => revisions.find(r => r.revision === n);
  const before = byNumber(from);
  const after = byNumber(to);

  const choose = (
    id: string,
    label: string,
    value: number,
    onChange: (n: number) => void,
  ) => (
    <TextField
      select
      id={`${type.type}-${revisions[0].recordId}-${id}`}
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
          {t('records.history.number', { revision: r.revision })}
        </option>
      ))}
    </TextField>
  );

  return (
    <>
      <TableContainer>
        <Table
          size="small"
          aria-label={t('records.history.table', { record: type.title })}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('records.history.revision')}</TableCell>
              <TableCell>{t('records.history.author')}</TableCell>
              <TableCell>{t('records.history.recorded')}</TableCell>
              <TableCell>{t('records.materiality.legend')}</TableCell>
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
                      {r.source.etag
                        ? t('records.history.pathAt', {
                            path: r.source.path,
                            etag: r.source.etag.slice(0, 12),
                          })
                        : r.source.path}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>
                  <When at={r.recordedAt} />
                </TableCell>
                <TableCell>
                  {r.data === null
                    ? t('records.history.erased', {
                        materiality: materialityText(t, r),
                      })
                    : materialityText(t, r)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {revisions.length > 1 && (
        <>
          <div className={classes.choice}>
            {choose('from', t('records.history.compare'), from, setFrom)}
            {choose('to', t('records.history.with'), to, setTo)}
          </div>
          {before?.data === null || after?.data === null ? (
            <Typography>{t('records.history.oneErased')}</Typography>
          ) : (
            <RecordDiff
              schema={formSchemaOf(type)}
              headingLevel={props.headingLevel}
              from={before?.data}
              to={after?.data}
              same={t('records.history.same', { from, to })}
            />
          )}
        </>
      )}
    </>
  );
}
