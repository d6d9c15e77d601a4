import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  sourceOfDocument,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { errorWords } from '../components';
import { declaredInPortal, isFromFile } from '../records';
import { useTexts } from '../translation';
import { CardImport } from './CardImport';
import { cardTypes } from './cardWords';
import { draftFromCard } from './draftFromCard';
import { FromCardButton } from './FromCardButton';
import { TakenFromCard } from './takeFromCard';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0, 2) },
  said: { marginTop: theme.spacing(2) },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** The documents of the system of this page from a model card: what is taken becomes unsaved text of their forms. */
export function CardForDocuments({ posture }: { posture: SubjectPosture }) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const page = useEntityRefLink()(entity);
  const [open, setOpen] = useState(false);
  const [taking, setTaking] = useState(false);
  const [drafted, setDrafted] = useState<string[]>();
  const [failure, setFailure] = useState<string>();

  const barred = {
    profile: t(
      declaredInPortal(entity)
        ? 'modelCard.documents.registered'
        : 'modelCard.documents.declared',
    ),
    ...Object.fromEntries(
      cardTypes
        .filter(({ type }) =>
          isFromFile(sourceOfDocument(posture.source, type)),
        )
        .map(({ type }) => [type, t('modelCard.documents.inFile')]),
    ),
  };
  const take = async ({ documents }: TakenFromCard) => {
    setTaking(true);
    setFailure(undefined);
    try {
      const types = Object.keys(documents);
      const heads = await Promise.all(
        types.map(async type => (await api.records(ref, { type }))[0]),
      );
      const kept = types.filter((type, index) =>
        draftFromCard(ref, type, documents[type], heads[index]),
      );
      if (kept.length < types.length) {
        setFailure(t('modelCard.documents.noDrafts'));
      } else {
        setDrafted(kept);
        setOpen(false);
      }
    } catch (error) {
      setFailure(errorWords(error as Error));
    } finally {
      setTaking(false);
    }
  };
  const drafts = cardTypes.filter(({ type }) => drafted?.includes(type));
  return (
    <div className={classes.root}>
      <FromCardButton
        open={open}
        onOpen={() => {
          setDrafted(undefined);
          setOpen(true);
        }}
      />
      {open && (
        <CardImport
          id="documents-card"
          barred={barred}
          taking={taking}
          onTake={take}
          onCancel={() => setOpen(false)}
        />
      )}
      {failure && (
        <Alert severity="error" role="alert" className={classes.said}>
          {failure}
        </Alert>
      )}
      {drafts.length > 0 && (
        <Alert severity="info" role="status" className={classes.said}>
          <AlertTitle>{t('modelCard.documents.drafted.title')}</AlertTitle>
          <Typography variant="body2">
            {t('modelCard.documents.drafted.text')}
          </Typography>
          <div className={classes.links}>
            {drafts.map(({ type, title }) => (
              <LinkButton
                key={type}
                size="small"
                variant="outlined"
                to={
                  type === 'intended-use'
                    ? `${page}/intended-use?edit`
                    : `?type=${type}&edit`
                }
              >
                {t('modelCard.documents.drafted.open', { title })}
              </LinkButton>
            ))}
          </div>
        </Alert>
      )}
    </div>
  );
}
