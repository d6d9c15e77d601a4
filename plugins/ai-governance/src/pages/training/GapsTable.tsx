import { Fragment, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { TrainingGap } from 'backstage-plugin-ai-governance-common';
import { Day } from '../../components';
import { RecordCompletion } from '../../training/RecordCompletion';
import { TrainingStateLabel } from '../../training/TrainingStateLabel';
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
    <div
      className={classes.scroll}
      role="region"
      aria-label="Who lacks which course"
      // Wider than a small window: the keyboard must be able to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={classes.table}
        aria-label="Who lacks which course"
        aria-busy={busy}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {mayRecord && <th scope="col">Record</th>}
          </tr>
        </thead>
        <tbody>
          {gaps.map(gap => (
            <Fragment key={keyOf(gap)}>
              <tr>
                <th scope="row">
                  <EntityRefLink
                    entityRef={gap.person.ref}
                    title={gap.person.title}
                    hideIcon
                    disableTooltip
                  />
                </th>
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
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={`Record ${gap.course} of ${
                        gap.person.title ?? gap.person.ref
                      }`}
                      onClick={() => setRecording(keyOf(gap))}
                    >
                      Record
                    </Button>
                  </td>
                )}
              </tr>
              {recording === keyOf(gap) && (
                <tr>
                  <td colSpan={columns.length + 1}>
                    <RecordCompletion
                      person={gap.person}
                      course={gap.course}
                      headingLevel={4}
                      onSaved={async () => {
                        setRecording(undefined);
                        await reload();
                      }}
                      onCancel={() => setRecording(undefined)}
                      reload={reload}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
