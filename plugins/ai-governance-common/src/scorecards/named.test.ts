import { controls } from '../controls';
import { controlsOfScorecard, defaultScorecards } from './named';

const idsOf = (
  choices?: Parameters<typeof controlsOfScorecard>[0]['controls'],
) => controlsOfScorecard({ controls: choices }, controls).map(c => c.id);

describe('controlsOfScorecard', () => {
  it('takes ids, families, and what answers a framework at a level', () => {
    expect(idsOf(['POL-02', 'PPL'])).toEqual(['PPL-01', 'PPL-02', 'POL-02']);
    expect(idsOf([{ level: 'gold' }])).toEqual(
      controls.filter(c => c.level === 'gold').map(c => c.id),
    );
    expect(idsOf([{ framework: 'nist-ai-rmf', level: 'gold' }])).toEqual(
      idsOf([{ level: 'gold' }]),
    );
    expect(idsOf([{ framework: 'none' }])).toEqual([]);
    expect(idsOf(undefined)).toEqual(controls.map(c => c.id));
  });

  it('finds controls for each scorecard that is there by default', () => {
    const found = defaultScorecards.map(({ id, controls: choices }) => [
      id,
      idsOf(choices).length,
    ]);
    expect(found).toEqual([
      ['iso-42001-baseline', controls.filter(c => c.level === 'bronze').length],
      ['high-impact', controls.length],
      ['vendor-ai', controls.filter(c => c.family === 'VEN').length + 1],
    ]);
  });
});
