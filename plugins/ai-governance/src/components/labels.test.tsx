import { ReactElement } from 'react';
import { mockApis, MockErrorApi, TestApiProvider } from '@backstage/test-utils';
import { errorApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { render as renderAlone, screen } from '@testing-library/react';
import {
  noCounts,
  resultStates,
  share,
} from 'backstage-plugin-ai-governance-common';
import { english } from '../translation/__testUtils__/english';
import { CountsBar, LevelLabel, ShareText, stateLooks, TierLabel } from '.';

const render = (element: ReactElement) =>
  renderAlone(element, {
    wrapper: ({ children }) => (
      <TestApiProvider
        apis={[
          [translationApiRef, mockApis.translation()],
          [errorApiRef, new MockErrorApi()],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  });

const counts = { ...noCounts(), pass: 5, warning: 2, fail: 1, exempt: 1 };

it('says the counts of the bar in words', () => {
  render(<CountsBar counts={counts} />);
  expect(
    screen.getByRole('img', { name: '5 pass, 2 warning, 1 fail, 1 exempt' }),
  ).toBeInTheDocument();
});

it('gives the share of what is asked, the exempt by itself, and never rounds up to all', () => {
  const { rerender } = render(
    <ShareText share={share(counts)} counts={counts} />,
  );
  expect(screen.getByText('87 % · 7 of 8 hold, 1 exempt')).toBeInTheDocument();

  const nearly = { ...noCounts(), pass: 999, fail: 1 };
  rerender(<ShareText share={share(nearly)} counts={nearly} />);
  expect(screen.getByText('99 % · 999 of 1000 hold')).toBeInTheDocument();

  rerender(<ShareText share={null} counts={noCounts()} />);
  expect(screen.getByText('Nothing is asked')).toBeInTheDocument();
});

it('tells states apart by sign and word', () => {
  expect(new Set(resultStates.map(s => stateLooks[s].Icon)).size).toBe(8);
  expect(new Set(resultStates.map(s => english(`words.state.${s}`))).size).toBe(
    8,
  );
});

it('has words for what is not there yet', () => {
  render(
    <>
      <LevelLabel level={null} />
      <TierLabel tier={null} />
    </>,
  );
  expect(screen.getByText('No level yet')).toBeInTheDocument();
  expect(screen.getByText('Not decided yet')).toBeInTheDocument();
});
