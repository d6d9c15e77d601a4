import { entityRisk } from './entityRisk';

export const entity = {
  ...entityRisk,
  anotherName: {
    confirmed:
      'Called {{name}} until {{until}}; that it is the same was confirmed by {{author}}.',
    unconfirmed:
      'Its entity says that it was called {{name}}. Records, decisions and days of that are not its own until somebody who may decide on both, and is not of the team that owns it, confirms that it is the same. Until then nothing should be written here.',
    confirm: 'Confirm',
    dialog: {
      title: 'Is {{title}} the same as {{name}}?',
      reason: 'Why it is the same',
      confirm: 'It is the same',
      text: 'Every record, decision and day of it will be those of {{title}}, for whoever may read that. An approval goes on where what was approved is the same. This cannot be undone, and is recorded with your name.',
      done: 'Its history goes on.',
    },
  },
  approval: {
    none: 'Not asked for yet',
    until: '{{standing}} until {{day}}',
    ask: 'Ask for approval',
    who: 'Who approves it',
    look: 'Look at the approval',
    lookRequest: 'Look at the request',
    decide: 'Decide',
    again: 'Approve again',
    changed: 'Look at what changed',
  },
  change: {
    erased: 'A change whose text was erased',
    since: 'In effect since {{since}}',
    by: {
      person: 'In effect since {{since}} · recorded {{recorded}} by {{author}}',
      pipeline:
        'In effect since {{since}} · recorded {{recorded}} by {{author}}, reported by a pipeline',
      feed: 'In effect since {{since}} · recorded {{recorded}} by {{author}}, reported by a feed',
      agent:
        'In effect since {{since}} · recorded {{recorded}} by {{author}}, reported by an agent',
    },
    nothingBefore: 'Nothing before',
    became: 'became',
    nothingAfter: 'nothing after',
    rollback: 'How to roll back',
    correct: 'Correct',
    correctOf: 'Correct {{title}}',
    history: 'History: {{count}} revisions',
    historyOf: 'History of {{title}}',
    hideHistory: 'Hide the history',
  },
  changes: {
    title: 'Changes',
    loading: 'Loading the changes',
    log: 'Log a change',
    correct: 'Correct: {{title}}',
    untitled: 'change',
    filter: 'Show',
    allKinds: 'All kinds',
    none: {
      title: 'No change has been logged yet',
      text: 'Log each change of the model, prompt, data or vendor and why it was made. A material change asks for a new look at the risk and the intended use.',
    },
    noneOfKind: 'No change of this kind has been logged.',
  },
  document: {
    written: 'Revision {{revision}} by {{author}}, {{at}}',
    erased: 'Revision {{revision}} by {{author}}, {{at}} · its text was erased',
    unwritten: 'Not written yet.',
    notAsked: 'It is not asked of this system.',
    file: 'From the repository: {{file}}',
    fileEmpty: {
      text: 'The file states nothing yet.',
      link: 'See what is to do',
    },
    fileWrong: {
      text: 'The file cannot be taken as it is.',
      link: 'See what is wrong with it',
    },
    edit: 'Edit',
    editOf: 'Edit: {{title}}',
    write: 'Write',
    writeOf: 'Write: {{title}}',
  },
  documents: {
    title: 'Documents',
    text: 'What else is written of the system, beside its intended use and its risk. What is asked of it depends on its tier and its profile.',
    loading: 'Loading the documents',
    all: 'All documents',
    none: 'Nothing is written under {{name}} yet',
    write: 'Write it',
    source: {
      here: 'Write them here, or keep them as files beside the code: with the annotation {{annotation}} in the catalog file of the system they are read from that folder.',
      read: 'What lies in {{location}} is read from there. All else is written here.',
      readAt:
        'What lies in {{location}} is read from there, the last time on {{at}}. All else is written here.',
      ignored: 'Files that are passed over',
    },
  },
  exempt: {
    ask: 'Ask for an exemption',
    of: 'Ask for an exemption: {{title}}',
  },
  fix: {
    file: 'Edit {{path}}, then check again.',
    unknownFile:
      'Edit the file that this entity was registered from, then check again.',
    policy: 'It is done on the page of the policy.',
    policyFile: 'It is mended in the governance policy, by those who keep it.',
    organization: 'It is done on the page of the management system.',
  },
  graph: {
    cut: 'There is more than this: the catalog was followed for {{steps, number}} steps and through at most {{entities, number}} entities.',
    it: 'it',
    first: {
      dependsOn: 'Depends on {{to}}',
      consumesApi: 'Calls {{to}}',
      apiProvidedBy: 'Is provided by {{to}}',
      hasPart: 'Contains {{to}}',
      partOf: 'Is part of {{to}}',
      other: '{{relation}} {{to}}',
    },
    next: {
      dependsOn: 'depends on {{to}}',
      consumesApi: 'calls {{to}}',
      apiProvidedBy: 'is provided by {{to}}',
      hasPart: 'contains {{to}}',
      partOf: 'is part of {{to}}',
      other: '{{relation}} {{to}}',
    },
  },
  intendedUse: {
    none: {
      title: 'Nobody has written the intended use yet',
      text: 'Say what the system is for, who uses it, what it must not be used for and where it fails. People who meet its output rely on this page.',
      action: 'Write the intended use',
    },
  },
  posture: {
    title: 'AI governance',
    loading: 'Loading the posture',
    ofPast: 'profile, approval and results',
    calledThen: 'It was called {{name}} then.',
    pastDay: 'On a past day',
    check: 'Check again',
    checking: 'Checking…',
    observed: 'Observed in the catalog {{observed}}, by policy {{version}}.',
    evaluated:
      'Observed in the catalog {{observed}}, evaluated {{evaluated}}, by policy {{version}}.',
  },
  resting: {
    title: 'What rests on it',
    loading: 'Loading what rests on it',
    graph: 'In the catalog graph',
    none: {
      title: 'Nothing rests on it',
      text: 'Nothing in the catalog that you may read says so. Whatever uses it names it in its file under spec.dependsOn.',
    },
    csv: 'Download as CSV',
    reached_one:
      '{{count}} entity of {{owners}}: whom a change or an incident reaches',
    reached_other:
      '{{count, number}} entities of {{owners}}: whom a change or an incident reaches',
    owners_one: '{{count}} owner',
    owners_other: '{{count, number}} owners',
    noOwner: 'Without an owner',
    showFirst: 'Show the first {{count}}',
    showAll: 'Show all {{count, number}}',
    kind: {
      aisystem: 'AI system',
      airesource: 'AI resource',
      api: 'API',
    },
  },
  result: {
    since: 'Since {{since}}',
    sinceUntil: 'Since {{since}} · {{state}} from {{from}}',
    why: 'Why it is asked',
    hideWhy: 'Hide why it is asked',
    asked:
      'Holds when {{holdsWhen}}. Asked of: {{appliesTo}}. Level: {{level}}.',
  },
  results: {
    show_one: 'Show {{count}} that needs nothing',
    show_other: 'Show {{count}} that need nothing',
    hide_one: 'Hide {{count}} that needs nothing',
    hide_other: 'Hide {{count}} that need nothing',
  },
  service: {
    title: 'AI systems it rests on',
    loading: 'Loading AI systems',
    noStanding:
      'No standing: not read from the catalog yet, or not visible to you.',
    tier: 'Tier: {{tier}}',
    level: 'Level: {{level}}',
  },
  summary: {
    profileErrors:
      'What the source declares is not valid, so it does not count',
    tier: {
      title: 'Tier',
      override:
        'By decision of {{by}} until {{until}}; the rule gives {{tier}}.',
      why: 'Why',
      answer: 'Answer {{field}}.',
    },
    level: {
      title: 'Level',
      exempt_one: '{{level}}, with {{count}} exemption',
      exempt_other: '{{level}}, with {{count}} exemptions',
      blocked: '{{count}} to {{level}}',
    },
    controls: 'Controls',
    approval: 'Approval',
    first: { label: 'What to do first', title: 'First: {{title}}' },
    nothing: {
      holds: 'Everything that is asked holds. Nothing to do now.',
      unevaluated: 'Not evaluated yet. It will show here in a moment.',
      pastHeld: 'Everything that was asked held.',
      pastUnevaluated: 'It was not evaluated yet.',
    },
  },
  team: {
    title: 'AI governance',
    loading: 'Loading the scorecard',
    scorecard: 'Scorecard of the team',
    none: {
      title: 'This team owns no AI system',
      text: 'Name the team as spec.owner of the systems that it answers for, and its scorecard appears here.',
    },
    below: 'The team with everything below it',
    systems: 'AI systems',
    unevaluated: '{{all}}, {{count}} of them wait for the first evaluation',
    levels: 'Levels',
    noLevels: 'None yet',
    overdue: 'Overdue',
  },
} as const;
