import { useState } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { controlTest } from 'backstage-plugin-ai-governance-common';
import { dana } from '../../components/__testUtils__/company';
import { FakeSubjectApi } from '../../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../../components/__testUtils__/noConsole';
import { renderEntity } from '../../components/__testUtils__/renderEntity';
import { fieldsOf, formSchemaOf, partOf } from '../formSchema';
import { FieldFacts } from '../RecordReader';
import { StreamRecords } from '../StreamRecords';
import { RecordForm } from './RecordForm';

forbidConsole();
beforeEach(() => window.localStorage.clear());

const schema = partOf(formSchemaOf(controlTest), ['evidenceRecords']);
const pages = {
  title: 'Limit tests',
  link: 'https://git.example.com/tests',
  sha256: 'a'.repeat(64),
  producer: 'CI',
  generatedAt: '2026-11-01',
  effectiveFrom: '2026-11-01',
  expires: '2027-06-30',
};

function company() {
  const api = new FakeSubjectApi();
  api.clock = () => '2026-11-20T10:00:00.000Z';
  return api;
}

function Form(props: { api: FakeSubjectApi; ids?: string[]; alone?: boolean }) {
  const [value, setValue] = useState<any>({ evidenceRecords: props.ids ?? [] });
  return (
    <>
      <RecordForm
        type={controlTest}
        subject={props.alone ? undefined : props.api.ref}
        schema={schema}
        value={value}
        onChange={setValue}
      />
      <output aria-label="Taken">
        {JSON.stringify(value.evidenceRecords)}
      </output>
    </>
  );
}

const picker = () => screen.findByRole('textbox', { name: /^Evidence/ });
const written = () => JSON.parse(screen.getByLabelText('Taken').textContent!);

describe('A reference to a record', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-24T10:00:00Z'));
  });
  afterEach(() => jest.restoreAllMocks());

  it('is picked by what the record is, with the day and how it stands, by the keyboard alone', async () => {
    const api = company();
    api.write(dana, {
      type: 'evidence',
      data: { ...pages, title: 'Old tests', expires: '2026-11-20' },
      effectiveAt: '2026-11-02T00:00:00.000Z',
    });
    const { recordId } = api.write(dana, {
      type: 'evidence',
      data: pages,
      effectiveAt: '2026-11-03T00:00:00.000Z',
    });
    await renderEntity(<Form api={api} ids={[]} />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add evidence' }),
    );
    const input = await picker();
    act(() => input.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(
      (await screen.findAllByRole('option')).map(o => o.textContent),
    ).toEqual([
      'Limit tests, until 2027-06-30Evidence, 2026-11-03, Does not count yet',
      'Old tests, until 2026-11-20Evidence, 2026-11-02, Expired',
    ]);
    await userEvent.keyboard('limit{ArrowDown}{Enter}');
    expect(input).toHaveValue('Limit tests, until 2027-06-30');
    expect(written()).toEqual([recordId]);
    expect(input).toHaveAccessibleDescription(
      /The evidence “Limit tests” counts once a control test or an approval/,
    );
  });

  it('that is of no record stays as it is, with a warning', async () => {
    const api = company();
    await renderEntity(<Form api={api} ids={['gone-1']} />, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No such record of this system is known',
    );
    const input = await picker();
    expect(input).toHaveValue('gone-1');
    expect(input).toHaveAccessibleDescription(/No such record/);
    expect(written()).toEqual(['gone-1']);
  });

  it('says where records come from when there is none', async () => {
    const api = company();
    await renderEntity(<Form api={api} ids={['']} />, api);
    await userEvent.click(await picker());
    expect(
      await screen.findByText(/No evidence of this system is recorded yet/),
    ).toBeVisible();
  });

  it('is to a record that can be written in passing, by those who may write', async () => {
    const api = company();
    await renderEntity(<Form api={api} ids={['']} />, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'New evidence…' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Record evidence' }),
    );
    for (const [label, text] of [
      [/^Title/, pages.title],
      [/^Link/, pages.link],
      [/^SHA-256/, pages.sha256],
      [/^Producer/, pages.producer],
    ] as const) {
      await userEvent.click(dialog.getByLabelText(label));
      await userEvent.paste(text);
    }
    for (const [label, text] of [
      [/^Generated on/, pages.generatedAt],
      [/^Effective from/, pages.effectiveFrom],
      [/^Expires/, pages.expires],
    ] as const) {
      await userEvent.type(dialog.getByLabelText(label), text);
    }
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.appended.map(a => a.type)).toEqual(['evidence']);
    const input = await picker();
    await waitFor(() =>
      expect(input).toHaveValue('Limit tests, until 2027-06-30'),
    );
    expect(written()).toEqual(['record-1']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers nothing to write to those who may not', async () => {
    const api = company();
    api.may = { ...api.may, append: false };
    await renderEntity(<Form api={api} ids={['gone-1']} />, api);
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: /^New/ })).toBeNull();
  });

  it('is typed where there is no subject to pick from, or its records cannot be read', async () => {
    const api = company();
    const { unmount } = await renderEntity(
      <Form api={api} ids={['a']} alone />,
      api,
    );
    await userEvent.type(await picker(), 'b');
    expect(written()).toEqual(['ab']);
    unmount();

    api.failure = new Error('out of order');
    await renderEntity(<Form api={api} ids={['a']} />, api);
    await waitFor(() =>
      expect(screen.queryByPlaceholderText('Choose…')).toBeNull(),
    );
    await userEvent.type(await picker(), 'c');
    expect(written()).toEqual(['ac']);
  });

  it('is read as the title of the record and the way to it; an unknown one by its id', async () => {
    const api = company();
    const { recordId } = api.write(dana, { type: 'evidence', data: pages });
    await renderEntity(
      <StreamRecords subject={api.ref}>
        <FieldFacts
          fields={fieldsOf(schema)}
          data={{ evidenceRecords: [recordId, 'gone-1'] }}
        />
      </StreamRecords>,
      api,
    );
    expect(
      await screen.findByRole('link', {
        name: 'Limit tests, until 2027-06-30',
      }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/aisystem/card-limits/assurance?see=evidence&of=${recordId}`,
    );
    expect(screen.getByText('gone-1').parentElement).toHaveTextContent(
      'gone-1 (no such record is known)',
    );
  });
});
