import { Fragment, useState } from 'react';
import Button from '@material-ui/core/Button';
import { Completion } from 'backstage-plugin-ai-governance-common';
import { Day, When } from '../../components';
import { Author } from '../../records';
import { TrainingStateLabel } from '../../training/TrainingStateLabel';
import { PersonHead, TrainingTable } from '../../training/TrainingTable';
import { useTableStyles } from '../../training/useTableStyles';
import { useTexts } from '../../translation';
import { WithdrawCompletion } from './WithdrawCompletion';

const columns = [
  'person',
  'course',
  'completed',
  'standing',
  'provider',
  'recorded',
] as const;

/** Completions, newest first; who may record also withdraws. */
export function CompletionsTable(props: {
  completions: readonly Completion[];
  mayRecord: boolean;
  busy: boolean;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { completions, busy, reload } = props;
  // what is withdrawn already is not corrected once more
  const mayRecord =
    props.mayRecord && completions.some(({ state }) => state !== 'withdrawn');
  const shown = mayRecord ? ([...columns, 'correct'] as const) : columns;
  const classes = useTableStyles();
  const [open, setOpen] = useState<string>();
  return (
    <TrainingTable
      label={t('pages.training.completions.title')}
      columns={shown.map(column => t(`pages.training.column.${column}`))}
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
                  {t('pages.training.until', {
                    day: <Day day={one.expires} />,
                  })}
                </span>
              )}
            </td>
            <td>{one.provider ?? t('pages.training.completions.notSaid')}</td>
            <td>
              <When at={one.recordedAt} />
              <span className={classes.aside}>
                {t('pages.training.completions.by', {
                  author: <Author author={one.author} />,
                })}
              </span>
            </td>
            {mayRecord && (
              <td>
                {one.state !== 'withdrawn' && (
                  <Button
                    size="small"
                    variant="outlined"
                    aria-label={t('pages.training.withdraw.title', {
                      course: one.course,
                      person: one.person.title ?? one.person.ref,
                    })}
                    onClick={() => setOpen(one.recordId)}
                  >
                    {t('pages.training.withdraw.button')}
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
