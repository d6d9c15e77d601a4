import { useState } from 'react';
import { Content } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { aiGovernanceApiRef } from '../api';
import {
  AsOfAddress,
  instantWords,
  Loading,
  NextStep,
  PastBanner,
  useAsOf,
} from '../components';
import { useLocale } from '../translation';
import { FoundAI } from './organization/FoundAI';
import { ManagementRecords } from './organization/ManagementRecords';
import { OrganizationControls } from './organization/OrganizationControls';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

/** The management system of the organization: what is asked of it, and its records; on a past day what was asked of it. */
export function OrganizationPage() {
  const time = useAsOf();
  return (
    <Content>
      <TitleLine title="Management system" time={time} />
      <Typography paragraph>
        What the organization wants to reach with its AI, how that is measured,
        reviewed by management and audited, and which requirements apply to it.
      </Typography>
      {/* what was said of another time is no answer, also not for a moment */}
      <ManagementSystem key={time.asOf ?? 'now'} time={time} />
    </Content>
  );
}

function ManagementSystem({ time }: { time: AsOfAddress }) {
  const { asOf, query } = time;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.organizationPosture(query),
    [api, asOf],
  );
  const locale = useLocale();
  const [written, setWritten] = useState(0);
  const onWritten = async () => {
    setWritten(count => count + 1);
    await reload();
  };
  return (
    <>
      <PastBanner
        address={time}
        of="the policy and the records of the organization"
        error={error}
        retry={reload}
      />
      {!value && !error && <Loading label="Loading the management system" />}
      {value && asOf !== undefined && value.results.length === 0 && (
        <NextStep
          title="Nothing was asked of the organization then"
          text={`No policy was held on ${instantWords(
            asOf,
            locale,
          )}. Choose a later day.`}
        />
      )}
      {value && value.results.length > 0 && (
        <OrganizationControls
          results={value.results}
          past={asOf !== undefined}
        />
      )}
      {value && asOf === undefined && (
        <>
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
    </>
  );
}
