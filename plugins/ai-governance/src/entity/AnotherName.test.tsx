import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { forbidConsole } from '../components/__testUtils__/noConsole';
import {
  cardLimits,
  renderEntity,
} from '../components/__testUtils__/renderEntity';
import { PostureCard } from './PostureCard';

forbidConsole();

const entity = {
  ...cardLimits,
  metadata: {
    ...cardLimits.metadata,
    annotations: {
      ...cardLimits.metadata.annotations,
      'ai-governance/continues': 'limits',
    },
  },
};
const says = /Its entity says that it was called/;

describe('what had another name', () => {
  it('is confirmed by who may decide, with a reason; then the page says who did', async () => {
    const api = new FakeSubjectApi();
    api.may = { ...api.may, decide: true };
    const { notices } = await renderEntity(<PostureCard />, api, { entity });

    expect(await screen.findByText(says)).toHaveTextContent(
      'it was called aisystem:default/limits.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    const dialog = within(
      screen.getByRole('dialog', {
        name: 'Is Card limits the same as aisystem:default/limits?',
      }),
    );
    const send = dialog.getByRole('button', { name: 'It is the same' });
    expect(send).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Why it is the same/ }),
      ' Only its name. ',
    );
    api.refusedContinuation = new Error(
      'from: there is no history of aisystem:default/limits',
    );
    await userEvent.click(send);
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /there is no history/,
    );
    api.refusedContinuation = undefined;
    await userEvent.click(send);

    expect(
      await screen.findByText(/that it is the same was confirmed by/),
    ).toHaveTextContent('Called aisystem:default/limits until');
    expect(screen.queryByText(says)).not.toBeInTheDocument();
    expect(notices).toEqual(['Its history goes on.']);
    const [record] = await api.records(api.ref, { type: 'continuation' });
    expect(record.data).toEqual({
      from: 'aisystem:default/limits',
      to: api.ref,
      reason: 'Only its name.',
    });
  });

  it('is only told to who may not, and nothing is said where its entity says nothing', async () => {
    const api = new FakeSubjectApi();
    const { unmount } = await renderEntity(<PostureCard />, api, { entity });
    expect(await screen.findByText(says)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Confirm' }),
    ).not.toBeInTheDocument();
    unmount();

    await renderEntity(<PostureCard />, api);
    expect(
      await screen.findByText('First: Intended use documented'),
    ).toBeVisible();
    expect(screen.queryByText(says)).not.toBeInTheDocument();
  });
});
