import { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { importsReadPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, useLoad } from '../components';
import { useTexts } from '../translation';
import { BelowInventory } from './BelowInventory';
import { ImportReportCard } from './ImportReportCard';

const CONFIG_KEY = 'catalog.providers.aiSystemRegister';

/** What became of the registers that the catalog imports: what was taken, and which rows need somebody's hand. */
export function ImportsPage() {
  const t = useTexts();
  return (
    <BelowInventory
      title={t('pages.imports.title')}
      permission={importsReadPermission}
      loadingLabel={t('pages.imports.loading')}
      denied={{
        title: t('pages.imports.denied.title'),
        text: t('pages.imports.denied.text'),
      }}
    >
      <Imports />
    </BelowInventory>
  );
}

function Imports(): ReactNode {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(() => api.imports(), [api]);
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('pages.imports.loading')} />
    );
  }
  if (value.length === 0) {
    return (
      <NextStep
        title={t('pages.imports.none.title')}
        text={t('pages.imports.none.text', {
          key: <code>{CONFIG_KEY}</code>,
        })}
      />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {value.map(report => (
        <ImportReportCard key={report.id} report={report} />
      ))}
    </>
  );
}
