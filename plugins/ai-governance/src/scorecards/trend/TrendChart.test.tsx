import { render, screen } from '@testing-library/react';
import { trendOf } from '../../pages/__testUtils__/scorecards';
import { TrendChart } from './TrendChart';

const points = trendOf('2026-11-24T10:00:00.000Z', {
  11: { subjects: 4, counts: { pass: 15, fail: 4, expired: 3, exempt: 1 } },
  12: { subjects: 5, counts: { pass: 3, fail: 1 } },
});

describe('The chart of twelve months', () => {
  it('has the share, the days and the states that occur in words', () => {
    const { container } = render(
      <TrendChart points={points} untilNow onChoose={() => {}} />,
    );
    const words = [...container.querySelectorAll('svg text')].map(
      text => text.textContent,
    );
    expect(words).toEqual(expect.arrayContaining(['68 %', '75 %']));
    expect(words).toEqual(
      expect.arrayContaining(['Nov 242025', 'Jan 242026', 'Oct 24', 'Now']),
    );
    expect(screen.getByText('Share that holds')).toBeVisible();
    expect(screen.getByText('Exempt, counted apart')).toBeVisible();
    // a bar for each state that occurs at a point
    expect(
      container.querySelectorAll('.recharts-bar-rectangle path'),
    ).toHaveLength(6);
  });

  it('takes nothing from the keyboard, nor from who hears the page: for them there is a table', () => {
    const { container } = render(
      <TrendChart points={points} untilNow={false} onChoose={() => {}} />,
    );
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
    expect(container.querySelector('[tabindex="0"]')).toBeNull();
    expect(container.querySelector('svg')).toBeInTheDocument();
    expect(screen.queryByText('Now')).not.toBeInTheDocument();
  });
});
