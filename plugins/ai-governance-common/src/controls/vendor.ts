import { startOfDay } from '../instant';
import type { VendorAssessment } from '../records/vendorAssessment';
import { ofVendors } from './asked';
import { connectedNow, connectorsOverTime } from './connectorsOverTime';
import {
  Control,
  ControlContext,
  fail,
  Finding,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
  pass,
} from './Control';
import { overTime } from './overTime';
import { renewed } from './renewed';
import { vendorEvidenceOverTime } from './vendorEvidence';

/** What the controls of vendors share: whom they ask, and where it is mended. */
const vendors = {
  version: 1,
  family: 'VEN' as const,
  appliesTo: 'products and features of vendors',
  notApplicable: ofVendors,
};

const mend = (label: string) => ({
  label,
  place: 'documents' as const,
  recordType: 'vendor-assessment',
});

/** Judges by the assessment of the vendor, which is to be there. */
const assessed =
  (judge: (data: VendorAssessment, context: ControlContext) => Finding) =>
  (context: ControlContext): Finding => {
    const doc = context.document<VendorAssessment>('vendor-assessment');
    return doc
      ? judge(doc.data, context)
      : notReported('The vendor has not been assessed.');
  };

const retained = { prompts: 'prompts', outputs: 'outputs', logs: 'logs' };

/** Classes of data that may get to the vendor; undefined: nobody has said. */
function classesSent(
  { dataSent }: VendorAssessment,
  { profile }: ControlContext,
): string[] | undefined {
  const classes = [
    ...(profile.data?.classification ? [profile.data.classification] : []),
    ...(dataSent ?? []).map(d => d.classification),
  ];
  return classes.length > 0 ? classes : undefined;
}

