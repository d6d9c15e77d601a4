/**
 * Every page of governance: its name, its address, and a heading that is there once it is.
 *
 * @param systems - which pages of systems are opened: one that has everything, one with changes, one with nothing yet
 */
export function pagesOf(systems: {
  full: string;
  changed: string;
  empty: string;
}): [name: string, path: string, ready: string][] {
  const of = (name: string) => `/catalog/default/aisystem/${name}`;
  const subject = of(systems.full);
  return [
    ['scorecards', '/ai-governance', 'Teams'],
    ['team', '/ai-governance/teams/default/credit-risk', 'AI systems'],
    [
      'named scorecard',
      '/ai-governance/teams/-/iso-42001-baseline',
      'ISO 42001 baseline',
    ],
    ['inventory', '/ai-governance/inventory', 'Inventory'],
    ['posture', subject, 'AI governance'],
    ['intended use', `${subject}/intended-use`, 'Intended use'],
    ['intended use, written', `${subject}/intended-use?edit`, 'Intended use'],
    ['risk', `${subject}/risk`, 'Matrix'],
    ['risk, written', `${subject}/risk?edit`, 'Risk assessment'],
    [
      'threats, written',
      `${subject}/risk?type=threat-model&edit`,
      'Threat model',
    ],
    ['changes', `${of(systems.changed)}/changes`, 'Changes'],
    ['assurance', `${subject}/assurance`, 'Approval'],
    [
      'assurance, asked for',
      `${subject}/assurance?exempt=OPS-01`,
      'Ask for an exemption',
    ],
    ['documents', `${subject}/documents`, 'Documents'],
    [
      'documents, written',
      `${subject}/documents?type=operations&edit`,
      'Operations',
    ],
    ['register', '/ai-governance/register', 'Register an AI system'],
    ['registers', '/ai-governance/registers', 'Registers'],
    ['risks', '/ai-governance/registers?type=risks', 'Risks by level'],
    [
      'import of a spreadsheet',
      '/ai-governance/registers/import',
      'Import a spreadsheet',
    ],
    ['training', '/ai-governance/training', 'Who lacks what'],
    ['my work', '/ai-governance/work', 'My work'],
    ['management system', '/ai-governance/organization', 'Objectives'],
    ['frameworks', '/ai-governance/frameworks', 'Frameworks'],
    ['framework', '/ai-governance/frameworks/eu-ai-act', 'EU AI Act'],
    [
      'statement of applicability',
      '/ai-governance/frameworks/iso-42001/applicability',
      'Statement of applicability',
    ],
    ['policy', '/ai-governance/policy', 'Who decides'],
    [
      'nothing written yet',
      `${of(systems.empty)}/intended-use`,
      'Intended use',
    ],
  ];
}
