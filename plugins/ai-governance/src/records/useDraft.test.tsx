import { act, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { confirmation } from 'backstage-plugin-ai-governance-common';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { RecordEditor } from './RecordEditor';
import { isRecorded, readDraft, unsavedDraft, useDraft } from './useDraft';

const key = 'ai-governance/draft/aisystem:default/bot/change/new';
const written = (title: string) => ({
  data: { title },
  materiality: 'material' as const,
  reason: '',
});
const form = () => renderHook(() => useDraft(key)).result.current;
const kept = () => readDraft(key)?.written.data;

beforeEach(() => window.localStorage.clear());

describe('What is typed and not saved', () => {
  it('stays when a form that was left while it saved hears that it is saved, if more was typed since', () => {
    const left = form();
    act(() => left.keep({ written: written('First') }));
    act(() => left.sending({ title: 'First' }));
    const again = form();
    expect(again.restored?.written.data).toEqual({ title: 'First' });
    act(() => again.keep({ written: written('First, and more') }));
    act(() => left.finish());
    expect(kept()).toEqual({ title: 'First, and more' });
  });

  it('goes with the save of its own form, and what the form fills in after that is kept no more', () => {
    const one = form();
    act(() => one.keep({ written: written('First') }));
    act(() => one.finish());
    expect(kept()).toBeUndefined();
    act(() => one.keep({ written: written('First') }));
    expect(kept()).toBeUndefined();
  });

  it('does not come back when it was recorded though the page was left before it said so', () => {
    const left = form();
    act(() => left.keep({ written: written('First') }));
    act(() => left.sending({ title: 'First' }));
    // another record, and the one that it became, with what the system adds
    expect(unsavedDraft(key, [{ title: 'Other' }, null])).toBeDefined();
    expect(
      unsavedDraft(key, [{ deadline: '2026-12-01', title: 'First' }]),
    ).toBeUndefined();
    expect(kept()).toBeUndefined();
  });

  it('comes back when it was refused, also when a record says the same', () => {
    const one = form();
    act(() => one.keep({ written: written('First') }));
    act(() => one.sending({ title: 'First' }));
    act(() => one.sending(undefined));
    expect(unsavedDraft(key, [{ title: 'First' }])).toMatchObject({
      written: { data: { title: 'First' } },
    });
  });

  it('is told from a record by all that was sent, in whatever order', () => {
    expect(isRecorded({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true); // prettier-ignore
    expect(isRecorded({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isRecorded({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(isRecorded(undefined, { a: 1 })).toBe(false);
    expect(isRecorded({ a: 1 }, null)).toBe(false);
  });
});

describe('A form that saves', () => {
  it('takes no more text meanwhile, keeps the draft until it is saved, and says what is unsure when it is opened again', async () => {
    const api = new FakeSubjectApi();
    let answer: () => void = () => {};
    const arrives = new Promise<void>(resolve => {
      answer = resolve;
    });
    const editor = () => (
      <RecordEditor
        subject={api.ref}
        type={confirmation}
        append={async request => {
          await arrives;
          return api.append(api.ref, request);
        }}
        onSaved={() => {}}
        onCancel={() => {}}
      />
    );
    const first = await renderEntity(editor(), api);
    const note = () => screen.getByLabelText(/^Note/, { selector: 'textarea' });
    await userEvent.type(note(), 'All is right.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saving…')).toBeVisible();
    expect(note()).toBeDisabled();
    expect(screen.getByLabelText('In effect since')).toBeDisabled();
    expect(screen.getByLabelText(/^Material:/)).toBeDisabled();
    first.unmount();

    const second = await renderEntity(editor(), api);
    expect(note()).toHaveValue('All is right.');
    expect(
      screen.getByText(/look whether it is recorded already/),
    ).toBeVisible();
    second.unmount();

    await act(async () => {
      answer();
      await arrives;
    });
    await renderEntity(editor(), api);
    expect(note()).toHaveValue('');
    expect(screen.queryByText(/unsaved text/)).not.toBeInTheDocument();
  });
});
