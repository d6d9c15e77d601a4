import { Fragment, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { TrainingGap } from 'backstage-plugin-ai-governance-common';
import { Day } from '../../components';
import { RecordButton, RecordRow } from '../../training/RecordRow';
import { TrainingStateLabel } from '../../training/TrainingStateLabel';
import { PersonHead, TrainingTable } from '../../training/TrainingTable';
import { useTableStyles } from '../../training/useTableStyles';
import { rolesText } from '../../training/words';
import { useTexts } from '../../translation';

const columns = ['person', 'course', 'standing', 'part', 'askedBy'] as const;

const keyOf = ({ person, course }: TrainingGap) => `${person.ref} ${course}`;

/** People with a course that is asked of them; who may record does so in place. */
export function GapsTable(props: {
  gaps: readonly TrainingGap[];
  mayRecord: boolean;
  busy: boolean;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { gaps, mayRecord, busy, reload } = props;
  const shown = mayRecord ? ([...columns, 'record'] as const) : columns;
  const classes = useTableStyles();
  const [recording, setRecording] = useState<string>();
  return (
    <TrainingTable
      label={t('pages.training.gaps.table')}
      columns={shown.map(column => t(`pages.training.column.${column}`))}
      busy={busy}
    >
      {gaps.map(gap => (
        <Fragment key={keyOf(gap)}>
          <tr>
            <PersonHead person={gap.person} />
            <td>{gap.course}</td>
            <td>
              <TrainingStateLabel state={gap.state} />
              {gap.expires && (
                <span className={classes.aside}>
                  {t('pages.training.until', {
                    day: <Day day={gap.expires} />,
                  })}
                </span>
              )}
            </td>
            <td>{rolesText(t, gap.roles)}</td>
            <td>
              <Subjects gap={gap} />
            </td>
            {mayRecord && (
              <td>
                <RecordButton
                  person={gap.person}
                  course={gap.course}
                  onClick={() => setRecording(keyOf(gap))}
                />
              </td>
            )}
          </tr>
          {recording === keyOf(gap) && (
            <RecordRow
              person={gap.person}
              course={gap.course}
              colSpan={columns.length + 1}
              headingLevel={4}
              onClose={() => setRecording(undefined)}
              reload={reload}
            />
          )}
        </Fragment>
      ))}
    </TrainingTable>
  );
}

/** The systems because of which a course is asked for, or some of them and how many more. */
function Subjects({ gap }: { gap: TrainingGap }) {
  const t = useTexts();
  const more = gap.subjectCount - gap.subjects.length;
  const systems = (
    <>
      {gap.subjects.map(({ ref, title }, i) => (
        <Fragment key={ref}>
          {i > 0 && ', '}
          <EntityRefLink
            entityRef={ref}
            title={title}
            hideIcon
            disableTooltip
          />
        </Fragment>
      ))}
    </>
  );
  if (more <= 0) return systems;
  return <>{t('pages.training.gaps.more', { systems, count: more })}</>;
}
