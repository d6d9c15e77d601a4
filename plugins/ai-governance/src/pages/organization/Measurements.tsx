import Typography from '@material-ui/core/Typography';
import {
  Objective,
  reaches,
  targetText,
} from 'backstage-plugin-ai-governance-common';
import { Day, LookLabel } from '../../components';
import { FactTable } from '../policy/FactTable';
import { MeasurementChart } from './MeasurementChart';

/** What was measured of an objective, against its target: as a picture, and as a table that says the same. */
export function Measurements({ objective }: { objective: Objective }) {
  const measured = [...(objective.measurements ?? [])].sort((a, b) =>
    a.on.localeCompare(b.on),
  );
  const { unit } = objective;
  return (
    <>
      <Typography variant="body2" gutterBottom>
        Reached when {objective.measure} is {targetText(objective)}.
        {measured.length === 0 &&
          ' Nothing was measured yet: revise it and add the first measurement.'}
      </Typography>
      {measured.length > 1 && (
        <MeasurementChart objective={objective} measured={measured} />
      )}
      {measured.length > 0 && (
        <FactTable
          label={`Measurements of ${objective.title}`}
          head={['Measured on', 'Value', 'Target', 'Note']}
          rows={measured.map(({ on, value, note }) => {
            const reached = reaches(objective, value);
            return {
              key: on,
              cells: [
                <Day key="day" day={on} />,
                `${value} ${unit}`,
                <LookLabel
                  key="target"
                  word={reached ? 'Reached' : 'Not reached'}
                  look={reached ? 'pass' : 'warning'}
                />,
                note ?? '',
              ],
            };
          })}
        />
      )}
    </>
  );
}
