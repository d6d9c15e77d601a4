import { z } from 'zod';
import { dataClassifications } from '../entity/profile';
import { day, entityRef, line, link, markdown, recordType } from './RecordType';

/** What a vendor may do with what is sent to it for training its models. */
export const trainingUses = ['no', 'opted-out', 'yes', 'unknown'] as const;

/** Kinds of evidence that a vendor gives of its controls. */
export const vendorEvidenceKinds = [
  'soc-2',
  'iso-27001',
  'iso-27701',
  'iso-42001',
  'penetration-test',
  'other',
] as const;

const retention = (title: string) =>
  z
    .strictObject({
      standing: z.enum(['known', 'unknown']).meta({ title: 'How long' }),
      days: z
        .int()
        .min(0)
        .max(36_500)
        .meta({
          title: 'Days',
          description:
            'How many days it is kept; 0: not at all. Left out: nobody says when it ends.',
        })
        .optional(),
      note: line({ title: 'Where it says so' }, 1000).optional(),
    })
    .superRefine(({ standing, days }, ctx) => {
      if (standing === 'unknown' && days !== undefined) {
        ctx.addIssue({
          code: 'custom',
          path: ['days'],
          message: 'goes with the standing known',
        });
      }
    })
    .meta({ title });

const evidence = z
  .strictObject({
    kind: z.enum(vendorEvidenceKinds).meta({ title: 'Kind' }),
    title: line({ title: 'Title' }, 200).optional(),
    link: link({ title: 'Link' }).optional(),
    issued: day({
      title: 'Issued',
      description: 'Of a report on a period: its last day.',
    }),
    expires: day({
      title: 'Expires',
      description:
        'The last day on which it counts. Of a report that names none, such as SOC 2: as long as you rely on it, a year as a rule.',
    }),
  })
  .superRefine(({ issued, expires }, ctx) => {
    if (expires < issued) {
      ctx.addIssue({
        code: 'custom',
        path: ['expires'],
        message: `must not be before ${issued}, when it was issued`,
      });
    }
  })
  .meta({ title: 'Evidence' });

export const vendorAssessment = recordType({
  type: 'vendor-assessment',
  title: 'Vendor assessment',
  plural: 'Vendor assessments',
  description:
    'What a vendor’s product gets of our data, how long it keeps it and what for, what the vendor shows of its controls, and the way out.',
  shape: 'document',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 A.10.2, A.10.3; NIST AI RMF GOVERN 6.1, GOVERN 6.2, MANAGE 3.1; NIST AI 600-1 2.12 (value chain and component integration)',
  schema: z.strictObject({
    product: line({ title: 'Product' }, 200),
    plan: line({
      title: 'Plan',
      description: 'Terms differ between plans, such as free and enterprise.',
    }).optional(),
    dataSent: z
      .array(
        z
          .strictObject({
            classification: z
              .enum(dataClassifications)
              .meta({ title: 'Classification' }),
            what: line({ title: 'What' }, 500),
          })
          .meta({ title: 'Data' }),
      )
      .max(50)
      .meta({
        title: 'Data sent',
        description: 'What the vendor gets, by class.',
      })
      .optional(),
    retention: z
      .strictObject({
        prompts: retention('Prompts').optional(),
        outputs: retention('Outputs').optional(),
        logs: retention('Logs').optional(),
      })
      .meta({
        title: 'Retention',
        description: 'How long the vendor keeps what passes through.',
      })
      .optional(),
    training: z
      .strictObject({
        use: z.enum(trainingUses).meta({
          title: 'Our data trains models of the vendor',
          description:
            'No: the terms rule it out. Opted out: it was on, and is switched off for us.',
        }),
        basis: line(
          {
            title: 'Where it says so',
            description: 'Clause of the contract, or the setting.',
          },
          1000,
        ).optional(),
      })
      .meta({ title: 'Use of our data for training' })
      .optional(),
    subProcessors: z
      .array(
        z
          .strictObject({
            name: line({ title: 'Name' }, 200),
            purpose: line({ title: 'What for' }, 500).optional(),
            location: line({ title: 'Where' }, 200).optional(),
          })
          .meta({ title: 'Sub-processor' }),
      )
      .max(200)
      .meta({ title: 'Sub-processors' })
      .optional(),
    silentEnablement: z
      .strictObject({
        noticedBy: markdown({
          title: 'How it is noticed',
          description:
            'Who finds out that the vendor has switched something on, and from what.',
        }).optional(),
        features: z
          .array(
            z
              .strictObject({
                name: line({ title: 'Feature' }, 200),
                enabledOn: day({ title: 'Switched on' }).optional(),
                noticedOn: day({ title: 'Noticed' }).optional(),
                done: z
                  .enum(['kept', 'switched-off', 'open'])
                  .meta({ title: 'What was done' }),
              })
              .meta({ title: 'Feature' }),
          )
          .max(100)
          .meta({ title: 'Features that the vendor switched on' })
          .optional(),
      })
      .meta({ title: 'Silent enablement' })
      .optional(),
    exit: markdown({
      title: 'Exit',
      description:
        'How to leave: what is exported, what is deleted and shown to be, what takes its place.',
    }).optional(),
    evidence: z
      .array(evidence)
      .max(50)
      .meta({ title: 'The vendor’s control evidence' })
      .optional(),
    checkpoint: z
      .strictObject({
        result: z
          .enum(['passed', 'not-passed', 'waived'])
          .meta({ title: 'Result' }),
        by: entityRef({ title: 'Who decided', kinds: ['User', 'Group'] }),
        on: day({ title: 'On' }),
        reference: line(
          { title: 'Reference', description: 'Ticket or contract.' },
          500,
        ).optional(),
      })
      .meta({ title: 'Procurement checkpoint' })
      .optional(),
  }),
  summary: ({ product, plan }) => (plan ? `${product}, ${plan}` : product),
});

export type VendorAssessment = z.infer<typeof vendorAssessment.schema>;
