import { InputError } from '@backstage/errors';
import {
  aiGovernanceSpecSchema,
  issuesOf,
  RecordIssue,
  registration,
  Registration,
  validateRecord,
  withoutBlanks,
} from 'backstage-plugin-ai-governance-common';

const refuse = (
  issues: readonly RecordIssue[],
  below: (path: string) => string,
) =>
  new InputError(
    issues.map(({ path, message }) => `${below(path)}: ${message}`).join('; '),
  );

/** The names of an AI system, which a form asks for beside what it declares. */
export interface Names {
  name?: string;
  title?: string;
  description?: string;
}

/**
 * What a template declares of an AI system, checked as a registration in the portal is.
 *
 * @throws InputError that names the paths in the input
 */
export function declaredSystem(
  system: Record<string, unknown>,
  names: Names,
): Registration {
  const own = withoutBlanks({ ...names });
  const checked = validateRecord(registration, {
    ...withoutBlanks(system),
    ...own,
  });
  if (checked.ok) return checked.data;
  throw refuse(checked.issues, path =>
    path in own || ['name', 'title', 'description'].includes(path)
      ? path
      : `system.${path}`,
  );
}

/**
 * What a template declares of the AI within an entity of another kind.
 *
 * @throws InputError that names the paths in the input
 */
export function declaredWithin(system: Record<string, unknown>): object {
  const checked = aiGovernanceSpecSchema.safeParse(withoutBlanks(system));
  if (checked.success) return checked.data;
  throw refuse(issuesOf(checked.error), path => `system.${path}`);
}
