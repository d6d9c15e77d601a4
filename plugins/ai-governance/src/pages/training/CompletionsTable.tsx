import { Fragment, useState } from 'react';
import Button from '@material-ui/core/Button';
import { Completion } from 'backstage-plugin-ai-governance-common';
import { Day, When } from '../../components';
import { Author } from '../../records';
import { TrainingStateLabel } from '../../training/TrainingStateLabel';
import { PersonHead, TrainingTable } from '../../training/TrainingTable';
import { useTableStyles } from '../../training/useTableStyles';
import { WithdrawCompletion } from './WithdrawCompletion';

const columns = [
  'Person',
  'Course',
  'Completed',
  'Standing',
  'Provider',
  'Recorded',
];

/** Completions, newest first; who may record also withdraws. */
export function CompletionsTable(props: {
  completions: readonly Completion[];
  mayRecord: boolean;
  busy: boolean;
  reload: () => Promise<void>;
}) {
  const { completions, busy, reload } = props;
  // what is withdrawn already is not corrected once more
  const mayRecord =
    props.mayRecord && completions.some(({ state }) => state !== 'withdrawn');
  const classes = useTableStyles();
  const [open, setOpen] = useState<string>();
  return (
    <TrainingTable
      label="Completions"
      columns={mayRecord ? [...columns, 'Correct'] : columns}
      busy={busy}
    >
      {completions.map(one => (
        <Fragment key={one.recordId}>
          <tr>
            <PersonHead person={one.person} />
            <td>{one.course}</td>
            <td>
              <Day day={one.completed} />
            </td>
            <td>
              <TrainingStateLabel state={one.state} />
              {one.expires && (
                <span className={classes.aside}>
                  Until <Day day={one.expires} />
                </span>
              )}
            </td>
            <td>{one.provider ?? 'Not said'}</td>
            <td>
              <When at={one.recordedAt} />
              <span className={classes.aside}>
                by <Author author={one.author} />
              </span>
            </td>
            {mayRecord && (
              <td>
                {one.state !== 'withdrawn' && (
                  <Button
                    size="small"
                    variant="outlined"
                    aria-label={`Withdraw ${one.course} of ${
                      one.person.title ?? one.person.ref
                    }`}
                    onClick={() => setOpen(one.recordId)}
                  >
                    Withdraw
                  </Button>
                )}
              </td>
            )}
          </tr>
          {open === one.recordId && (
            <tr>
              <td colSpan={columns.length + 1}>
                <WithdrawCompletion
                  completion={one}
                  onSaved={async () => {
                    setOpen(undefined);
                    await reload();
                  }}
                  onCancel={() => setOpen(undefined)}
                />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </TrainingTable>
  );
}
