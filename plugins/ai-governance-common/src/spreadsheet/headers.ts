/** What the columns of registers in use are called, by the field that they most likely mean. Compared without regard to case and punctuation. */
export const sheetHeaders: Readonly<Record<string, readonly string[]>> = {
  'scenarios[].id': ['Risk id', 'Risk no', 'Risk number', 'Id', 'No'],
  'scenarios[].title': ['Risk', 'Risk title', 'Risk name', 'Risk event', 'Title', 'Threat'], // prettier-ignore
  'scenarios[].category': [
    'Risk category',
    'Risk type',
    'Type of risk',
    'Type',
  ],
  'scenarios[].description': ['Description', 'Risk description', 'What could happen', 'Cause and effect', 'Details'], // prettier-ignore
  'scenarios[].sources': ['Known as', 'OWASP', 'ATLAS', 'Taxonomy'],
  'scenarios[].inherent.likelihood': ['Likelihood', 'Probability', 'Inherent likelihood', 'Gross likelihood'], // prettier-ignore
  'scenarios[].inherent.consequence': ['Impact', 'Consequence', 'Severity', 'Inherent impact', 'Inherent consequence', 'Gross impact'], // prettier-ignore
  'scenarios[].current.likelihood': ['Residual likelihood', 'Current likelihood', 'Net likelihood'], // prettier-ignore
  'scenarios[].current.consequence': ['Residual impact', 'Current impact', 'Net impact', 'Residual consequence'], // prettier-ignore
  'scenarios[].target.likelihood': ['Target likelihood'],
  'scenarios[].target.consequence': ['Target impact', 'Target consequence'],
  'scenarios[].treatment.strategy': ['Treatment', 'Risk response', 'Response', 'Strategy'], // prettier-ignore
  'scenarios[].treatment.plan': ['Mitigation', 'Mitigations', 'Mitigation plan', 'Treatment plan', 'Action', 'Actions', 'Planned action'], // prettier-ignore
  'scenarios[].treatment.owner': ['Risk owner', 'Action owner', 'Owner', 'Responsible'], // prettier-ignore
  'scenarios[].treatment.due': ['Due', 'Due date', 'Target date', 'Deadline', 'By when'], // prettier-ignore
  'scenarios[].treatment.completed': ['Completed', 'Completed on', 'Done on', 'Closed on'], // prettier-ignore
  'scenarios[].knowledge': ['Confidence', 'Strength of knowledge'],
  product: ['Vendor product', 'Product name', 'Service'],
  plan: ['Tier of plan', 'Licence', 'License', 'Edition', 'Subscription'],
  'dataSent[].classification': ['Data classification', 'Data class', 'Classification'], // prettier-ignore
  'dataSent[].what': ['Data', 'Data shared', 'Data sent', 'What data'],
  'retention.prompts.days': ['Prompt retention', 'Prompt retention days', 'Retention', 'Retention days'], // prettier-ignore
  'retention.outputs.days': ['Output retention', 'Output retention days'],
  'retention.logs.days': ['Log retention', 'Log retention days'],
  'training.use': ['Trains on our data', 'Training', 'Used for training', 'Model training'], // prettier-ignore
  'training.basis': ['Training clause', 'Training basis'],
  'subProcessors[].name': ['Sub-processor', 'Subprocessor'],
  'silentEnablement.noticedBy': ['How new features are noticed'],
  exit: ['Exit plan', 'Exit strategy'],
  'evidence[].kind': ['Certificate', 'Certification', 'Evidence', 'Report'],
  'evidence[].link': ['Evidence link', 'Certificate link'],
  'evidence[].issued': ['Issued', 'Issued on', 'Report date', 'Certificate date'], // prettier-ignore
  'evidence[].expires': ['Expires', 'Valid until', 'Expiry', 'Certificate expires'], // prettier-ignore
  'checkpoint.result': [
    'Procurement result',
    'Procurement',
    'Procurement check',
  ],
  'checkpoint.by': ['Procurement by', 'Approved by', 'Decided by'],
  'checkpoint.on': ['Procurement date', 'Decided on', 'Approved on'],
  'checkpoint.reference': ['Ticket', 'Contract', 'Contract no'],
};

/** What the column that names the system is called. */
export const subjectHeaders: readonly string[] = [
  'AI system',
  'System',
  'System ref',
  'System name',
  'Entity',
  'AI tool',
  'Tool',
  'Application',
  'App',
  'Use case',
  'Asset',
];

/** Words in use for the values of fields, by the last key of the path, or by what the field takes. */
export const valueWords: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  rating: {
    1: ['very low', 'rare', 'remote', 'very unlikely', 'negligible', 'insignificant'], // prettier-ignore
    2: ['low', 'unlikely', 'minor'],
    3: ['med', 'medium', 'moderate', 'possible', 'mid'],
    4: ['high', 'likely', 'major', 'significant'],
    5: ['very high', 'almost certain', 'certain', 'severe', 'critical', 'catastrophic', 'extreme'], // prettier-ignore
  },
  strategy: {
    avoid: ['avoid', 'terminate', 'stop'],
    mitigate: ['mitigate', 'reduce', 'treat', 'control'],
    transfer: ['transfer', 'share', 'insure'],
    accept: ['accept', 'accepted', 'tolerate'],
  },
  category: {
    accuracy: ['accuracy', 'quality', 'hallucination', 'performance'],
    'bias-and-fairness': ['bias', 'fairness', 'discrimination', 'bias/fairness'], // prettier-ignore
    privacy: ['privacy', 'data protection', 'gdpr', 'dp'],
    security: ['security', 'cyber', 'information security', 'infosec'],
    legal: ['legal', 'compliance', 'regulatory', 'ip'],
    vendor: ['vendor', 'third party', 'third-party', 'supplier'],
    operational: ['operational', 'operations', 'availability', 'ops'],
    transparency: ['transparency', 'explainability'],
  },
  use: {
    no: ['no', 'n', 'none'],
    'opted-out': ['opted out', 'opt-out', 'opt out'],
    yes: ['yes', 'y'],
    unknown: ['unknown', 'unclear', '?', 'not known'],
  },
  kind: {
    'soc-2': ['soc 2', 'soc2', 'soc 2 type ii', 'soc 2 type 2', 'soc2 type ii'],
    'iso-27001': ['iso 27001', 'iso/iec 27001', 'iso27001'],
    'iso-27701': ['iso 27701', 'iso/iec 27701'],
    'iso-42001': ['iso 42001', 'iso/iec 42001'],
    'penetration-test': ['pen test', 'pentest', 'penetration test'],
  },
  result: {
    passed: ['pass', 'passed', 'ok', 'approved'],
    'not-passed': ['fail', 'failed', 'rejected', 'not passed'],
    waived: ['waived', 'waiver'],
  },
};

/** Spellings that say as little as a blank cell. */
export const sayNothing: readonly string[] = ['n/a', 'na', '-', '–', '—', 'tbc', 'tbd', 'tba']; // prettier-ignore

/** Formats of days in use, tried in this order. */
export const dayFormats: readonly string[] = [
  'yyyy-MM-dd',
  'd.M.yyyy',
  'd/M/yyyy',
  'M/d/yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'd MMM yyyy',
  'MMM d, yyyy',
];
