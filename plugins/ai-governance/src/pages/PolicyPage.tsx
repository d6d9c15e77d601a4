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
import { useReading } from './useReading';

/** The policy in force, in words: the same that the controls read as data. */
export function PolicyPage() {
  const api = useApi(aiGovernanceApiRef);
  const organizationPage = useRouteRef(organizationRouteRef)();
  const { value, error, reload } = useReading(() => api.policy(), [api]);
  if (!value) {
    return (
      <Content>
        <Typography variant="h3" component="h2" gutterBottom>
          Policy
        </Typography>
        {error ? (
          <ProblemPanel error={error} retry={reload} />
        ) : (
          <Loading label="Loading the policy" />
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
        Version {policy.version}, in force since{' '}
        <Day day={policy.effectiveFrom} />
        {policy.approved ? (
          <>
            , approved by{' '}
            <Party entityRef={policy.approved.by} titles={titles} /> on{' '}
            <Day day={policy.approved.on} />.
          </>
        ) : (
          '. Who approved it is not said.'
        )}
      </Typography>
      <Acknowledgement view={value} onDone={reload} />
      <PolicyInWords policy={policy} titles={titles} />
      <Section title="What is asked of the organization">
        <Typography>
          Whether the policy itself is in force and reviewed, and the
          objectives, reviews and audits of the organization, are on the page{' '}
          <Link to={organizationPage} underline="always">
            Management system
          </Link>
          .
        </Typography>
      </Section>
      <PolicyVersions titles={titles} />
    </Content>
  );
}
