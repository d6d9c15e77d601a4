import { useEffect, useRef } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { BulkRecords, SheetType } from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, RecordDiff } from '../../records';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    padding: 0,
    margin: theme.spacing(1, 0, 2),
    '& > li': {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
    '& summary': { cursor: 'pointer', ...theme.typography.body2 },
  },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.5, 1.5, 0.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& th, & td:not(:last-child)': { whiteSpace: 'nowrap' },
    '& td:last-child': { overflowWrap: 'anywhere', width: '100%' },
  },
  title: { outline: 'none' },
}));

type System = BulkRecords['systems'][number];

const words = (system: System, recorded: boolean): string =>
  ({
    new: recorded ? 'Written' : 'Would be written: it has none yet',
    revised: recorded ? 'Revised' : 'Would be revised',
    unchanged: 'Says the same already',
    refused: 'Refused',
  }[system.outcome]);

const lines = (of: readonly number[]) =>
  `${of.length === 1 ? 'line' : 'lines'} ${of.join(', ')}`;

const said: [keyof Pick<System, 'added' | 'updated' | 'kept'>, string][] = [
  ['added', 'Added'],
  ['updated', 'Updated'],
  ['kept', 'There already, left as it is'],
];

/** What a spreadsheet would do, or did: by system, with what would change, and each row that is refused with its line and why. */
export function SheetPreview(props: { type: SheetType; answer: BulkRecords }) {
  const classes = useStyles();
  const { type, answer } = props;
  const { systems, refusals, rows, refusedRows, recorded } = answer;
  const done = recorded > 0;
  const schema = formSchemaOf(type.type);
  // it stands below all that was asked: who asked is led to it, and again when it was recorded
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [done]);
  return (
    <section aria-labelledby="ai-governance-preview">
      <Typography
        variant="h5"
        component="h3"
        id="ai-governance-preview"
        ref={title}
        tabIndex={-1}
        className={classes.title}
      >
        {done ? 'What was recorded' : 'What would be recorded'}
      </Typography>
      <Typography role="status" paragraph>
        {rows} rows: {rows - refusedRows} understood, {refusedRows} refused.{' '}
        {done
          ? `Recorded for ${recorded} ${recorded === 1 ? 'system' : 'systems'}.`
          : `They name ${systems.length} ${
              systems.length === 1 ? 'system' : 'systems'
            } that you may read.`}
      </Typography>
      <ul className={classes.list} aria-label="Systems">
        {systems.map(system => (
          <li key={system.subject.ref}>
            <Typography component="div">
              <EntityRefLink
                entityRef={system.subject.ref}
                title={system.subject.title}
                hideIcon
                disableTooltip
              />
              {': '}
              {words(system, done)}, from {lines(system.lines)}.
            </Typography>
            {system.reason && (
              <Typography variant="body2">{system.reason}</Typography>
            )}
            {said.map(([key, word]) =>
              system[key].length > 0 ? (
                <Typography key={key} variant="body2" color="textSecondary">
                  {word}: {system[key].join('; ')}
                </Typography>
              ) : null,
            )}
            {!done && system.after && system.outcome !== 'unchanged' && (
              <details>
                <summary>
                  {system.before ? 'What would change' : 'How it would read'}
                </summary>
                <RecordDiff
                  schema={schema}
                  from={system.before ?? {}}
                  to={system.after}
                  headingLevel={4}
                />
              </details>
            )}
          </li>
        ))}
      </ul>
      {refusals.length > 0 && (
        <>
          <Typography variant="h6" component="h4">
            Refused rows
          </Typography>
          <table className={classes.table} aria-label="Refused rows">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Column</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {refusals.map(({ line, column, reason }, index) => (
                <tr key={index}>
                  <td>{line}</td>
                  <td>{column ?? 'The row'}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {refusedRows > refusals.length && (
            <Typography variant="body2">
              Only the first {refusals.length} are listed.
            </Typography>
          )}
        </>
      )}
    </section>
  );
}
