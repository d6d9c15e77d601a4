import { z } from 'zod';
import { eachIdOnce } from './eachIdOnce';
import { plainLine } from './plainLine';
import { line, markdown, recordType } from './RecordType';

/** What an attacker does. After the CoSAI Risk Map, OWASP LLM Top 10 (2025) and OWASP Agentic Top 10 (2026). */
export const threatKinds = [
  'prompt-injection',
  'exfiltration',
  'poisoning',
  'theft',
  'over-privilege',
  'evasion',
  'tampering',
  'impersonation',
  'unsafe-output',
  'rogue-action',
  'denial-of-service',
  'supply-chain',
  'misuse',
  'other',
] as const;

const id = (meta: { title: string; description: string }) =>
  z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)
    .meta(meta);

const threatSchema = z
  .strictObject({
    id: id({
      title: 'Id',
      description: 'Short and lasting, such as mail-injection.',
    }),
    title: line({ title: 'Threat' }, 200),
    kind: z.enum(threatKinds).meta({ title: 'Kind' }),
    description: markdown({
      title: 'Who could do what, and how',
    }).optional(),
    sources: z
      .array(line({ title: 'Id' }, 60))
      .max(20)
      .meta({
        title: 'Known as',
        description:
          'Ids of STRIDE, OWASP, MITRE ATLAS or CoSAI, such as Tampering, LLM01:2025 or AML.T0051.',
      })
      .optional(),
    mitigation: markdown({
      title: 'Mitigation',
      description: 'What is in place against it.',
    }).optional(),
    residual: markdown({
      title: 'What is left',
      description:
        'What it does not prevent, and why that is borne or what is planned.',
    }).optional(),
    scenario: id({
      title: 'Scenario',
      description: 'Id of the scenario of the risk assessment that rates it.',
    }).optional(),
  })
  .meta({ title: 'Threat' });

export const threatModel = recordType({
  type: 'threat-model',
  title: 'Threat model',
  plural: 'Threat models',
  description:
    'What is worth attacking, where an attacker gets in, what they could do, and what stands against it.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.6.2.2, A.6.2.4; NIST AI RMF MEASURE 2.7; NIST AI 600-1 MS-2.7; EU AI Act Art. 15(5); STRIDE, OWASP LLM Top 10 2025, OWASP Agentic Top 10 2026, MITRE ATLAS, CoSAI Risk Map',
  schema: z.strictObject({
    scope: markdown({
      title: 'Scope',
      description:
        'What was looked at, where trust ends, and who is taken for an attacker.',
    }).min(1),
    assets: z
      .array(line({ title: 'Asset' }))
      .max(100)
      .meta({
        title: 'Assets',
        description: 'What is worth protecting: data, models, keys, actions.',
      }),
    entryPoints: z
      .array(line({ title: 'Entry point' }))
      .max(100)
      .meta({
        title: 'Entry points',
        description:
          'Where text, files, data or calls get in from outside, tools and connectors included.',
      }),
    threats: z
      .array(threatSchema)
      .max(200)
      .superRefine(eachIdOnce('threat'))
      .meta({ title: 'Threats' }),
  }),
  summary: data =>
    `${data.threats.length} ${
      data.threats.length === 1 ? 'threat' : 'threats'
    }: ${plainLine(data.scope)}`,
});

export type ThreatModel = z.infer<typeof threatModel.schema>;
export type Threat = z.infer<typeof threatSchema>;
