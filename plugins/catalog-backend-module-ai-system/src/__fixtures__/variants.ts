/** The least that an AI system says, and the answers that a plain entity would not have. */
const least = {
  type: 'agent',
  lifecycle: 'production',
  owner: 'group:default/credit-risk',
};

export const validSystems = [
  { name: 'least', spec: least },
  {
    name: 'with-fields-nobody-knows',
    spec: { ...least, costCentre: 4711, 'x-vendor': { tier: 'gold' } },
  },
  {
    name: 'with-nothing-affected',
    spec: {
      ...least,
      affects: { audience: [], influences: [], interaction: [], basis: 'none' },
      regulation: { euAiAct: { annexIII: [], prohibited: [] } },
      data: { classification: 'public', categories: [], sources: [] },
      vendor: { name: 'Example Ltd' },
      models: [],
      hasPart: [],
      dependsOn: [],
    },
  },
  {
    name: 'with-short-references',
    spec: {
      ...least,
      owner: 'credit-risk',
      accountable: 'User:dana.k',
      system: 'lending',
      consumesApis: ['model-gateway'],
      dependsOn: ['AISystem:income-estimator', 'Resource:ledger-db'],
    },
  },
  {
    name: 'with-a-type-of-its-own',
    spec: { ...least, type: 'voice-bot', lifecycle: 'retired' },
  },
];

const without = (field: keyof typeof least) => {
  const { [field]: _gone, ...rest } = least;
  return rest;
};

/** A system with one thing wrong, and what the catalog has to say of it. */
const wrong = (name: string, spec: unknown, ...says: string[]) => ({
  name,
  spec,
  says,
});

export const invalidSystems = [
  wrong('without-spec', undefined, 'spec'),
  wrong('spec-is-a-list', [], '/spec'),
  wrong('without-type', without('type'), '/spec', 'type'),
  wrong('without-lifecycle', without('lifecycle'), '/spec', 'lifecycle'),
  wrong('without-owner', without('owner'), '/spec', 'owner'),
  ...Object.entries({
    type: '',
    lifecycle: 7,
    owner: ['group:default/credit-risk'],
    accountable: 1,
    system: {},
    purpose: '',
    uses: 'credit-decisioning',
    sourcing: 'outsourced',
    oversight: 'nobody',
    vendor: 'Example Ltd',
    models: { provider: 'openai', name: 'gpt' },
    data: 'restricted',
    affects: [],
    regulation: true,
    hasPart: 'component:default/limit-scorer',
    dependsOn: 'component:default/feature-store',
    consumesApis: 'model-gateway',
    providesApis: [{}],
  }).map(([field, value]) =>
    wrong(
      `wrong-${field.toLowerCase()}`,
      { ...least, [field]: value },
      `/spec/${field}`,
    ),
  ),
  wrong(
    'wrong-use',
    { ...least, uses: ['credit-decisioning', 3] },
    '/spec/uses/1',
  ),
  wrong(
    'vendor-without-name',
    { ...least, vendor: {} },
    '/spec/vendor',
    'name',
  ),
  wrong(
    'wrong-vendor-switch',
    { ...least, vendor: { name: 'Example Ltd', enabledByDefault: 'yes' } },
    '/spec/vendor/enabledByDefault',
  ),
  wrong(
    'model-without-provider',
    { ...least, models: [{ name: 'gpt' }] },
    '/spec/models/0',
    'provider',
  ),
  wrong(
    'model-without-name',
    {
      ...least,
      models: [{ provider: 'openai', name: 'a' }, { provider: 'b' }],
    },
    '/spec/models/1',
    'name',
  ),
  wrong(
    'wrong-classification',
    { ...least, data: { classification: 'secret' } },
    '/spec/data/classification',
    'restricted',
  ),
  wrong(
    'wrong-influence',
    { ...least, affects: { influences: ['mood'] } },
    '/spec/affects/influences/0',
    'financial-outcomes',
  ),
  wrong(
    'wrong-audience',
    { ...least, affects: { audience: ['customers', 'pets'] } },
    '/spec/affects/audience/1',
  ),
  wrong(
    'wrong-basis',
    { ...least, affects: { basis: 'partly' } },
    '/spec/affects/basis',
  ),
  wrong(
    'wrong-interaction',
    { ...least, affects: { interaction: 'none' } },
    '/spec/affects/interaction',
  ),
  wrong(
    'wrong-annex-iii-area',
    { ...least, regulation: { euAiAct: { annexIII: ['sports'] } } },
    '/spec/regulation/euAiAct/annexIII/0',
  ),
  wrong(
    'wrong-prohibited-practice',
    { ...least, regulation: { euAiAct: { prohibited: ['spam'] } } },
    '/spec/regulation/euAiAct/prohibited/0',
  ),
  // Our own objects are closed: a misspelt answer must not count as unanswered.
  ...[
    ['vendor', { vendor: { name: 'Example Ltd', plan: 'free' } }, 'plan'],
    [
      'models/0',
      { models: [{ provider: 'openai', name: 'gpt', version: '4' }] },
      'version',
    ],
    ['data', { data: { clasification: 'public' } }, 'clasification'],
    ['affects', { affects: { influence: [] } }, 'influence'],
    ['regulation', { regulation: { gdpr: {} } }, 'gdpr'],
    [
      'regulation/euAiAct',
      { regulation: { euAiAct: { annexiii: [] } } },
      'annexiii',
    ],
  ].map(([path, fields, field]) =>
    wrong(
      `unknown-field-in-${String(path).toLowerCase().replace('/', '-')}`,
      { ...least, ...(fields as object) },
      `/spec/${path} `,
      String(field),
    ),
  ),
  // References
  ...(
    [
      ['owner', 'no spaces', 'group or user'],
      ['owner', 'system:default/lending', 'group or user'],
      ['owner', '', 'group or user'],
      ['accountable', 'group:default/credit-risk', 'user'],
      ['system', 'component:default/limit-scorer', 'system'],
      ['hasPart/0', 'limit-scorer', 'component or api or resource'],
      ['hasPart/0', 'aisystem:default/least', 'component or api or resource'],
      ['dependsOn/0', 'feature-store', 'such as component:default/name'],
      ['dependsOn/0', 'resource:a/b/c', 'such as component:default/name'],
      ['dependsOn/0', 'group:default/credit-risk', 'aisystem'],
      ['consumesApis/0', 'component:default/limit-scorer', 'api'],
      ['providesApis/0', 'api:', 'such as default/name'],
    ] as const
  ).map(([path, ref, kinds], index) => {
    const [field, item] = path.split('/');
    return wrong(
      `bad-reference-${index}`,
      { ...least, [field]: item ? [ref] : ref },
      `/spec/${path} must be a reference to`,
      kinds,
    );
  }),
  wrong(
    'bad-reference-in-sources',
    { ...least, data: { sources: ['crm', 'resource:default/ledger-db'] } },
    '/spec/data/sources/0 must be a reference to resource',
    'and is "crm"',
  ),
];
