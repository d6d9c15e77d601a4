import { Fragment, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { TrainingGap } from 'backstage-plugin-ai-governance-common';
import { Day } from '../../components';
import { RecordButton, RecordRow } from '../../training/RecordRow';
import { TrainingStateLabel } from '../../training/TrainingStateLabel';
import { PersonHead, TrainingTable } from '../../training/TrainingTable';
import { useTableStyles } from '../../training/useTableStyles';
import { rolesText } from '../../training/words';

const columns = ['Person', 'Course', 'Standing', 'Part', 'Asked for by'];

const keyOf = ({ person, course }: TrainingGap) => `${person.ref} ${course}`;

/** People with a course that is asked of them; who may record does so in place. */
export function GapsTable(props: {
  gaps: readonly TrainingGap[];
  mayRecord: boolean;
  busy: boolean;
  reload: () => Promise<void>;
}) {
  const { gaps, mayRecord, busy, reload } = props;
  const classes = useTableStyles();
  const [recording, setRecording] = useState<string>();
  return (
    <TrainingTable
      label="Who lacks which course"
      columns={mayRecord ? [...columns, 'Record'] : columns}
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
                  Until <Day day={gap.expires} />
                </span>
              )}
            </td>
            <td>{rolesText(gap.roles)}</td>
            <td>
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
              {gap.subjectCount > gap.subjects.length &&
                ` and ${gap.subjectCount - gap.subjects.length} more`}
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
