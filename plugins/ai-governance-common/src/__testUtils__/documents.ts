import { DataSheet } from '../records/dataSheet';
import { ImpactAssessment } from '../records/impactAssessment';
import { Operations } from '../records/operations';
import { ThreatModel } from '../records/threatModel';

// Each says everything that its controls ask for.

export const operations: Operations = {
  overview: 'Runs every night.',
  access: 'Planners read, the team changes.',
  logging: 'Every forecast.',
  logRetention: 'A year.',
  updates: 'Beside the old one for a week.',
  retraining: 'Each quarter.',
  drift: 'Above 10 % error.',
  responders: 'The planner on duty.',
  responseTimes: 'Within an hour.',
  notified: 'All planners.',
  switchOff: 'Stop the nightly job.',
};

export const dataSheet: DataSheet = {
  description: 'Counts of calls.',
  training: 'Own counts.',
  tuning: 'None.',
  reference: 'None.',
  qualityCriteria: 'No day is missing.',
  qualityMet: 'Checked each month.',
  preparation: 'Holidays are marked.',
  purpose: 'Forecasts.',
  minimisation: 'Counts only.',
  retention: 'Five years.',
  deletion: 'By a job each year.',
};

export const impactAssessment: ImpactAssessment = {
  process: 'Plan the week.',
  affected: 'Agents.',
  benefits: 'Even shifts.',
  harms: 'Overtime.',
  society: 'None.',
  fairness: 'Shifts by age.',
  explanation: 'Shown beside the plan.',
  appeal: 'To the planner.',
};

export const threatModel: ThreatModel = {
  scope: 'The nightly job.',
  assets: ['The plan'],
  entryPoints: ['The counts'],
  threats: [
    {
      id: 'false-counts',
      title: 'False counts',
      kind: 'poisoning',
      mitigation: 'Outliers are held.',
    },
  ],
};
