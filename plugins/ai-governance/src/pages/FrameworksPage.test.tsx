import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAiGovernance, team } from './__testUtils__/FakeAiGovernance';
import { openPortal } from './__testUtils__/openPortal';

jest.setTimeout(60_000);

const path = '/ai-governance/frameworks';

function bank() {
  const api = new FakeAiGovernance();
  api.teams = [team('credit', { title: 'Credit' })];
  api.controlCounts = {
    '': {
      'DOC-05': { pass: 2 },
      'PPL-01': { pass: 1, expired: 1 },
      'OPS-05': { 'not-reported': 3 },
      'ORG-01': { pass: 1 },
    },
    'group:default/credit': { 'OPS-05': { pass: 1 } },
  };
  return api;
}

const row = async (table: string, name: RegExp) =>
  (
    await within(await screen.findByRole('table', { name: table })).findByRole(
      'cell',
      { name },
    )
  ).closest('tr')!;

describe('The frameworks', () => {
  it('are listed with how many requirements stand how, and lead to each', async () => {
    openPortal(path, bank());
    const act = await row('Frameworks and how they are covered', /^EU AI Act/);
    expect(
      within(act)
        .getAllByRole('cell')
        .slice(1)
        .map(cell => cell.textContent),
    ).toEqual(['57', '2', '2', '1', '24', '28']);
    await userEvent.click(within(act).getByRole('link', { name: 'EU AI Act' }));
    expect(
      await screen.findByRole('heading', { name: 'EU AI Act' }),
    ).toBeVisible();
  });
});

describe('One framework', () => {
  const table = 'Requirements of EU AI Act';

  it('says of each requirement what answers it, how that stands, and from when it applies', async () => {
    openPortal(`${path}/eu-ai-act`, bank());
    const oversight = await row(table, /^Art\.26\(2\)/);
    expect(
      screen.getByText(/2 hold, 2 hold in part, 1 does not hold, 24 are asked/),
    ).toBeVisible();
    expect(oversight).toHaveTextContent(/Applies from .*2027/);
    expect(oversight).toHaveTextContent(/Holds in part/);
    expect(oversight).toHaveTextContent(/75 %.*3 pass, 1 expired/);
    expect(
      within(oversight).getByRole('link', { name: 'PPL-01' }),
    ).toHaveAttribute('href', '/ai-governance/inventory?control=PPL-01');
    expect(await row(table, /^Art\.50\(1\)/)).toHaveTextContent(/No control/);
    expect(await row(table, /^Art\.26\(6\)/)).toHaveTextContent(
      /Does not hold/,
    );
  });

  it('is over a team, or only what is missing, as its address says', async () => {
    const { address } = openPortal(
      `${path}/eu-ai-act?team=group:default/credit&gaps=`,
      bank(),
    );
    expect(await row(table, /^Art\.50\(1\)/)).toBeVisible();
    expect(
      screen.getByText(/Over what Credit owns, with those below/),
    ).toBeVisible();
    const shown = within(screen.getByRole('table', { name: table }));
    // it holds for the team
    expect(shown.queryByText(/^Art\.26\(6\)/)).toBeNull();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Only what is missing' }),
    );
    const logs = await row(table, /^Art\.26\(6\)/);
    expect(logs).toHaveTextContent(/Holds.*1 pass/);
    expect(within(logs).getByRole('link', { name: 'OPS-05' })).toHaveAttribute(
      'href',
      '/ai-governance/inventory?team=group%3Adefault%2Fcredit&control=OPS-05',
    );
    expect(new URLSearchParams(address().search).has('gaps')).toBe(false);
  });

  it('that there is not is said to be none', async () => {
    openPortal(`${path}/iso-9001`, bank());
    expect(await screen.findByText(/no framework iso-9001/)).toBeVisible();
  });
});

describe('The statement of applicability', () => {
  const table = 'Controls of Annex A of ISO/IEC 42001';

  it('says of each control whether it applies, why, how far it is implemented, and what shows it', async () => {
    const api = bank();
    api.applicability = [
      {
        recordId: 'r1',
        author: 'user:default/olga',
        recordedAt: '2026-03-01T00:00:00.000Z',
        data: {
          framework: 'iso-42001',
          requirement: 'A.10.4',
          applies: 'no',
          justification: 'No **customer** takes AI from us.',
        },
      },
    ];
    openPortal(`${path}/iso-42001/applicability`, api);
    expect(
      await screen.findByText(
        /Of 38 controls 0 apply, 1 are left out, and of 37 nobody has stated it yet/,
      ),
    ).toBeVisible();
    const customers = await row(table, /^A\.10\.4/);
    expect(customers).toHaveTextContent(/No customer takes AI from us\./);
    const policy = await row(table, /^A\.2\.3/);
    expect(policy).toHaveTextContent(/Not stated.*Implemented.*100 %/);
    expect(
      within(policy).getByRole('link', { name: 'ORG-01' }),
    ).toHaveAttribute('href', '/ai-governance/organization');

    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalled();
    print.mockRestore();
  });

  it('leads to stating what is not stated, for who may', async () => {
    const api = bank();
    openPortal(`${path}/iso-42001/applicability`, api);
    const policy = await row(table, /^A\.2\.3/);
    expect(
      within(policy).getByRole('link', {
        name: 'State whether A.2.3 applies',
      }),
    ).toHaveAttribute(
      'href',
      '/ai-governance/organization?type=applicability&write=new&framework=iso-42001&requirement=A.2.3',
    );
  });

  it('offers that to nobody else', async () => {
    const api = bank();
    api.mayOfOrganization = { ...api.mayOfOrganization, append: false };
    openPortal(`${path}/iso-42001/applicability`, api);
    await row(table, /^A\.2\.3/);
    await waitFor(() => expect(screen.queryByText('State it')).toBeNull());
  });
});
