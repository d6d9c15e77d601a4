/** What the tab of the risk says. */
export const entityRisk = {
  acceptance: {
    title: 'Acceptance',
    none: 'Nobody has accepted this risk. Bring it down by a treatment, or ask somebody with the authority to take it for a time.',
    of: 'Acceptance of {{title}}',
    text: 'It is accepted as it is assessed now, and lapses when the scenario, the profile or a material change comes after.',
    ask: {
      title: 'Ask to accept: {{title}}',
      submit: 'Ask to accept',
      done: 'Acceptance asked for.',
    },
    accept: {
      label: 'Accept',
      title: 'Accept: {{title}}',
      submit: 'Accept the risk',
      done: 'Risk accepted.',
    },
  },
  library: {
    title: 'Risk library',
    text: 'What systems like this are known to suffer from.',
    loading: 'Loading the library',
    show: 'Show the library',
    hide: 'Hide the library',
    left: {
      scenarios_zero:
        'Every risk that is suggested for this system has a scenario.',
      scenarios_one:
        '{{count}} risk that is likely for a system like this has no scenario yet.',
      scenarios_other:
        '{{count}} risks that are likely for a system like this have no scenario yet.',
      threats_zero:
        'Every threat that is suggested for this system is modelled.',
      threats_one:
        '{{count}} threat that is likely for a system like this is not modelled yet.',
      threats_other:
        '{{count}} threats that are likely for a system like this are not modelled yet.',
    },
    untitled: 'an item without a title',
    lists: 'Lists of the library',
    suggested: 'Suggested ({{count}})',
    all: 'All',
    noneSuggested:
      'Nothing that is declared of the system speaks for an entry. Look through all of them, or write what you know below.',
    add: 'Add',
    unanswered: 'More may apply: the profile does not say {{questions}}.',
    search: 'Search the library',
    category: 'Category',
    catalogue: 'Catalogue',
    noneFound:
      'No entry is like this. Use fewer words or filters, or write it yourself below.',
    entries_one: '{{count}} entry',
    entries_other: '{{count}} entries',
    next: 'Show {{count}} more of {{all}}',
    likely: {
      title_one: '{{count}} risk is likely for a system like this',
      title_other: '{{count}} risks are likely for a system like this',
      text: 'By what is declared of it. Nothing is rated: whether it applies, and how grave it is, is for the assessment to say.',
      begin: 'Begin with it',
    },
    covered: 'Covered by {{titles}}',
    quoted: '“{{title}}”',
    more: 'More',
    moreOf: 'More about: {{title}}',
    less: 'Less',
    lessOf: 'Less about: {{title}}',
    causes: 'Typical causes',
    treatments: 'What can be done',
    when: 'When it matters:',
    controls: 'Controls of the CoSAI Risk Map',
    controlsOf: 'Controls against: {{title}}',
  },
  risk: {
    unassessed: {
      title: 'The risk has not been assessed yet',
      text: 'Write down what could go wrong, one scenario at a time: how likely it is, whom it would harm and how badly, and what you do about it. The level follows from the matrix.',
      action: 'Assess the risk',
    },
    unmodelled: {
      title: 'The threats have not been modelled yet',
      text: 'Say how somebody could misuse the system or turn it against you, and what stands against each of these threats.',
      action: 'Model the threats',
    },
    empty: {
      title: 'The assessment names no scenario',
      text: 'Edit it and add what could go wrong, one scenario at a time.',
    },
    scenarios: 'Scenarios',
    noneAbove:
      'No current risk is above the tolerance of this tier, {{tolerance}}.',
    above:
      '{{count}} of {{all}} above the tolerance of this tier, {{tolerance}}: each needs a treatment with an owner and a date, and to be accepted until it works.',
    inherent: 'Inherent risk',
    current: 'Current risk',
    target: 'Target risk',
    tolerance: {
      above: 'Above tolerance',
      accepted: 'Above tolerance, accepted',
      asked: 'Above tolerance, acceptance asked for',
      acceptedAndAsked: 'Above tolerance, accepted, acceptance asked for',
    },
    knownAs: 'Known as',
    knownAsOf: 'Known as: {{title}}',
    matrix: {
      title: 'Matrix',
      axes: 'Likelihood ↓ Consequence →',
      number: 'The number is that of the scenario below.',
      marker: {
        inherent: '{{number}} {{title}}: inherent risk {{level}}',
        current: '{{number}} {{title}}: current risk {{level}}',
        target: '{{number}} {{title}}: target risk {{level}}',
      },
      hint: {
        inherent: '{{title}} (inherent)',
        current: '{{title}} (current)',
        target: '{{title}} (target)',
      },
    },
    preview: {
      choose: 'Choose likelihood and the three consequences to see the level.',
      gives: 'This gives {{level}}',
      evidence:
        'It counts while all the evidence it rests on counts; until then the current risk is the inherent one.',
    },
  },
  threats: {
    title: 'Threats',
    none: 'It names no threat yet: edit it, and add what somebody could do.',
  },
} as const;
