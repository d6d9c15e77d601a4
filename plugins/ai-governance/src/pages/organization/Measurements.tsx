import Typography from '@material-ui/core/Typography';
import { Objective, reaches } from 'backstage-plugin-ai-governance-common';
import { Day, LookLabel } from '../../components';
import { useTexts } from '../../translation';
import { FactTable } from '../policy/FactTable';
import { MeasurementChart } from './MeasurementChart';

/** What was measured of an objective, against its target: as a picture, and as a table that says the same. */
export function Measurements({ objective }: { objective: Objective }) {
  const t = useTexts();
  const measured = [...(objective.measurements ?? [])].sort((a, b) =>
    a.on.localeCompare(b.on),
  );
  const { unit } = objective;
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {t(
          `pages.organization.measurements.reachedWhen.${objective.direction}`,
          { measure: objective.measure, target: objective.target, unit },
        )}
        {measured.length === 0 &&
          ` ${t('pages.organization.measurements.nothing')}`}
      </Typography>
      {measured.length > 1 && (
        <MeasurementChart objective={objective} measured={measured} />
      )}
      {measured.length > 0 && (
        <FactTable
          label={t('pages.organization.measurements.label', {
            objective: objective.title,
          })}
          head={[
            t('pages.organization.measurements.on'),
            t('pages.organization.measurements.value'),
            t('pages.organization.measurements.target'),
            t('pages.organization.measurements.note'),
          ]}
          rows={measured.map(({ on, value, note }) => {
            const reached = reaches(objective, value);
            return {
              key: on,
              cells: [
                <Day key="day" day={on} />,
                `${value} ${unit}`,
                <LookLabel
                  key="target"
                  word={t(
                    reached
                      ? 'pages.organization.measurements.reached'
                      : 'pages.organization.measurements.notReached',
                  )}
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
