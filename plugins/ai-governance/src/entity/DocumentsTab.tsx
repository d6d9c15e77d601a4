import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  Loading,
  ProblemPanel,
  useAiGovernanceSignal,
  useLoad,
} from '../components';
import { CardForDocuments } from '../modelCard';
import { DocumentTab } from '../records';
import { useTexts } from '../translation';
import { DocumentsSource } from './DocumentsSource';
import { DocumentItem } from './DocumentItem';
import { askedOf, listedDocuments } from './documents';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  back: { display: 'inline-block', marginBottom: theme.spacing(2) },
}));

/** The documents of the system of this page that have no tab of their own: `?type=operations` opens one, with `&edit` to write it. */
export function DocumentsTab() {
  const t = useTexts();
  const classes = useStyles();
  const [params] = useSearchParams();
  const named = params.get('type');
  const type = listedDocuments.find(listed => listed.type === named);
  if (!type) return <DocumentList />;
  const name = type.title.toLocaleLowerCase('en-US');
  return (
    <>
      <Link to="?" className={classes.back}>
        {t('entity.documents.all')}
      </Link>
      <DocumentTab
        key={type.type}
        type={type}
        empty={{
          title: t('entity.documents.none', { name }),
          text: type.description,
          action: t('entity.documents.write'),
        }}
      />
    </>
  );
}

function useDocuments() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const load = useCallback(async () => {
    const [posture, ...records] = await Promise.all([
      api.posture(ref),
      ...listedDocuments.map(({ type }) => api.records(ref, { type })),
    ]);
    const documents = listedDocuments.map((type: RecordType, index) => ({
      type,
      head: records[index][0],
      asked: askedOf(type.type, posture),
    }));
    return { posture, documents };
  }, [api, ref]);
  const loaded = useLoad(load, [load]);
  useAiGovernanceSignal(loaded.reload);
  return loaded;
}

function DocumentList() {
  const t = useTexts();
  const classes = useStyles();
  const { value, error, reload } = useDocuments();
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('entity.documents.loading')} />
    );
  }
  return (
    <Paper className={classes.root}>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('entity.documents.title')}
      </Typography>
      <Typography color="textSecondary" paragraph>
        {t('entity.documents.text')}
      </Typography>
      <DocumentsSource source={value.posture.source} />
      {value.posture.may.append && <CardForDocuments posture={value.posture} />}
      {error && <ProblemPanel error={error} retry={reload} />}
      <ul className={classes.list}>
        {value.documents.map(document => (
          <DocumentItem
            key={document.type.type}
            {...document}
            posture={value.posture}
          />
        ))}
      </ul>
    </Paper>
  );
}
