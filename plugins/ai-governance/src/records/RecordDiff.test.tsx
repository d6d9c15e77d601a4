import { screen } from '@testing-library/react';
import { incident } from 'backstage-plugin-ai-governance-common';
import { dana } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { formSchemaOf } from './formSchema';
import { RecordDiff } from './RecordDiff';
import { StreamRecords } from './StreamRecords';

forbidConsole();

describe('what differs between two versions', () => {
  it('says another record by what it is, and one that is not known by its id', async () => {
    const api = new FakeSubjectApi();
    const { recordId } = api.write(dana, {
      type: 'monitoring',
      data: {
        period: { from: '2026-10-01', to: '2026-10-31' },
        abuse: { found: 'Nothing.' },
      },
    });
    const breaches = [recordId, 'gone'].map(monitoring => ({
      monitoring,
      measure: 'accuracy',
    }));
    await renderEntity(
      <StreamRecords subject="aisystem:default/card-limits">
        <RecordDiff
          schema={formSchemaOf(incident)}
          from={{}}
          to={{ breaches }}
        />
      </StreamRecords>,
      api,
    );
    expect(
      await screen.findByText(
        /Monitoring: 2026-10-01 to 2026-10-31: 0 breached/,
      ),
    ).toHaveTextContent(/Monitoring: gone/);
    expect(screen.queryByText(new RegExp(recordId))).not.toBeInTheDocument();
  });
});
