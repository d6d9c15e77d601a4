import { useLocation } from 'react-router-dom';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana, me } from '../../components/__testUtils__/company';
import { FakeSubjectApi } from '../../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../../components/__testUtils__/noConsole';
import { renderEntity } from '../../components/__testUtils__/renderEntity';
import { ChangesTab } from '../../entity/ChangesTab';
import { AssuranceTab } from '..';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const page = '/catalog/default/aisystem/card-limits';
const incident = {
  title: 'Wrong limits',
  kind: 'failure',
  severity: 'high',
  status: 'open',
  detected: '2026-11-20',
  what: 'Limits were doubled.',
};
const report = {
  period: { from: '2026-10-01', to: '2026-10-31' },
  source: 'nightly-evaluation',
  performance: {
    found: 'Fewer were right.',
    measures: [
      { name: 'accuracy', value: 0.81, threshold: 0.85, direction: 'below' },
      { name: 'recall', value: 0.8, threshold: 0.85, direction: 'below' },
    ],
  },
};

const leaked = () => {
  const api = new FakeSubjectApi();
  const { recordId } = api.write(dana, { type: 'incident', data: incident });
  return { api, recordId };
};
const actionAfter = (recordId: string) => ({
  title: 'Double check',
  from: { kind: 'incident', recordId },
  severity: 'high',
  status: 'open',
  plan: 'A second pair of eyes.',
  owner: dana,
});
const wholeCase = async (title: string) =>
  within(await screen.findByRole('region', { name: `Case: ${title}` }));
const step = (whole: { getAllByRole: any }, index: number) =>
  within(whole.getAllByRole('listitem')[index]);

