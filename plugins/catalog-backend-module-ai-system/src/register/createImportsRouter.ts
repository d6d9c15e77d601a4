import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ImportIssues,
  importIssuesQuerySchema,
  ImportReports as ImportReportList,
  importsReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ImportReports, neverRead } from './ImportReports';

/**
 * `GET /ai-system/imports` and `GET /ai-system/imports/:id/issues`, below the catalog's API. Both take the permission `ai-governance.imports.read`:
 * a reason may quote the file.
 */
export function createImportsRouter(options: {
  /** Those of the configuration. */
  registers: ReadonlyArray<{ id: string; source: string }>;
  reports: ImportReports;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Router {
  const { registers, reports, httpAuth, permissions } = options;
  const router = PromiseRouter();

  const authorize = async (request: Request) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: importsReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not do this: it takes the permission ${importsReadPermission.name}.`,
      );
    }
  };

  router.get('/ai-system/imports', async (request, response) => {
    await authorize(request);
    const stored = new Map(
      (await reports.findAll()).map(report => [report.id, report]),
    );
    const body: ImportReportList = {
      items: registers.map(({ id, source }) => ({
        ...(stored.get(id) ?? neverRead(id)),
        source,
      })),
    };
    response.json(body);
  });

  router.get('/ai-system/imports/:id/issues', async (request, response) => {
    await authorize(request);
    const { id } = request.params;
    const query = importIssuesQuerySchema.safeParse(request.query);
    if (!query.success) {
      throw new InputError(
        query.error.issues
          .map(issue => `query.${issue.path.join('.')}: ${issue.message}`)
          .join('; '),
      );
    }
    if (!registers.some(register => register.id === id)) {
      throw new NotFoundError(`There is no register ${id}.`);
    }
    const body: ImportIssues = await reports.issues(id, query.data);
    response.json(body);
  });

  return router;
}
