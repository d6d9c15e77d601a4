import { useState } from 'react';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiGovernanceApiRef } from '../api';
import { FakeRegistrations } from '../pages/__testUtils__/FakeRegistrations';
import { Draft } from '../register/questions';
import { AnswersOptions, validateAnswers } from './answers';
import { AnswersField } from './AnswersField';

jest.setTimeout(60_000);

const patient = { timeout: 30_000 };

function open(options: AnswersOptions = {}, rawErrors: string[] = []) {
  const said: Draft[] = [];
  const Form = () => {
    const [answers, setAnswers] = useState<Draft>({});
    return (
      <AnswersField
        formData={answers}
        rawErrors={rawErrors}
        uiSchema={{ 'ui:options': options }}
        onChange={next => {
          said.push(next);
          setAnswers(next);
        }}
      />
    );
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, new FakeRegistrations()],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Form />
    </TestApiProvider>,
  );
  return said;
}

const errorsOf = (answers: Draft | undefined, options: AnswersOptions = {}) => {
  const messages: string[] = [];
  validateAnswers(
    answers,
    { addError: message => messages.push(message) },
    {
      apiHolder: TestApiRegistry.from([
        translationApiRef,
        mockApis.translation(),
      ]),
      uiSchema: { 'ui:options': options },
    },
  );
  return messages;
};

describe('the answers in a template', () => {
  it('show the tier as they are given, and are the value of the field', async () => {
    const said = open();
    const purpose = await screen.findByRole(
      'textbox',
      { name: /Purpose/ },
      patient,
    );
    const preview = within(
      screen.getByRole('complementary', { name: 'What follows from it' }),
    );
    expect(preview.getAllByRole('status')[0]).toHaveTextContent(/High.*open/);
    // as it is while one types: the next word follows
    fireEvent.change(purpose, { target: { value: 'Sum up ' } });
    expect(purpose).toHaveValue('Sum up ');
    await userEvent.click(
      within(
        screen.getByRole('group', { name: /What it influences/ }),
      ).getByRole('checkbox', { name: 'None of these' }),
    );
    expect(said.at(-1)).toEqual({
      purpose: 'Sum up ',
      affects: { influences: [] },
    });
    expect(
      preview.queryByText(/What it influences is not answered/),
    ).not.toBeInTheDocument();
  });

  it('are not asked what the entity around says by itself', async () => {
    open({ within: true });
    await screen.findByRole('textbox', { name: /Purpose/ }, patient);
    expect(screen.queryByRole('combobox', { name: /Stage/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /Owner team/ })).toBeNull();
    expect(
      screen.getByRole('combobox', { name: /How its data is classified/ }),
    ).toBeInTheDocument();
  });

  it('say what is missing at its field once they were refused', async () => {
    open({}, ['What it is: is needed']);
    const alert = await screen.findByRole('alert', {}, patient);
    expect(alert).toHaveTextContent(/Owner team: .*What it is: .*Stage: /);
  });

  it('are held to the rule of the catalog', () => {
    expect(errorsOf(undefined)).toEqual([
      'Owner team: This is needed.',
      'What it is: This is needed.',
      'Stage: This is needed.',
    ]);
    const whole: Draft = {
      type: 'agent',
      lifecycle: 'experimental',
      owner: 'group:default/hr',
      purpose: '',
    };
    expect(errorsOf(whole)).toEqual([]);
    expect(errorsOf({ ...whole, owner: 'a b' })).toHaveLength(1);
    expect(errorsOf({}, { within: true })).toEqual([]);
    expect(errorsOf({ accountable: 'a b' } as Draft, { within: true })).toEqual(
      [expect.stringMatching(/^Accountable leader: /)],
    );
  });
});
