import { useState } from 'react';
import { Content } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel } from '../components';
import { FoundAI } from './organization/FoundAI';
import { ManagementRecords } from './organization/ManagementRecords';
import { OrganizationControls } from './organization/OrganizationControls';
import { useReading } from './useReading';

/** The management system of the organization: what is asked of it, and its records. */
export function OrganizationPage() {
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.organizationPosture(),
    [api],
  );
  const [written, setWritten] = useState(0);
  const onWritten = async () => {
    setWritten(count => count + 1);
    await reload();
  };
  return (
    <Content>
      <Typography variant="h3" component="h2" gutterBottom>
        Management system
      </Typography>
      <Typography paragraph>
        What the organization wants to reach with its AI, how that is measured,
        reviewed by management and audited, and which requirements apply to it.
      </Typography>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading the management system" />}
      {value && (
        <>
          <OrganizationControls results={value.results} />
          <FoundAI may={value.may} written={written} />
          {value.may.read ? (
            <ManagementRecords may={value.may} onWritten={onWritten} />
          ) : (
            <NextStep
              title="The records are not for you to read"
              text="Objectives, reviews and audits of the organization take the permission ai-governance.organization.read. Ask those who keep this portal."
            />
          )}
        </>
      )}
    </Content>
  );
}
