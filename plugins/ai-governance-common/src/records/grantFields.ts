import { z } from 'zod';
import { day, markdown } from './RecordType';

// What everything that is asked for and granted for a time has in common; each type puts them where its form wants them.

/** The step: asked for, decided, or taken back. */
export const grantDecision = z
  .enum(['requested', 'approved', 'rejected', 'withdrawn'])
  .meta({ title: 'Decision' });

/** What whoever decides says of it. */
export const decisionNote = markdown({ title: 'Note' }).optional();

/** The end of what is granted. */
export const lastDay = day({
  title: 'Expires',
  description: 'The last day on which it holds.',
});
