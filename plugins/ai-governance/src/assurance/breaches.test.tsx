import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana } from '../components/__testUtils__/company';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { ChangesTab } from '../entity/ChangesTab';
import { breachQuery } from '../records';
import { AssuranceTab } from './AssuranceTab';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const report = {
  period: { from: '2026-10-01', to: '2026-10-31' },
  source: 'nightly-evaluation',
  abuse: { found: 'None.' },
  performance: {
    found: 'Fewer were right.',
    measures: [
      { name: 'accuracy', value: 0.81, threshold: 0.85, direction: 'below' },
      { name: 'recall', value: 0.9, threshold: 0.85, direction: 'below' },
    ],
  },
};

function reported() {
  const api = new FakeSubjectApi();
  api.clock = () => new Date().toISOString();
  const { recordId } = api.write(dana, { type: 'monitoring', data: report });
  return { api, recordId };
}
const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('a breached threshold', () => {
  it('is shown with the ways to follow it up, which say what they are about', async () => {
    const { api, recordId } = reported();
    await renderEntity(<AssuranceTab />, api);
    const monitoring = await section('Monitoring');
    expect(monitoring.getByText('accuracy: 0.81, below 0.85')).toBeVisible();
    expect(monitoring.getByText('Not followed up')).toBeVisible();
    expect(monitoring.queryByText(/^recall/)).not.toBeInTheDocument();
    const asked = breachQuery(recordId, ['accuracy']);
    expect(
      monitoring.getByRole('button', { name: 'Open an incident: accuracy' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/aisystem/card-limits/assurance?write=incident&${asked}`,
    );
    expect(
      monitoring.getByRole('button', { name: 'Log a change: accuracy' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/aisystem/card-limits/changes?edit&${asked}`,
    );
  });

  it('opens an incident in which the report, the measure and the day stand already', async () => {
    const { api, recordId } = reported();
    await renderEntity(<AssuranceTab />, api, {
      path: `/?write=incident&${breachQuery(recordId, ['accuracy'])}`,
    });
    const form = within(
      await screen.findByRole('group', { name: 'Record incident' }),
    );
    expect(form.getByLabelText(/^Title/)).toHaveValue('accuracy breached');
    expect(form.getByLabelText(/^Detected on/)).toHaveValue(
      new Date().toISOString().slice(0, 10),
    );
    expect(form.getByLabelText(/^Severity/)).toHaveValue('');
    await userEvent.selectOptions(form.getByLabelText(/^Kind/), 'failure');
    await userEvent.selectOptions(form.getByLabelText(/^Severity/), 'high');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    const monitoring = await section('Monitoring');
    expect(
      await monitoring.findByText(
        'Followed up: accuracy breached (high, open)',
      ),
    ).toBeVisible();
    expect(
      monitoring.queryByRole('button', { name: /^Open an incident/ }),
    ).not.toBeInTheDocument();
    expect(api.appended[0].data).toMatchObject({
      breaches: [{ monitoring: recordId, measure: 'accuracy' }],
      what: 'Reported by nightly-evaluation for 2026-10-01 to 2026-10-31:\n- accuracy: 0.81, below 0.85\n\nFewer were right.',
    });

    // the next incident is another one
    await userEvent.click(
      screen.getByRole('button', { name: 'Record incident' }),
    );
    expect(await screen.findByLabelText(/^Title/)).toHaveValue('');
  });

  it('opens its incident again after it was discarded', async () => {
    const { api } = reported();
    await renderEntity(<AssuranceTab />, api);
    const record = { name: 'Record incident' };
    for (const _time of ['first', 'second']) {
      await userEvent.click(
        await screen.findByRole('button', {
          name: 'Open an incident: accuracy',
        }),
      );
      const form = within(await screen.findByRole('group', record));
      expect(form.getByLabelText(/^Title/)).toHaveValue('accuracy breached');
      await userEvent.click(form.getByRole('button', { name: 'Discard' }));
      expect(screen.queryByRole('group', record)).not.toBeInTheDocument();
    }
  });

  it('is in a change that is logged because of it', async () => {
    const { api, recordId } = reported();
    await renderEntity(<ChangesTab />, api, {
      path: `/?edit&${breachQuery(recordId, ['accuracy'])}`,
    });
    await screen.findByRole('heading', { name: 'Log a change' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Breach 1: accuracy' }),
    );
    expect(
      await screen.findByDisplayValue('2026-10-01 to 2026-10-31: 1 breached'),
    ).toBeVisible();
    expect(screen.getByDisplayValue('accuracy')).toBeVisible();
  });

  it('offers nothing to those who may not write', async () => {
    const { api } = reported();
    api.may = { ...api.may, append: false };
    await renderEntity(<AssuranceTab />, api);
    const monitoring = await section('Monitoring');
    expect(monitoring.getByText('Not followed up')).toBeVisible();
    expect(
      monitoring.queryByRole('button', { name: /^Open an incident/ }),
    ).not.toBeInTheDocument();
  });
});
