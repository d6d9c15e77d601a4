export const policy = {
  title: 'Policy',
  loading: 'Loading the policy',
  standing: {
    approved:
      'Version {{version}}, in force since {{day}}, approved by {{party}} on {{approvedOn}}.',
    notSaid:
      'Version {{version}}, in force since {{day}}. Who approved it is not said.',
  },
  acknowledge: {
    done: 'You acknowledged version {{version}} on {{time}}.',
    missing:
      'You have not acknowledged version {{version}} yet. To acknowledge says that you have read it and follow it.',
    button: 'Acknowledge',
  },
  organization: {
    title: 'What is asked of the organization',
    text: 'Whether the policy itself is in force and reviewed, and the objectives, reviews and audits of the organization, are on the page {{page}}.',
    page: 'Management system',
  },
  list: {
    next: '{{before}}, {{next}}',
    and: '{{before}} and {{last}}',
    or: '{{before}} or {{last}}',
  },
  duration: {
    years_one: '{{count, number}} year',
    years_other: '{{count, number}} years',
    months_one: '{{count, number}} month',
    months_other: '{{count, number}} months',
    weeks_one: '{{count, number}} week',
    weeks_other: '{{count, number}} weeks',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
  },
  scope: {
    title: 'Scope',
    notSaid: 'The policy does not say what it covers.',
    regulations: 'Every system answers the questions of: {{regulations}}.',
    link: 'Whole text of the policy',
  },
  regulation: {
    'eu-ai-act': 'EU Artificial Intelligence Act, (EU) 2024/1689',
  },
  uses: {
    title: 'What AI may be used for',
    none: 'None is named.',
    allowed: {
      title: 'Acceptable uses',
      why: 'May be begun by any team, with what its tier asks for.',
    },
    restricted: {
      title: 'Restricted uses',
      why: 'Only with the approval that is named below.',
    },
    prohibited: {
      title: 'Prohibited uses',
      why: 'Not to be built, bought or switched on.',
    },
  },
  vendors: {
    title: 'Vendors, and what may be sent to them',
    notSaid: 'The policy does not say which vendors may be used.',
    none: 'No vendor is approved.',
    label: 'Approved vendors',
    vendor: 'Vendor',
    products: 'Products',
    data: 'Data that may be sent',
    all: 'All',
  },
  data: {
    public: 'public',
    internal: 'internal',
    confidential: 'confidential',
    restricted: 'restricted',
  },
  decides: {
    title: 'Who decides',
    label: 'Who decides what',
    decision: 'Decision',
    by: 'By',
    nobody: 'nobody',
    holder: {
      accountable: 'the accountable leader of the system',
      owner: 'the owner of the system, with everybody in the owning team',
    },
    approval: {
      high: 'Approves systems of tier high',
      limited: 'Approves systems of tier limited',
      minimal: 'Approves systems of tier minimal',
    },
    restricted: 'Approves systems with a restricted use',
    restrictedOtherwise: 'as for their tier',
    connected: 'Approves what a system is connected to',
    connectedOtherwise: 'as for its tier',
    risk: {
      low: 'Accepts a low risk',
      medium: 'Accepts a medium risk',
      high: 'Accepts a high risk',
      'very-high': 'Accepts a very high risk',
    },
    exemption: {
      high: 'Grants exemptions to systems of tier high',
      limited: 'Grants exemptions to systems of tier limited',
      minimal: 'Grants exemptions to systems of tier minimal',
    },
    tier: 'Decides on another tier than the rule gives',
    separation: {
      'parent-group':
        'Nobody decides on what they wrote or asked for themselves, administrators included. Where everybody who holds the authority is such an author, somebody in the nearest group above the owner decides.',
      nobody:
        'Nobody decides on what they wrote or asked for themselves, administrators included. Where everybody who holds the authority is such an author, nobody decides until somebody else holds it.',
    },
  },
  reviews: {
    title: 'How often what is reviewed',
    label: 'How often what is renewed, by tier',
    every: 'At least every',
    text: 'A prohibited system is held to what a high one is. This policy itself is reviewed every {{policy}}, management reviews the whole every {{management}}, and objectives are measured every {{objective}}. Whatever runs out is warned of {{warning}} before; what is renewed sooner than that allows for, in the last third of its time. Approved must be what is in {{lifecycles}}.',
    renewal: {
      'intended-use': 'Intended use',
      'risk-assessment': 'Risk assessment',
      approval: 'Approval',
      confirmation: 'Confirmation of the inventory entry',
      'control-test': 'Test of a control',
      monitoring: 'Monitoring',
      'vendor-assessment': 'Vendor assessment',
    },
  },
  tolerance: {
    title: 'Risk that needs no treatment',
    text: 'Up to {{high}} in a system of tier high, up to {{limited}} in a system of tier limited and up to {{minimal}} in a system of tier minimal. Whatever is above needs a treatment with an owner and a date, or somebody who accepts it.',
  },
  longest: {
    title: 'How long a decision lasts at most',
    decision: 'Decision',
    ends: 'Ends after',
    exemption: 'Exemption from a control',
    'risk-acceptance': 'Acceptance of a risk',
    'tier-override': 'Another tier',
  },
  deadlines: {
    title: 'Incidents and corrective actions',
    label: 'How long they may stay open, by severity',
    severity: 'Severity',
    within: 'Closed within',
  },
  training: {
    title: 'Training and acknowledgement',
    none: 'The policy asks for no course.',
    label: 'Courses',
    who: 'Who',
    takes: 'Takes',
    owner: 'Who owns a system',
    reviewer: 'Who reviews and decides',
    user: 'Who uses a system',
  },
  acknowledged: {
    nobody: 'No system asks that anybody has acknowledged this policy.',
    any: 'For every system somebody in the owning team must have acknowledged the version in force.',
    every:
      'For every system everybody in the owning team must have acknowledged the version in force.',
    accountable:
      'For every system the accountable leader must have acknowledged the version in force.',
    anyAndAccountable:
      'For every system somebody in the owning team and the accountable leader must have acknowledged the version in force.',
    everyAndAccountable:
      'For every system everybody in the owning team and the accountable leader must have acknowledged the version in force.',
  },
  versions: {
    title: 'Versions',
    loading: 'Loading the versions',
    label: 'Versions of the policy',
    version: 'Version',
    since: 'In force since',
    approvedBy: 'Approved by',
    loaded: 'Loaded',
    revision: 'Revision {{revision}}',
    nobody: 'Nobody is named',
    alone:
      'As soon as another version is loaded, the two can be compared here.',
    compare: 'Compare',
    with: 'With',
    option: '{{version}}, loaded {{day}}',
    unreadable: '(not readable)',
    erased: 'One of them can no longer be read.',
    same: 'They say the same.',
  },
  /** A policy as plain text, by which two versions are compared. */
  plain: {
    byTier:
      '{{what}}: {{high}} (high), {{limited}} (limited), {{minimal}} (minimal)',
    version: {
      title: 'Version',
      version: 'Version {{version}}',
      since: 'In force since {{day}}',
      approved: 'Approved by {{party}} on {{day}}',
      link: 'Whole text: {{link}}',
    },
    laws: 'Laws',
    vendors: {
      title: 'Vendors',
      whole: '{{name}}: {{data}} data',
      products: '{{name}} ({{products}}): {{data}} data',
    },
    decision: '{{decision}}: {{holders}}',
    reviews: {
      title: 'Reviews',
      policy: 'This policy: {{duration}}',
      management: 'Management review: {{duration}}',
      objective: 'Measuring of objectives: {{duration}}',
      warning: 'Warned of {{duration}} before',
    },
    tolerance: {
      title: 'Risk tolerance',
      what: 'Needs no treatment up to',
    },
    longest: {
      title: 'How long decisions last at most',
      exemption: 'Exemption: {{duration}}',
      risk: 'Risk acceptance: {{duration}}',
      tier: 'Another tier: {{duration}}',
    },
    deadlines: {
      title: 'Deadlines',
      critical: 'critical: {{duration}}',
      high: 'high: {{duration}}',
      medium: 'medium: {{duration}}',
      low: 'low: {{duration}}',
    },
    training: {
      owner: 'owner: {{courses}}',
      reviewer: 'reviewer: {{courses}}',
      user: 'user: {{courses}}',
    },
    controls: {
      title: 'Controls',
      lifecycles: 'Asked for in: {{lifecycles}}',
      bronze: '{{control}}: bronze',
      silver: '{{control}}: silver',
      gold: '{{control}}: gold',
    },
  },
} as const;
