import { Fragment, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { SubjectTraining } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Day, Loading, ProblemPanel } from '../components';
import { TrailButtons } from '../pages/TrailButtons';
import { useReading } from '../pages/useReading';
import { RecordButton, RecordRow } from '../training/RecordRow';
import { TrainingStateLabel } from '../training/TrainingStateLabel';
import { PersonHead, TrainingTable } from '../training/TrainingTable';
import { useTableStyles } from '../training/useTableStyles';
import { countsText, rolesText } from '../training/words';
import { useTexts } from '../translation';
import { Actions, Section } from './Section';

const PEOPLE = 20;
const columns = ['person', 'part', 'course', 'standing'] as const;

/** Who has a part in the system, and which of the courses that it asks for they hold. */
export function TrainingSection(props: { subject: string; cameFor?: boolean }) {
  const t = useTexts();
  const { subject, cameFor } = props;
  const api = useApi(aiGovernanceApiRef);
  /** Cursors of the pages up to this one; the first has none. */
  const [trail, setTrail] = useState<string[]>([]);
  const cursor = trail[trail.length - 1];
  const { value, error, pending, reload } = useReading(
    () => api.subjectTraining(subject, { limit: PEOPLE, cursor }),
    [api, subject, cursor],
  );
  return (
    <Section
      id="training"
      title={t('assurance.training.title')}
      text={t('assurance.training.text')}
      cameFor={cameFor}
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('assurance.training.loading')} />}
      {value?.totalItems === 0 && (
        <Typography>
          {t('assurance.training.none', { field: <code>usedBy</code> })}
        </Typography>
      )}
      {value && value.totalItems > 0 && (
        <>
          <Typography paragraph>{countsText(t, value.counts)}.</Typography>
          <PeopleTable training={value} busy={pending} reload={reload} />
          {(trail.length > 0 || value.nextCursor) && (
            <Actions hidden={false}>
              <Typography variant="body2" role="status">
                {t('assurance.training.shown', {
                  from: trail.length * PEOPLE + 1,
                  to: trail.length * PEOPLE + value.items.length,
                  all: value.totalItems,
                })}
              </Typography>
              <TrailButtons
                trail={trail}
                onTrail={setTrail}
                nextCursor={value.nextCursor}
                pending={pending}
              />
            </Actions>
          )}
        </>
      )}
    </Section>
  );
}

function PeopleTable(props: {
  training: SubjectTraining;
  busy: boolean;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { training, busy, reload } = props;
  const classes = useTableStyles();
  const [recording, setRecording] = useState<string>();
  // nothing is left to record of who holds all of it
  const mayRecord =
    training.may.record &&
    training.items.some(({ courses }) =>
      courses.some(({ state }) => state !== 'holds'),
    );
  const shown = mayRecord ? ([...columns, 'record'] as const) : columns;
  return (
    <TrainingTable
      label={t('assurance.training.table')}
      columns={shown.map(column => t(`assurance.training.column.${column}`))}
      busy={busy}
    >
      {training.items.flatMap(({ person, courses }) =>
        courses.map(({ course, roles, state, completed, expires }) => {
          const key = `${person.ref} ${course}`;
          return (
            <Fragment key={key}>
              <tr>
                <PersonHead person={person} />
                <td>{rolesText(t, roles)}</td>
                <td>{course}</td>
                <td>
                  <TrainingStateLabel state={state} />
                  {completed && (
                    <span className={classes.aside}>
                      {t(
                        expires
                          ? 'assurance.training.completedUntil'
                          : 'assurance.training.completed',
                        {
                          day: <Day day={completed} />,
                          until: expires && <Day day={expires} />,
                        },
                      )}
                    </span>
                  )}
                </td>
                {mayRecord && (
                  <td>
                    {state !== 'holds' && (
                      <RecordButton
                        person={person}
                        course={course}
                        onClick={() => setRecording(key)}
                      />
                    )}
                  </td>
                )}
              </tr>
              {recording === key && (
                <RecordRow
                  person={person}
                  course={course}
                  colSpan={columns.length + 1}
                  onClose={() => setRecording(undefined)}
                  reload={reload}
                />
              )}
            </Fragment>
          );
        }),
      )}
    </TrainingTable>
  );
}