describe('the cases of a system', () => {
  it('are listed with the open ones first, each with what is missing, until when and the way to it; what is settled on demand', async () => {
    const { api, recordId } = leaked();
    const late = api.write(dana, {
      type: 'incident',
      data: { ...incident, title: 'Outage', detected: '2026-01-02' },
    });
    const action = {
      ...actionAfter('audit-1'),
      title: 'Never done',
      from: { kind: 'audit', recordId: 'audit-1' },
    };
    const closed = api.write(dana, { type: 'corrective-action', data: action });
    api.write(dana, {
      type: 'corrective-action',
      recordId: closed.recordId,
      baseRevision: 1,
      data: { ...action, status: 'cancelled', reason: 'Not needed.' },
    });
    await renderEntity(<AssuranceTab />, api);
    const section = within(
      await screen.findByRole('region', { name: 'Cases' }),
    );
    const open = within(section.getByRole('list', { name: 'Open cases' }));
    const items = open.getAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(open.getByRole('link', { name: 'Wrong limits' })).toHaveAttribute(
      'href',
      `${page}/assurance?case=${recordId}`,
    );
    expect(open.getByRole('link', { name: 'Outage' })).toHaveAttribute(
      'href',
      `${page}/assurance?case=${late.recordId}`,
    );
    expect(items[0]).toHaveTextContent(
      /Severity: High.*It is to be contained and resolved\. 1 more step waits\./,
    );
    const settled = section.getByText('1 settled case');
    expect(
      section.getByRole('link', { name: 'Never done', hidden: true }),
    ).not.toBeVisible();
    await userEvent.click(settled);
    expect(section.getByRole('link', { name: 'Never done' })).toHaveAttribute(
      'href',
      `${page}/assurance?case=${closed.recordId}`,
    );
    expect(
      screen.getByRole('navigation', { name: 'On this tab' }),
    ).toHaveTextContent(/Cases \(2 open/);
  });

  it('say what a case begins with while there is none', async () => {
    await renderEntity(<AssuranceTab />, new FakeSubjectApi());
    const section = within(
      await screen.findByRole('region', { name: 'Cases' }),
    );
    expect(section.getByText(/^Nothing went wrong so far\./)).toBeVisible();
    expect(section.queryByText(/settled/)).not.toBeInTheDocument();
  });
});

describe('a case', () => {
  it('says of each step how it stands and what is missing, with the button that does it', async () => {
    const { api, recordId } = leaked();
    await renderEntity(<AssuranceTab />, api, { path: `/?case=${recordId}` });
    const whole = await wholeCase('Wrong limits');
    expect(whole.getByText('Not settled')).toBeVisible();
    expect(whole.getByText('2 steps wait')).toBeVisible();
    expect(whole.getByRole('heading', { level: 2 })).toHaveFocus();

    const first = step(whole, 0);
    expect(first.getByRole('heading', { name: 'Incident' })).toBeVisible();
    expect(first.getByText('Open')).toBeVisible();
    // who wrote it last need not be who detected it
    expect(whole.getAllByRole('listitem')[0]).toHaveTextContent(
      /Detected .+ · last written by dana/i,
    );
    expect(whole.getByText('Severity: High')).toBeVisible();
    expect(first.getByRole('link', { name: 'Wrong limits' })).toHaveAttribute(
      'href',
      `${page}/assurance?see=incident&of=${recordId}`,
    );
    expect(
      first.getByRole('button', { name: /^Carry the incident on/ }),
    ).toHaveAttribute(
      'href',
      `${page}/assurance?write=incident&of=${recordId}`,
    );

    const second = step(whole, 1);
    expect(second.getByText('Not recorded')).toBeVisible();
    expect(second.getByText(/No corrective action yet\./)).toBeVisible();
    expect(
      second.getByRole('button', { name: /^Record the action/ }),
    ).toHaveAttribute(
      'href',
      `${page}/assurance?write=corrective-action&of=${recordId}`,
    );
  });

  it('of a breach offers what follows from that measure', async () => {
    const api = new FakeSubjectApi();
    const { recordId } = api.write(dana, { type: 'monitoring', data: report });
    await renderEntity(<AssuranceTab />, api, { path: `/?case=${recordId}` });
    const whole = await wholeCase('accuracy: 0.81, below 0.85');
    const hrefs = step(whole, 1)
      .getAllByRole('button')
      .map((b: HTMLElement) => b.getAttribute('href'));
    expect(hrefs).toEqual([
      `${page}/assurance?write=incident&of=${recordId}&breach=${recordId}&measure=recall`,
      `${page}/assurance?write=corrective-action&of=${recordId}`,
      `${page}/changes?edit&breach=${recordId}&measure=recall&of=${recordId}`,
    ]);
  });

  it('lets nobody verify what they did, and says so', async () => {
    const { api, recordId } = leaked();
    const action = { ...actionAfter(recordId), status: 'done' };
    const { recordId: of } = api.write(dana, {
      type: 'corrective-action',
      data: action,
    });
    api.may = { ...api.may, assure: true };
    api.me = dana;
    const { unmount } = await renderEntity(<AssuranceTab />, api, {
      path: `/?case=${recordId}`,
    });
    const own = await wholeCase('Wrong limits');
    expect(await own.findByText(/^You did it/)).toBeVisible();
    unmount();

    api.me = me;
    await renderEntity(<AssuranceTab />, api, { path: `/?case=${recordId}` });
    const whole = await wholeCase('Wrong limits');
    expect(
      await whole.findByRole('button', { name: /^Say whether it works/ }),
    ).toHaveAttribute(
      'href',
      `${page}/assurance?write=corrective-action&of=${of}`,
    );
  });

  it('says to a reader who may not write who does', async () => {
    const { api, recordId } = leaked();
    api.may = { ...api.may, append: false };
    await renderEntity(<AssuranceTab />, api, { path: `/?case=${recordId}` });
    const whole = await wholeCase('Wrong limits');
    expect(whole.getAllByText(/^You may not write here/)).toHaveLength(2);
    expect(
      whole.queryByRole('button', { name: /^Record the action/ }),
    ).not.toBeInTheDocument();
  });

  it('leads to the approval that a change takes', async () => {
    const { api, recordId } = leaked();
    const { recordId: of } = api.write(dana, {
      type: 'monitoring',
      data: report,
    });
    const breaches = [{ monitoring: of, measure: 'accuracy' }];
    api.write(dana, {
      type: 'incident',
      recordId,
      data: { ...incident, breaches },
    });
    const changed = api.write(dana, {
      type: 'change',
      data: {
        kind: 'model',
        title: 'Retrained',
        why: 'It drifted.',
        origin: 'person',
        breaches,
      },
    });
    await renderEntity(<AssuranceTab />, api, {
      path: `/?case=${changed.recordId}`,
    });
    const whole = await wholeCase('Wrong limits');
    expect(whole.getByRole('link', { name: 'Retrained' })).toHaveAttribute(
      'href',
      `${page}/changes?see=${changed.recordId}`,
    );
    expect(
      whole.getByRole('button', { name: /^Ask for approval/ }),
    ).toHaveAttribute('href', `${page}/assurance?ask=`);
  });

  it('is printed', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    const { api, recordId } = leaked();
    await renderEntity(<AssuranceTab />, api, { path: `/?case=${recordId}` });
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalled();
  });

  it('says when a record belongs to none', async () => {
    const { api } = leaked();
    await renderEntity(<AssuranceTab />, api, { path: '/?case=none' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'belongs to no case',
    );
  });
});

describe('from a case', () => {
  it('the action is begun with what it is about, and leads back when it is saved', async () => {
    const { api, recordId } = leaked();
    await renderEntity(<AssuranceTab />, api, {
      path: `/?write=corrective-action&of=${recordId}`,
    });
    const form = within(
      await screen.findByRole('group', { name: 'Record corrective action' }),
    );
    expect(form.getByLabelText(/^Severity/)).toHaveValue('high');
    expect(form.getByLabelText(/^Record/)).toHaveValue(
      'Wrong limits (high, open)',
    );
    await userEvent.type(form.getByLabelText(/^Title/), 'Double check');
    await userEvent.type(
      form.getByRole('textbox', { name: /^What is to be done/ }),
      'Look.',
    );
    await userEvent.type(form.getByLabelText(/^Owner/), dana);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    const whole = await wholeCase('Wrong limits');
    expect(whole.getByRole('link', { name: 'Double check' })).toBeVisible();
    expect(api.appended[0].data).toMatchObject({
      from: { kind: 'incident', recordId },
    });
  });

  it('a new entry is empty for who only came to see one', async () => {
    const { api, recordId } = leaked();
    await renderEntity(<AssuranceTab />, api, {
      path: `/?see=incident&of=${recordId}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record corrective action' }),
    );
    const form = within(
      await screen.findByRole('group', { name: 'Record corrective action' }),
    );
    expect(form.getByLabelText(/^Of what kind/)).toHaveValue('');
    expect(form.getByLabelText(/^Severity/)).toHaveValue('');
    await userEvent.click(form.getByRole('button', { name: 'Discard' }));
    expect(
      await screen.findByRole('heading', { name: /^Wrong limits/ }),
    ).toBeVisible();
  });

  it('the entry of a step is opened, also among many, and leads to the case', async () => {
    const { api, recordId } = leaked();
    for (const title of ['A', 'B', 'C', 'D', 'E', 'F']) {
      api.write(dana, { type: 'incident', data: { ...incident, title } });
    }
    await renderEntity(<AssuranceTab />, api, {
      path: `/?see=incident&of=${recordId}`,
    });
    expect(
      await screen.findByRole('heading', { name: /^Wrong limits/ }),
    ).toHaveFocus();
    expect(screen.getByText('Limits were doubled.')).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^See the whole case: Wrong/ }),
    ).toHaveAttribute('href', `${page}/assurance?case=${recordId}`);
  });

  it('its incident is carried on in its form', async () => {
    const { api, recordId } = leaked();
    await renderEntity(<AssuranceTab />, api, {
      path: `/?write=incident&of=${recordId}`,
    });
    const form = within(
      await screen.findByRole('group', { name: /^Revise: Wrong limits/ }),
    );
    await userEvent.click(form.getByRole('button', { name: 'Discard' }));
    expect(await wholeCase('Wrong limits')).toBeDefined();
  });

  it('a change is logged in place of an action or beside it, and leads back', async () => {
    const { api, recordId } = leaked();
    const { recordId: reported } = api.write(dana, {
      type: 'monitoring',
      data: report,
    });
    const breaches = [{ monitoring: reported, measure: 'accuracy' }];
    api.write(dana, {
      type: 'incident',
      recordId,
      data: { ...incident, breaches },
    });
    const asked = `?edit&breach=${reported}&measure=accuracy&of=${recordId}`;
    const ways = () =>
      screen
        .queryAllByRole('button', { name: /^Log a change.*again/ })
        .map(b => b.getAttribute('href'));
    const { unmount } = await renderEntity(<AssuranceTab />, api, {
      path: `/?case=${recordId}`,
    });
    await wholeCase('Wrong limits');
    expect(ways()).toEqual([`${page}/changes${asked}`]);
    unmount();

    function Tabs() {
      const { pathname } = useLocation();
      return pathname.endsWith('/assurance') ? (
        <AssuranceTab />
      ) : (
        <ChangesTab />
      );
    }
    await renderEntity(<Tabs />, api, { path: `${page}/changes${asked}` });
    await screen.findByRole('heading', { name: 'Log a change' });
    const text = (name: RegExp) => screen.getByRole('textbox', { name });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /^What changed/ }),
      'model',
    );
    await userEvent.type(text(/^Title/), 'Retrained');
    await userEvent.type(text(/^Why/), 'It drifted.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const whole = await wholeCase('Wrong limits');
    expect(whole.getByRole('link', { name: 'Retrained' })).toBeVisible();
    // one deals with it
    expect(ways()).toEqual([]);
  });

  it('its change is shown among the changes', async () => {
    const api = new FakeSubjectApi();
    const { recordId } = api.write(dana, {
      type: 'change',
      data: {
        kind: 'model',
        title: 'Retrained',
        why: 'It drifted.',
        origin: 'person',
      },
    });
    await renderEntity(<ChangesTab />, api, { path: `/?see=${recordId}` });
    expect(
      await screen.findByRole('heading', { name: 'Retrained' }),
    ).toHaveFocus();
  });
});
