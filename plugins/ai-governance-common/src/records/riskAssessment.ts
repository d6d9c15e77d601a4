import { z } from 'zod';
import { consequenceAnchors, likelihoodAnchors } from '../risk/matrix';
import { eachIdOnce } from './eachIdOnce';
import {
  day,
  entityRef,
  line,
  markdown,
  recordRef,
  recordType,
} from './RecordType';

const rating = (title: string) => z.int().min(1).max(5).meta({ title });

const likelihood = rating('Likelihood').meta({
  title: 'Likelihood',
  description: `${Object.entries(likelihoodAnchors)
    .map(([value, words]) => `${value} ${words}`)
    .join(', ')}.`,
});

const consequence = z
  .strictObject({
    individuals: rating('Individuals'),
    society: rating('Society'),
    business: rating('Business'),
  })
  .meta({
    title: 'Consequence',
    description: `${Object.entries(consequenceAnchors)
      .map(([value, words]) => `${value} ${words}`)
      .join(', ')}; for each who may be harmed. The greatest counts.`,
  });

const estimate = (title: string, description: string) =>
  z.strictObject({ likelihood, consequence }).meta({ title, description });

export const riskCategories = [
  'accuracy',
  'bias-and-fairness',
  'privacy',
  'security',
  'safety',
  'transparency',
  'misuse',
  'vendor',
  'operational',
  'legal',
] as const;

export const scenarioSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)
      .meta({
        title: 'Id',
        description: 'Short and lasting, such as prompt-injection.',
      }),
    title: line({ title: 'Scenario' }, 200),
    category: z.enum(riskCategories).meta({ title: 'Category' }),
    description: markdown({
      title: 'What could happen, and how',
    }).optional(),
    sources: z
      .array(line({ title: 'Id' }, 60))
      .max(20)
      .meta({
        title: 'Known as',
        description:
          'Ids of CoSAI, OWASP, MITRE ATLAS or NIST AI 600-1, such as LLM01:2025.',
      })
      .optional(),
    inherent: estimate('Inherent risk', 'Before anything is done about it.'),
    current: z
      .strictObject({
        likelihood,
        consequence,
        evidence: z
          .array(
            recordRef({ title: 'Evidence', recordTypes: ['evidence'] }, 60),
          )
          .max(50)
          .meta({
            title: 'Evidence it rests on',
            description:
              'What shows that the measures work; without any that counts, the inherent risk is taken.',
          }),
      })
      .meta({
        title: 'Current risk',
        description: 'With the measures that are in place, shown by evidence.',
      })
      .optional(),
    treatment: z
      .strictObject({
        strategy: z
          .enum(['avoid', 'mitigate', 'transfer', 'accept'])
          .meta({ title: 'Strategy' }),
        plan: markdown({ title: 'Plan' }).optional(),
        owner: entityRef({
          title: 'Owner',
          kinds: ['User', 'Group'],
        }).optional(),
        due: day({ title: 'Due' }).optional(),
        completed: day({ title: 'Completed on' }).optional(),
      })
      .meta({ title: 'Treatment' })
      .optional(),
    target: estimate(
      'Target risk',
      'What is left when the treatment is done.',
    ).optional(),
    knowledge: z
      .enum(['strong', 'moderate', 'weak'])
      .meta({
        title: 'Strength of knowledge',
        description: 'How much is known about it; weak calls for care.',
      })
      .optional(),
  })
  .meta({ title: 'Scenario' });

export const riskAssessment = recordType({
  type: 'risk-assessment',
  title: 'Risk assessment',
  plural: 'Risk assessments',
  description:
    'What could go wrong, how bad and how likely it is, and what is done about it.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 6.1.2, 6.1.3, 8.2, 8.3; ISO/IEC 23894; method in risk/',
  schema: z.strictObject({
    summary: markdown({ title: 'Summary' }).optional(),
    scenarios: z
      .array(scenarioSchema)
      .max(200)
      .superRefine(eachIdOnce('scenario'))
      .meta({ title: 'Scenarios' }),
  }),
  summary: data =>
    `${data.scenarios.length} ${
      data.scenarios.length === 1 ? 'scenario' : 'scenarios'
    }`,
});

export type RiskAssessment = z.infer<typeof riskAssessment.schema>;
export type RiskScenario = z.infer<typeof scenarioSchema>;
export type RiskEstimate = RiskScenario['inherent'];
