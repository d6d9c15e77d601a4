import { z } from 'zod';
import { plainLine } from './plainLine';
import { line, markdown, recordType } from './RecordType';

export const intendedUse = recordType({
  type: 'intended-use',
  title: 'Intended use',
  plural: 'Intended uses',
  description:
    'What the system is for, who uses it, what it must not be used for, and where it fails.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.6.2.7, A.8.2, A.9.4; CycloneDX 1.7 modelCard.considerations; EU AI Act Annex IV (1), (3)',
  schema: z.strictObject({
    purpose: markdown({ title: 'Purpose' }).min(1),
    users: markdown({ title: 'Intended users' }).optional(),
    inScope: markdown({ title: 'In scope' }).optional(),
    outOfScope: markdown({
      title: 'Out of scope',
      description: 'Uses that are not allowed or not supported.',
    }).optional(),
    limitations: markdown({
      title: 'Limitations',
      description: 'Where it is known to fail, and for whom.',
    }).optional(),
    assumptions: markdown({ title: 'Assumptions' }).optional(),
    dependencies: z
      .array(line({ title: 'Dependency' }))
      .max(100)
      .meta({
        title: 'Dependencies',
        description: 'Models, data and services it needs.',
      })
      .optional(),
    oversight: markdown({
      title: 'Human oversight',
      description: 'Who watches, when they step in, how to stop it.',
    }).optional(),
    guidance: markdown({ title: 'Guidance for users' }).optional(),
    inputs: markdown({ title: 'Data inputs' }).optional(),
    outputs: markdown({ title: 'Outputs' }).optional(),
  }),
  summary: data => plainLine(data.purpose),
});

export type IntendedUse = z.infer<typeof intendedUse.schema>;
