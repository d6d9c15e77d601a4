import { jsonPath } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

/** Everything that a schema found wrong with an item, each with its path in the body. */
export function issuesAt(path: string, error: z.ZodError): string {
  return error.issues
    .flatMap(issue => {
      const below = jsonPath(issue.path);
      const at = [path, below].filter(Boolean).join('.');
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => `${at}.${key}: is not known`)
        : [`${at}: ${issue.message}`];
    })
    .join('; ');
}
