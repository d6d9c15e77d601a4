import { z } from 'zod';
import { frameworks } from '../frameworks';
import { line } from './RecordType';

const ids = frameworks.map(f => f.id);

/** One of the frameworks that there are. */
export const frameworkId = z.enum(ids).meta({
  title: 'Framework',
  choiceTitles: Object.fromEntries(frameworks.map(f => [f.id, f.title])),
});

/** The id of a requirement; whether the framework has it is checked where both are known. */
export const requirementId = line(
  {
    title: 'Requirement',
    description: 'Its id, such as 6.2, A.6.1.2 or GOVERN 1.1.',
  },
  64,
);