export const vendorControls: readonly Control[] = [
  {
    ...vendors,
    id: 'VEN-01',
    version: 2,
    title: 'Vendor assessed',
    level: 'bronze',
    holdsWhen:
      'the vendor was assessed within its cadence and since the last material change',
    references: [
      ...iso('A.10.3'),
      ...nist('GOVERN 6.1'),
      ...iso27001('A.5.19', 'A.5.21'),
    ],
    remediation: mend('Assess the vendor'),
    evaluate: context => {
      const doc = context.document<VendorAssessment>('vendor-assessment');
      if (!doc) return notReported('The vendor has not been assessed.');
      return renewed(context, doc, {
        notSince: 'Not assessed since',
        holds: 'The vendor was assessed within its cadence.',
        lapsed: 'The vendor was not assessed anew in time.',
      });
    },
  },
  {
    ...vendors,
    id: 'VEN-02',
    title: 'Retention known',
    level: 'bronze',
    holdsWhen:
      'it is known for how many days the vendor keeps prompts, outputs and logs',
    references: [
      ...iso('A.10.3'),
      ...nist('MANAGE 3.1'),
      ...iso27001('A.5.20', 'A.8.10'),
    ],
    remediation: mend('State the retention'),
    asks: { document: 'vendor-assessment', sections: ['retention'] },
    evaluate: assessed(({ retention = {} }) => {
      const of = (wanted: (kept: typeof retention.prompts) => boolean) =>
        Object.entries(retained)
          .filter(([key]) => wanted(retention[key as keyof typeof retained]))
          .map(([, name]) => name);
      const unknown = of(kept => kept?.standing === 'unknown');
      const endless = of(
        kept => kept?.standing === 'known' && kept.days === undefined,
      );
      if (unknown.length + endless.length > 0) {
        return fail(
          [
            ...(unknown.length > 0
              ? [
                  `It is not known how long the vendor keeps ${unknown.join(
                    ', ',
                  )}.`,
                ]
              : []),
            ...(endless.length > 0
              ? [
                  `No number of days says when the vendor deletes ${endless.join(
                    ', ',
                  )}.`,
                ]
              : []),
          ].join(' '),
        );
      }
      const silent = of(kept => kept === undefined);
      if (silent.length > 0) {
        return notReported(
          `The assessment does not say how long the vendor keeps ${silent.join(
            ', ',
          )}.`,
        );
      }
      return pass(
        `Days that the vendor keeps them: ${Object.entries(retained)
          .map(
            ([key, name]) =>
              `${name} ${retention[key as keyof typeof retained]!.days}`,
          )
          .join(', ')}.`,
      );
    }),
  },
  {
    ...vendors,
    id: 'VEN-03',
    title: 'Use of our data for training',
    level: 'bronze',
    holdsWhen:
      'it is known whether our data trains models of the vendor, and restricted data does not',
    references: [
      ...iso('A.10.3', 'A.7.2'),
      ...nist('GOVERN 6.1'),
      ...iso27001('A.5.20'),
    ],
    remediation: mend('State the use for training'),
    asks: { document: 'vendor-assessment', sections: ['training'] },
    evaluate: assessed((data, context) => {
      switch (data.training?.use) {
        case 'no':
          return pass('The vendor does not train its models with our data.');
        case 'opted-out':
          return pass(
            'Training of the vendor’s models with our data is switched off.',
          );
        case 'unknown':
          return fail(
            'It is not known whether the vendor trains its models with our data.',
          );
        case 'yes': {
          const classes = classesSent(data, context);
          if (!classes) {
            return fail(
              'The vendor trains its models with our data, and nobody has said of which class it is: it counts as restricted.',
            );
          }
          return classes.includes('restricted')
            ? fail(
                'The vendor trains its models with our data, and it is restricted: have it switched off.',
              )
            : pass(
                'The vendor trains its models with our data, none of which is restricted.',
              );
        }
        default:
          return notReported(
            'The assessment does not say whether the vendor trains its models with our data.',
          );
      }
    }),
  },
  {
    id: 'VEN-04',
    version: 1,
    family: 'VEN',
    title: 'Connectors approved',
    level: 'silver',
    holdsWhen:
      'every connector is approved, and reaches no more than was approved',
    appliesTo: 'subjects with connectors',
    references: [
      ...iso('A.10.2'),
      ...nist('GOVERN 6.1'),
      ...iso27001('A.5.14', 'A.8.3'),
      ...nist800171('3.1.3', '3.1.20'),
    ],
    remediation: {
      label: 'Ask for approval of the connector',
      place: 'assurance',
      recordType: 'connector',
    },
    notApplicable: context =>
      connectedNow(context).length > 0
        ? undefined
        : 'Asked once a connector is recorded as connected.',
    evaluate: connectorsOverTime,
  },
  {
    ...vendors,
    id: 'VEN-05',
    title: 'Procurement checkpoint passed',
    level: 'silver',
    holdsWhen: 'the product has passed the procurement checkpoint',
    references: [
      ...iso('A.10.3'),
      ...nist('GOVERN 6.1'),
      ...iso27001('A.5.19', 'A.5.23'),
    ],
    remediation: mend('State the checkpoint'),
    asks: { document: 'vendor-assessment', sections: ['checkpoint'] },
    evaluate: assessed(({ checkpoint }, { at }) => {
      if (!checkpoint) {
        return notReported('No procurement checkpoint is recorded.');
      }
      const { result, by, on, reference } = checkpoint;
      const decided = `by ${by} on ${on}${reference ? ` (${reference})` : ''}`;
      return overTime(at, [startOfDay(on)], when => {
        if (when < startOfDay(on)) {
          return notReported(`The procurement checkpoint is on ${on}.`);
        }
        switch (result) {
          case 'passed':
            return pass(`The procurement checkpoint was passed ${decided}.`);
          case 'waived':
            return fail(
              `The procurement checkpoint was waived ${decided}. A waiver is no pass: have it made up for, or ask for an exemption.`,
            );
          default:
            return fail(
              `The procurement checkpoint was not passed ${decided}.`,
            );
        }
      });
    }),
  },
  {
    ...vendors,
    id: 'VEN-06',
    title: 'Vendor’s evidence unexpired',
    level: 'gold',
    holdsWhen:
      'the evidence that the vendor gives of its controls has not expired',
    references: [
      ...iso('A.10.3'),
      ...nist('MANAGE 3.1'),
      ...iso27001('A.5.22'),
    ],
    remediation: mend('Renew the evidence'),
    evaluate: assessed(({ evidence }, context) =>
      evidence?.length
        ? vendorEvidenceOverTime(evidence, context)
        : notReported('The vendor has given no evidence of its controls.'),
    ),
  },
];
