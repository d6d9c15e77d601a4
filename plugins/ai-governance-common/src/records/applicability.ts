import { ConflictError } from '@backstage/errors';
import { z } from 'zod';
import { requirementTitle } from '../frameworks';
import { RecordState } from '../state';
import { frameworkId, requirementId } from './requirementFields';
import { markdown, recordType } from './RecordType';

const schema = z
  .strictObject({
    framework: frameworkId,
    requirement: requirementId,
    applies: z.enum(['yes', 'no']).meta({ title: 'Applies' }),
    justification: markdown({
      title: 'Justification',
      description: 'Why it applies here, or why it is left out.',
    }).min(1),
    implementation: z
      .strictObject({
        state: z
          .enum(['implemented', 'partly', 'planned', 'not-started'])
          .meta({ title: 'State' }),
        description: markdown({
          title: 'How it is met',
          description: 'And where that can be seen.',
        }).optional(),
      })
      .meta({
        title: 'Implementation',
        description: 'By hand, of a requirement that no control answers.',
      })
      .optional(),
  })
  .superRefine(({ framework, requirement }, ctx) => {
    if (!requirementTitle(framework, requirement)) {
      ctx.addIssue({
        code: 'custom',
        path: ['requirement'],
        message: `there is no requirement ${requirement} in ${framework}`,
      });
    }
  });

export type Applicability = z.infer<typeof schema>;

/** What is stated of a requirement; undefined: nothing. */
const sameRequirement = (
  { framework, requirement }: Pick<Applicability, 'framework' | 'requirement'>,
  records: readonly RecordState<Applicability | null>[],
) =>
  records.find(
    ({ data }) =>
      data?.framework === framework && data.requirement === requirement,
  );

export const applicability = recordType({
  type: 'applicability',
  title: 'Applicability',
  plural: 'Applicability',
  description:
    'Whether a requirement of a framework applies to the organization, why, and how it is met where no control shows it.',
  shape: 'entry',
  streams: ['organization'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.1.3 (statement of applicability)',
  schema,
  summary: ({ framework, requirement, applies }) =>
    `${framework} ${requirement}: ${
      applies === 'yes' ? 'applies' : 'does not apply'
    }`,
  admit: ({ data, previous, organization }) => {
    const same = sameRequirement(
      data,
      (organization?.records.applicability ?? []).filter(
        r => r.recordId !== previous?.recordId,
      ),
    );
    if (same) {
      throw new ConflictError(
        `data.requirement: ${data.framework} ${data.requirement} is stated already, as record ${same.recordId}; revise that`,
      );
    }
    return data;
  },
});
