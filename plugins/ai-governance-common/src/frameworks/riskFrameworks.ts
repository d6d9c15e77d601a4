import { cosaiControls, cosaiRisks } from './cosaiRiskMap';
import { Framework } from './Framework';
import { frameworks } from './index';
import { atlasMitigations, atlasTactics } from './mitreAtlas';
import { atlasTechniques } from './mitreAtlasTechniques';
import { nistAi6001Risks } from './nistAi6001';
import { owaspAgentic2026, owaspLlm2025 } from './owaspTop10';

const repository = 'https://github.com/cosai-oasis/secure-ai-tooling';

/** Public catalogues of risks, threats and measures against them: what a scenario or a threat can name as its source. */
export const riskFrameworks: readonly Framework[] = [
  {
    id: 'cosai-risk-map',
    title: 'CoSAI Risk Map',
    version: 'as of 2026-11-24',
    source: `${repository}/tree/main/risk-map`,
    licence: 'Apache-2.0',
    requirements: [...cosaiRisks, ...cosaiControls],
  },
  {
    id: 'owasp-llm-top-10',
    title: 'OWASP Top 10 for LLM Applications',
    version: '2025',
    source:
      'https://github.com/OWASP/www-project-top-10-for-large-language-model-applications/tree/main/2_0_vulns',
    licence: 'CC BY-SA 4.0',
    requirements: owaspLlm2025,
  },
  {
    id: 'owasp-agentic-top-10',
    title: 'OWASP Top 10 for Agentic Applications',
    version: '2026',
    source:
      'https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/',
    licence: 'CC BY-SA 4.0',
    requirements: owaspAgentic2026,
  },
  {
    id: 'nist-ai-600-1',
    title: 'NIST AI 600-1',
    version: '2024',
    source: 'https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.600-1.pdf',
    licence: 'Public domain',
    prefix: 'NIST AI 600-1 ',
    requirements: nistAi6001Risks,
  },
  {
    id: 'mitre-atlas',
    title: 'MITRE ATLAS',
    version: '5.6.0',
    source: 'https://github.com/mitre-atlas/atlas-data',
    licence: 'Apache-2.0',
    requirements: [...atlasTactics, ...atlasTechniques, ...atlasMitigations],
  },
  {
    id: 'stride',
    title: 'STRIDE',
    version: 'six categories',
    source:
      'https://learn.microsoft.com/en-us/azure/security/develop/threat-modeling-tool-threats',
    licence: 'Names only',
    requirements: [
      { id: 'Spoofing', title: 'Spoofing' },
      { id: 'Tampering', title: 'Tampering' },
      { id: 'Repudiation', title: 'Repudiation' },
      { id: 'InformationDisclosure', title: 'Information disclosure' },
      { id: 'DenialOfService', title: 'Denial of service' },
      { id: 'ElevationOfPrivilege', title: 'Elevation of privilege' },
    ],
  },
];

/** What the source of a scenario or of a threat means. */
export interface NamedSource {
  /** As it is written in the record. */
  cited: string;
  framework: string;
  frameworkTitle: string;
  title: string;
  /** Its own page, or where its catalogue is; absent for a standard that is not read in public. */
  url?: string;
}

const atlasPages: [start: string, folder: string][] = [
  ['AML.TA', 'tactics'],
  ['AML.T', 'techniques'],
  ['AML.M', 'mitigations'],
];

function urlOf(framework: Framework, id: string): string {
  if (framework.id === 'cosai-risk-map') {
    const file = id.startsWith('control') ? 'controls' : 'risks';
    return `${repository}/blob/main/risk-map/yaml/${file}.yaml`;
  }
  const page = atlasPages.find(([start]) => id.startsWith(start));
  return page ? `https://atlas.mitre.org/${page[1]}/${id}` : framework.source;
}

function named(
  framework: Framework,
  { title }: { title: string },
  cited: string,
  url?: string,
): [string, NamedSource] {
  const { id, title: frameworkTitle } = framework;
  return [cited, { cited, framework: id, frameworkTitle, title, url }];
}

const known = new Map<string, NamedSource>([
  ...frameworks.flatMap(f =>
    f.requirements.map(r => named(f, r, `${f.prefix ?? ''}${r.id}`)),
  ),
  ...riskFrameworks.flatMap(f =>
    f.requirements.map(r => {
      const cited = `${f.prefix ?? ''}${r.id}`;
      return named(f, r, cited, urlOf(f, r.id));
    }),
  ),
]);

/** What an id stands for, such as `LLM01:2025`, `AML.T0051`, `NIST AI 600-1 2.2` or `MEASURE 2.11`; undefined where nobody knows it. */
export const namedSource = (cited: string): NamedSource | undefined =>
  known.get(cited.trim());
