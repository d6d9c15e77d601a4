import { HealthCheck } from 'backstage-plugin-ai-governance-common';
import type { HealthFacts } from './healthChecks';
import { nothingNamed, withoutEnd } from './sentences';

function are(missing: number) {
  return missing === 1 ? '1 registration is' : `${missing} registrations are`;
}

/** Whether the catalog has what was registered in the portal. Where it is not asked for, this backend cannot know why. */
export function registrationsCheck({
  registrations: { written, missing, missingSince, named, run },
}: HealthFacts): HealthCheck {
  const lastWellAt = run?.succeededAt ?? null;
  const common = { id: 'registrations', lastWellAt } as const;
  if (run?.problem) {
    return {
      ...common,
      named,
      concerned: missing,
      state: 'failing',
      summary: `The catalog asked for registrations and did not get them: ${withoutEnd(
        run.problem,
      )}.`,
      remedy:
        'The catalog keeps what it has, and asks again by schedule. Look in the log of the backends for the request to /registrations.',
    };
  }
  if (missing > 0) {
    const asked = lastWellAt !== null && lastWellAt > missingSince!;
    return {
      ...common,
      named,
      concerned: missing,
      state: asked ? 'attention' : 'failing',
      summary: `${are(missing)} not in the catalog, which ${
        asked ? 'asked for them' : 'has not asked for them since'
      }.`,
      remedy: asked
        ? 'Look in the log of the catalog for ai-system-registrations and for the name: it may find the entity wrong, not allow the kind AISystem, or have one of that name from elsewhere.'
        : 'Look whether the backend of the catalog runs catalogModuleAiSystemRegistrations, and in its log for “Registrations could not be read”, which says why.',
    };
  }
  return {
    ...common,
    ...nothingNamed,
    state: 'well',
    summary:
      written === 0
        ? 'Nothing is registered in the portal.'
        : 'What is registered in the portal is in the catalog.',
  };
}
