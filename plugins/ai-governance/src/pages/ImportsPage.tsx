import { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { importsReadPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, useLoad } from '../components';
import { BelowInventory } from './BelowInventory';
import { ImportReportCard } from './ImportReportCard';

/** What became of the registers that the catalog imports: what was taken, and which rows need somebody's hand. */
export function ImportsPage() {
  return (
    <BelowInventory
      title="Imports"
      permission={importsReadPermission}
      loadingLabel="Loading the imports"
      denied={{
        title: 'You may not see the imports',
        text: 'They quote registers word for word, rows that nobody owns yet among them. Whoever looks after permissions in this portal can let you read them (ai-governance.imports.read).',
      }}
    >
      <Imports />
    </BelowInventory>
  );
}

function Imports(): ReactNode {
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(() => api.imports(), [api]);
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label="Loading the imports" />
    );
  }
  if (value.length === 0) {
    return (
      <NextStep
        title="No register is imported"
        text={
          <>
            AI systems that stand in a spreadsheet come into the catalog by a
            mapping of its columns: export it as CSV, and configure{' '}
            <code>catalog.providers.aiSystemRegister</code>.
          </>
        }
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
