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
import { useLocale, useTexts } from '../translation';
import { FoundAI } from './organization/FoundAI';
import { ManagementRecords } from './organization/ManagementRecords';
import { OrganizationControls } from './organization/OrganizationControls';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

/** The management system of the organization: what is asked of it, and its records; on a past day what was asked of it. */
export function OrganizationPage() {
  const t = useTexts();
  const time = useAsOf();
  return (
    <Content>
      <TitleLine title={t('pages.organization.page.title')} time={time} />
      <Typography paragraph>{t('pages.organization.page.about')}</Typography>
      {/* what was said of another time is no answer, also not for a moment */}
      <ManagementSystem key={time.asOf ?? 'now'} time={time} />
    </Content>
  );
}

function ManagementSystem({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const locale = useLocale();
  const { asOf, query } = time;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.organizationPosture(query),
    [api, asOf],
  );
  const [written, setWritten] = useState(0);
  const onWritten = async () => {
    setWritten(count => count + 1);
    await reload();
  };
  return (
    <>
      <PastBanner
        address={time}
        of={t('pages.organization.page.past')}
        error={error}
        retry={reload}
      />
      {!value && !error && (
        <Loading label={t('pages.organization.page.loading')} />
      )}
      {value && asOf !== undefined && value.results.length === 0 && (
        <NextStep
          title={t('pages.organization.page.nothingThen.title')}
          text={t('pages.organization.page.nothingThen.text', {
            day: instantWords(asOf, locale),
          })}
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
              title={t('pages.organization.page.notToRead.title')}
              text={t('pages.organization.page.notToRead.text')}
            />
          )}
        </>
      )}
    </>
  );
}
