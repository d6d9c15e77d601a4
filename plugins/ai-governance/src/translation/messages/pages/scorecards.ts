export const scorecards = {
  title: 'Scorecards',
  loading: 'Loading scorecards',
  loadingOne: 'Loading the scorecard',
  trend: 'The organization through twelve months',
  teams: {
    title: 'Teams',
    about:
      'A team counts everything below it, each system once. Where more does not hold at a graver tier comes first. A cell leads to the systems where something does not hold; the head of a column to the controls of its family. The arrow keys go from cell to cell.',
    caption: 'Teams and what holds',
  },
  team: {
    above: 'Teams above',
    all: 'All teams',
    inCatalog: 'Team in the catalog',
    owns: 'owns {{own, number}} of {{all, number}} itself',
    trend: '{{team}} through twelve months',
    alone: 'The team',
    withBelow: 'The team and those below',
    caption: 'The team and what holds',
    systems: 'AI systems',
    systemsOf: 'AI systems of {{team}}',
    noneVisible: {
      title: 'Nothing to show',
      text: "None of the team's systems is visible to you any more.",
    },
    nothing: {
      title: 'This team owns no AI system',
      text: 'Name the team as spec.owner of the systems that it answers for, and they appear here.',
    },
    nothingThen: {
      title: 'This team owned no AI system then',
      text: 'On {{day}} no system was its own, nor of a team below it.',
    },
  },
  named: {
    title: 'Named scorecards',
    above: 'Scorecards above',
    all: 'All scorecards',
    one: 'Scorecard',
    controls: 'Controls of {{scorecard}}',
    holding_one: '{{holding, number}} of {{count, number}} system holds all',
    holding_other: '{{holding, number}} of {{count, number}} systems hold all',
    noSystem: 'It is about no system here',
    nothing: {
      title: 'No system is in it',
      text: 'None that you may see is of the kind that this scorecard is about. Which these are stands in the configuration.',
    },
  },
  controls: {
    control: 'Control',
    level: 'Level',
    holds: 'Holds',
  },
} as const;
