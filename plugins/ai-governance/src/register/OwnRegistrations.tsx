import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Alert from '@material-ui/lab/Alert';
import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useLoad } from '../components';
import { editRegistrationRouteRef } from '../routes';
import { useTexts } from '../translation';

/** What the reader moved or withdrew: it has no page that leads back to it, until a repository brings it back. */
export function OwnRegistrations() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const link = useRouteRef(editRegistrationRouteRef);
  // a help only: without it the form is there all the same
  const { value } = useLoad(
    () => api.registrations({ mine: 'true', limit: 500 }),
    [api],
  );
  const own = (value?.items ?? []).filter(
    ({ data }) => data && data.status !== 'registered',
  );
  if (own.length === 0) return null;
  const item = ({ ref, data }: RegistrationView, i: number) => {
    const { namespace, name } = parseEntityRef(ref);
    return (
      <span key={ref}>
        {i > 0 && ', '}
        {t(
          data!.status === 'moved'
            ? 'register.own.moved'
            : 'register.own.withdrawn',
          {
            title: <Link to={link({ namespace, name })}>{data!.title}</Link>,
          },
        )}
      </span>
    );
  };
  return (
    <Alert severity="info" icon={false} style={{ marginBottom: 24 }}>
      {t('register.own.text', { list: <>{own.map(item)}</> })}
    </Alert>
  );
}
