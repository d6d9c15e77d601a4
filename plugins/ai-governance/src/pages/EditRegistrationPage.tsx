import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  canonicalJson,
  registeredEntity,
  Registration,
  RegistrationView,
  RevisionConflictError,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { useNavigate, useParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../api';
import {
  errorWords,
  Loading,
  NextStep,
  ProblemPanel,
  useLoad,
} from '../components';
import { Author } from '../records';
import { RegistrationForm } from '../register/RegistrationForm';
import { WaitForCatalog } from '../register/WaitForCatalog';
import { registerRouteRef } from '../routes';
import { useTexts } from '../translation';

/** Revises a registration; one that was moved or withdrawn can be brought back. */
export function EditRegistrationPage() {
  const t = useTexts();
  const { namespace = '', name = '' } = useParams();
  const ref = stringifyEntityRef({ kind: 'aisystem', namespace, name });
  const api = useApi(aiGovernanceApiRef);
  const register = useRouteRef(registerRouteRef)();
  const { value, error, reload } = useLoad(async () => {
    const [{ items }, { policy }] = await Promise.all([
      api.registrations({ ref }),
      api.policy(),
    ]);
    return { head: items[0] as RegistrationView | undefined, policy };
  }, [api, ref]);

  let body;
  if (error) body = <ProblemPanel error={error} retry={reload} />;
  else if (!value) body = <Loading label={t('pages.register.edit.loading')} />;
  else if (!value.head?.data) {
    body = (
      <NextStep
        title={t('pages.register.edit.missing.title')}
        text={t('pages.register.edit.missing.text')}
        action={
          <LinkButton to={register} variant="outlined">
            {t('pages.register.title')}
          </LinkButton>
        }
      />
    );
  } else body = <Editor key={ref} head={value.head} policy={value.policy} />;
  return (
    <Content>
      <Typography variant="h3" component="h2" gutterBottom>
        {value?.head?.data?.title ?? t('pages.register.edit.title')}
      </Typography>
      {body}
    </Content>
  );
}

function Editor(props: {
  head: RegistrationView;
  policy: Parameters<typeof RegistrationForm>[0]['policy'];
}) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const navigate = useNavigate();
  const entityLink = useEntityRefLink();
  const { namespace = 'default', name = '' } = useParams();
  const page = entityLink({ kind: 'aisystem', namespace, name });
  const { ref } = props.head;
  const [base, setBase] = useState<RevisionView<Registration>>(props.head);
  const [theirs, setTheirs] = useState<RevisionView<Registration>>();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const [saved, setSaved] = useState<Registration>();
  const { data } = base;
  const ended = data && data.status !== 'registered' ? data : undefined;

  const send = async (written: Registration) => {
    setSending(true);
    setRefusal(undefined);
    try {
      const baseRevision = (theirs ?? base).revision;
      await api.reviseRegistration(ref, { data: written, baseRevision });
      setSaved(written);
    } catch (failure) {
      if (failure instanceof RevisionConflictError) {
        // where nothing was typed, what is there now is shown in its place
        const show = ended ? setBase : setTheirs;
        show(failure.head as RevisionView<any>);
      } else setRefusal(failure as Error);
    } finally {
      setSending(false);
    }
  };

  if (saved) {
    const { spec, metadata } = registeredEntity(namespace, saved);
    return (
      <WaitForCatalog
        entityRef={ref}
        text={t('pages.register.edit.done')}
        expected={entity =>
          entity?.metadata.title === metadata.title &&
          canonicalJson(entity?.spec ?? {}) === canonicalJson(spec)
        }
        onDone={() => navigate(page)}
      />
    );
  }
  if (ended) {
    const { status, reason, repository, ...kept } = ended;
    return (
      <NextStep
        title={t(
          status === 'moved'
            ? 'pages.register.edit.moved.title'
            : 'pages.register.edit.withdrawn.title',
        )}
        text={
          status === 'moved'
            ? t('pages.register.edit.moved.text', {
                repository: repository ?? '',
              })
            : t('pages.register.edit.withdrawn.text', { reason: reason ?? '' })
        }
        action={
          <>
            <Button
              variant="outlined"
              disabled={sending}
              onClick={() => send({ ...kept, status: 'registered' })}
            >
              {t('pages.register.edit.again')}
            </Button>
            {refusal && (
              <Typography color="error" role="alert">
                {errorWords(refusal)}
              </Typography>
            )}
          </>
        }
      />
    );
  }
  return (
    <RegistrationForm
      key={base.revision}
      initial={data ?? {}}
      policy={props.policy}
      namespace={namespace}
      registered
      sendLabel={t(
        theirs ? 'pages.register.edit.saveOnTop' : 'pages.register.edit.save',
      )}
      sending={sending}
      refusal={refusal}
      notice={
        theirs && (
          <Alert
            severity="warning"
            role="alert"
            action={
              <Button
                color="inherit"
                size="small"
                onClick={() => {
                  setBase(theirs);
                  setTheirs(undefined);
                }}
              >
                {t('pages.register.edit.theirs.take')}
              </Button>
            }
          >
            <AlertTitle>{t('pages.register.edit.theirs.title')}</AlertTitle>
            {t('pages.register.edit.theirs.text', {
              revision: theirs.revision,
              author: <Author author={theirs.author} />,
            })}
          </Alert>
        )
      }
      onSend={send}
      onCancel={() => navigate(page)}
    />
  );
}
