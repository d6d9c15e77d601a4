import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Change,
  change as changeType,
  changeKinds,
  RevisionView,
  sourceOfRecord,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { caseSearch } from '../assurance/case';
import { Loading, NextStep, ProblemPanel } from '../components';
import {
  breachesAsked,
  draftKey,
  inWords,
  isFromFile,
  PlaceHeading,
  RecordEditor,
  unsavedDraft,
  useHeadingFocus,
  useSubjectRecords,
  WriteButton,
} from '../records';
import { useTexts } from '../translation';
import { ChangeEntry } from './changes/ChangeEntry';
import { tabPaths } from './places';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  tools: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  filter: { minWidth: 160 },
  list: { margin: theme.spacing(2, 0, 0), padding: 0 },
}));

/** What changed in the system of this page, newest first, and why. */
export function ChangesTab() {
  const t = useTexts();
  const { ref, value, error, reload } = useSubjectRecords<Change>('change');
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('entity.changes.loading')} />
    );
  }
  return (
    <Changes
      subject={ref}
      posture={value.posture}
      changes={value.records}
      reload={reload}
    />
  );
}

const newestFirst = (a: RevisionView<any>, b: RevisionView<any>) =>
  b.effectiveAt.localeCompare(a.effectiveAt) ||
  b.recordedAt.localeCompare(a.recordedAt);

function Changes(props: {
  subject: string;
  posture: SubjectPosture;
  changes: RevisionView<Change>[];
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { subject, posture, changes, reload } = props;
  const [params, setParams] = useSearchParams();
  const [kind, setKind] = useState('');
  // 'new', or the record id of the entry that is corrected; what was typed before a reload opens again
  const [writing, setWriting] = useState<string | undefined>(() => {
    if (!posture.may.append) return undefined;
    // what comes from a file is written there, whatever was drafted here before
    const written = changes
      .map(c => c.recordId)
      .filter(id => !isFromFile(sourceOfRecord(posture.source, id)));
    const said = changes.map(({ data }) => data);
    const drafted = ['new', ...written].find(id =>
      unsavedDraft(draftKey(subject, 'change', id), said),
    );
    return drafted ?? (params.has('edit') ? 'new' : undefined);
  });
  // what was logged is read again at its own title
  const [logged, setLogged] = useState<string>();
  const heading = useHeadingFocus(
    writing ?? 'log',
    params.has('edit'),
    logged !== undefined,
  );
  const write = (id: string) => {
    setLogged(undefined);
    setWriting(id);
  };
  const breaches = breachesAsked(params);
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  const navigate = useNavigate();
  const stopWriting = () => {
    const of = params.get('of');
    // what is written for a case leads back to it
    if (of !== null && writing === 'new') {
      navigate(`${page}/${tabPaths.assurance}${caseSearch(of)}`, {
        replace: true,
      });
      return;
    }
    setWriting(undefined);
    for (const key of ['edit', 'breach', 'measure']) params.delete(key);
    setParams(params, { replace: true });
  };

  const head = changes.find(c => c.recordId === writing);
  const shown = [...changes]
    .filter(c => kind === '' || c.data?.kind === kind)
    .sort(newestFirst);

  const correcting =
    head &&
    t('entity.changes.correct', {
      title: head.data?.title ?? t('entity.changes.untitled'),
    });
  if (writing) {
    return (
      <Paper className={classes.root}>
        <PlaceHeading ref={heading} gutterBottom>
          {correcting ?? t('entity.changes.log')}
        </PlaceHeading>
        <Typography color="textSecondary" paragraph>
          {changeType.description}
        </Typography>
        <RecordEditor
          key={writing}
          subject={subject}
          type={changeType}
          head={head as RevisionView | undefined}
          start={breaches.length > 0 ? { breaches } : undefined}
          onCancel={stopWriting}
          onSaved={async ({ recordId }) => {
            await reload();
            setLogged(recordId);
            setKind('');
            stopWriting();
          }}
        />
      </Paper>
    );
  }
  const logButton = (
    <WriteButton
      label={t('entity.changes.log')}
      posture={posture}
      onClick={() => write('new')}
    />
  );
  if (changes.length === 0) {
    return (
      <Paper className={classes.root}>
        <PlaceHeading ref={heading}>{t('entity.changes.title')}</PlaceHeading>
        <NextStep
          title={t('entity.changes.none.title')}
          text={t('entity.changes.none.text')}
          action={logButton}
        />
      </Paper>
    );
  }
  return (
    <Paper className={classes.root}>
      <div className={classes.head}>
        <PlaceHeading ref={heading}>{t('entity.changes.title')}</PlaceHeading>
        <span className={classes.tools}>
          <TextField
            select
            id="change-kind-filter"
            className={classes.filter}
            label={t('entity.changes.filter')}
            variant="outlined"
            size="small"
            value={kind}
            onChange={event => setKind(event.target.value)}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
          >
            <option value="">{t('entity.changes.allKinds')}</option>
            {changeKinds.map(k => (
              <option key={k} value={k}>
                {inWords(k)}
              </option>
            ))}
          </TextField>
          {logButton}
        </span>
      </div>
      {shown.length === 0 && (
        <Typography>{t('entity.changes.noneOfKind')}</Typography>
      )}
      <ol className={classes.list}>
        {shown.map(revision => (
          <ChangeEntry
            key={revision.recordId}
            revision={revision}
            mayEdit={posture.may.append}
            cameFor={[params.get('see'), logged].includes(revision.recordId)}
            file={sourceOfRecord(posture.source, revision.recordId)}
            onEdit={() => write(revision.recordId)}
          />
        ))}
      </ol>
    </Paper>
  );
}
