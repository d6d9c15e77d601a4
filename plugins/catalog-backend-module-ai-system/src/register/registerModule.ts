import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { createImportsRouter } from './createImportsRouter';
import { importMetrics } from './importMetrics';
import { ImportReports } from './ImportReports';
import { migrateImports } from './migrateImports';
import { readRegisterConfigs, RegisterConfig } from './readRegisterConfig';
import { RegisterProvider } from './RegisterProvider';
import { registerSource } from './RegisterSource';

/**
 * Brings AI systems and the groups that own them from registers in CSV (`catalog.providers.aiSystemRegister`) into the catalog, and tells what
 * became of every row at `/api/catalog/ai-system/imports`. Beside one of the modules that add the kind.
 *
 * @public
 */
export const catalogModuleAiSystemRegister = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ai-system-register',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        processing: catalogProcessingExtensionPoint,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const registers = readRegisterConfigs(deps.config).map(register => ({
          register,
          source: sourceOf(register, deps),
        }));
        const knex = await deps.database.getClient();
        if (!deps.database.migrations?.skip) await migrateImports(knex);
        const reports = ImportReports.create(knex);
        const metrics = importMetrics(deps.metrics);
        for (const { register, source } of registers) {
          deps.processing.addEntityProvider(
            RegisterProvider.create({
              register,
              source,
              reports,
              metrics,
              logger: deps.logger,
              taskRunner: deps.scheduler.createScheduledTaskRunner(
                register.schedule,
              ),
            }),
          );
        }
        deps.httpRouter.use(
          createImportsRouter({
            registers: registers.map(({ register, source }) => ({
              id: register.id,
              source: source.name,
            })),
            reports,
            httpAuth: deps.httpAuth,
            permissions: deps.permissions,
          }),
        );
      },
    });
  },
});

function sourceOf(
  register: RegisterConfig,
  options: Parameters<typeof registerSource>[1],
) {
  try {
    return registerSource(register.source, options);
  } catch (error) {
    throw new InputError(
      `${register.path}.source: ${(error as Error).message}`,
    );
  }
}
