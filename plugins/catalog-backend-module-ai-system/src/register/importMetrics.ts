import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { MappedRegister } from './mapRegister';

/** What operators watch: `ai_system_import_rows{register, outcome}` and `ai_system_import_kept_total{register}`. */
export interface ImportMetrics {
  taken(register: string, reading: MappedRegister): void;
  kept(register: string): void;
}

export function importMetrics(metrics: MetricsService): ImportMetrics {
  const rows = metrics.createGauge('ai_system_import_rows', {
    description: 'Rows of the last reading of a register that was taken',
  });
  const kept = metrics.createCounter('ai_system_import_kept_total', {
    description:
      'Readings of a register that changed nothing: not there, broken or too small',
  });
  return {
    taken(register, { taken, refused, doubtful }) {
      rows.record(taken, { register, outcome: 'taken' });
      rows.record(refused, { register, outcome: 'refused' });
      rows.record(doubtful, { register, outcome: 'doubtful' });
    },
    kept: register => kept.add(1, { register }),
  };
}
