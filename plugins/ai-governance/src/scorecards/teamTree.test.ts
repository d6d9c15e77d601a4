import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { team as teamOf } from '../pages/__testUtils__/FakeAiGovernance';
import {
  ancestorsOf,
  teamsBelow,
  teamsNamed,
  teamTree,
  visibleRows,
} from './teamTree';

const team = (
  name: string,
  parent?: string,
  of: Parameters<typeof teamOf>[1] = {},
) => teamOf(name, { ...of, parent });
const names = (rows: { team: TeamScorecard }[]) => rows.map(r => r.team.name);

describe('teamTree', () => {
  const failing = { counts: { pass: 5, fail: 5 } };
  const teams = [
    team('holds', undefined, { counts: { pass: 10 }, tiers: { high: 9 } }),
    team('nothing-asked'),
    team('low', undefined, { ...failing, tiers: { minimal: 3 } }),
    team('high', undefined, {
      counts: { pass: 9, fail: 1 },
      tiers: { high: 1 },
    }),
    team('prohibited', undefined, {
      counts: { pass: 99, fail: 1 },
      tiers: { prohibited: 1 },
    }),
    team('better-child', 'high', { counts: { pass: 9, expired: 1 } }),
    team('worse-child', 'high', { counts: { pass: 1, 'not-reported': 9 } }),
  ];

  it('puts those in need first among their siblings', () => {
    expect(names(visibleRows(teamTree(teams), new Set()))).toEqual([
      'prohibited',
      'high',
      'worse-child',
      'better-child',
      'low',
      'holds',
      'nothing-asked',
    ]);
  });

  it('weighs what does not hold of a high system before any of a lower one', () => {
    const siblings = [
      team('many-limited', undefined, {
        counts: { pass: 1, fail: 50 },
        openByTier: { limited: 50 },
      }),
      team('one-high', undefined, {
        counts: { pass: 90, fail: 1 },
        openByTier: { high: 1 },
      }),
      team('more-high', undefined, {
        counts: { pass: 90, fail: 2 },
        openByTier: { high: 2 },
      }),
      team('minimal', undefined, {
        counts: { fail: 60 },
        openByTier: { minimal: 60 },
      }),
    ];
    expect(names(visibleRows(teamTree(siblings), new Set()))).toEqual([
      'more-high',
      'one-high',
      'many-limited',
      'minimal',
    ]);
  });

  it('hides what is below a collapsed team', () => {
    const rows = visibleRows(teamTree(teams), new Set(['group:default/high']));
    expect(names(rows)).not.toContain('worse-child');
    expect(rows.find(r => r.team.name === 'high')!.expandable).toBe(true);
  });

  it('keeps every team of a cycle, and one whose parent is not listed', () => {
    const odd = [
      team('a', 'b'),
      team('b', 'a'),
      team('self', 'self'),
      team('orphan', 'unseen'),
    ];
    expect(names(visibleRows(teamTree(odd), new Set())).sort()).toEqual([
      'a',
      'b',
      'orphan',
      'self',
    ]);
    expect(
      names(ancestorsOf(odd, 'group:default/a').map(t => ({ team: t }))),
    ).toEqual(['b']);
  });

  it('finds the way up and everything below', () => {
    const chain = [team('top'), team('mid', 'top'), team('leaf', 'mid')];
    expect(ancestorsOf(chain, 'group:default/leaf').map(t => t.name)).toEqual([
      'top',
      'mid',
    ]);
    expect(teamsBelow(chain, 'group:default/top').map(t => t.name)).toEqual([
      'mid',
      'leaf',
    ]);
  });
});

describe('teamsNamed', () => {
  const tree = teamTree([
    team('hhs'),
    team('nih', 'hhs'),
    team('cdc', 'hhs'),
    team('nih-labs', 'nih'),
    team('doe'),
  ]);

  it('keeps the teams that are named so, with those above them', () => {
    const rows = (text: string) =>
      names(visibleRows(teamsNamed(tree, text), new Set()));
    expect(rows(' NIH ')).toEqual(['hhs', 'nih', 'nih-labs']);
    expect(rows('doe')).toEqual(['doe']);
    expect(rows('nobody')).toEqual([]);
  });
});
