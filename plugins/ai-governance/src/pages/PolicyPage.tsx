import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { aiGovernanceApiRef } from '../api';
import { Day, Loading, ProblemPanel } from '../components';
import { Acknowledgement } from './policy/Acknowledgement';
import { Party } from './policy/Holders';
import { PolicyInWords } from './policy/PolicyInWords';
import { PolicyVersions } from './policy/PolicyVersions';
import { Section } from './policy/Section';
import { organizationRouteRef } from '../routes';
import { useTexts } from '../translation';
import { useReading } from './useReading';

/** The policy in force, in words: the same that the controls read as data. */
export function PolicyPage() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const organizationPage = useRouteRef(organizationRouteRef)();
  const { value, error, reload } = useReading(() => api.policy(), [api]);
  if (!value) {
    return (
      <Content>
        <Typography variant="h3" component="h2" gutterBottom>
          {t('pages.policy.title')}
        </Typography>
        {error ? (
          <ProblemPanel error={error} retry={reload} />
        ) : (
          <Loading label={t('pages.policy.loading')} />
        )}
      </Content>
    );
  }
  const { policy, titles } = value;
  return (
    <Content>
      {error && <ProblemPanel error={error} retry={reload} />}
      <Typography variant="h3" component="h2">
        {policy.title}
      </Typography>
      <Typography paragraph>
        {policy.approved
          ? t('pages.policy.standing.approved', {
              version: policy.version,
              day: <Day day={policy.effectiveFrom} />,
              party: <Party entityRef={policy.approved.by} titles={titles} />,
              approvedOn: <Day day={policy.approved.on} />,
            })
          : t('pages.policy.standing.notSaid', {
              version: policy.version,
              day: <Day day={policy.effectiveFrom} />,
            })}
      </Typography>
      <Acknowledgement view={value} onDone={reload} />
      <PolicyInWords policy={policy} titles={titles} />
      <Section title={t('pages.policy.organization.title')}>
        <Typography>
          {t('pages.policy.organization.text', {
            page: (
              <Link to={organizationPage} underline="always">
                {t('pages.policy.organization.page')}
              </Link>
            ),
          })}
        </Typography>
      </Section>
      <PolicyVersions titles={titles} />
    </Content>
  );
}
