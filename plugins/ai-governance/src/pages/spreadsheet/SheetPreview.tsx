import { useEffect, useRef } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { BulkRecords, SheetType } from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, RecordDiff } from '../../records';
import { TextKey, useTexts } from '../../translation';

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

const outcomeKey = (system: System, recorded: boolean): TextKey =>
  recorded && (system.outcome === 'new' || system.outcome === 'revised')
    ? `pages.spreadsheet.preview.done.${system.outcome}`
    : `pages.spreadsheet.preview.would.${system.outcome}`;

const said = ['added', 'updated', 'kept'] as const;

/** What a spreadsheet would do, or did: by system, with what would change, and each row that is refused with its line and why. */
export function SheetPreview(props: { type: SheetType; answer: BulkRecords }) {
  const t = useTexts();
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
        {t(
          done
            ? 'pages.spreadsheet.preview.recorded'
            : 'pages.spreadsheet.preview.title',
        )}
      </Typography>
      <Typography role="status" paragraph>
        {t('pages.spreadsheet.preview.rows', {
          rows,
          understood: rows - refusedRows,
          refused: refusedRows,
        })}{' '}
        {done
          ? t('pages.spreadsheet.preview.systemsRecorded', { count: recorded })
          : t('pages.spreadsheet.preview.systemsNamed', {
              count: systems.length,
            })}
      </Typography>
      <ul
        className={classes.list}
        aria-label={t('pages.spreadsheet.preview.systems')}
      >
        {systems.map(system => (
          <li key={system.subject.ref}>
            <Typography component="div">
              {t(outcomeKey(system, done), {
                system: (
                  <EntityRefLink
                    entityRef={system.subject.ref}
                    title={system.subject.title}
                    hideIcon
                    disableTooltip
                  />
                ),
                lines: t('pages.spreadsheet.preview.lines', {
                  count: system.lines.length,
                  lines: system.lines.join(', '),
                }),
              })}
            </Typography>
            {system.reason && (
              <Typography variant="body2">{system.reason}</Typography>
            )}
            {said.map(key =>
              system[key].length > 0 ? (
                <Typography key={key} variant="body2" color="textSecondary">
                  {t(`pages.spreadsheet.preview.${key}`, {
                    items: system[key].join('; '),
                  })}
                </Typography>
              ) : null,
            )}
            {!done && system.after && system.outcome !== 'unchanged' && (
              <details>
                <summary>
                  {t(
                    system.before
                      ? 'pages.spreadsheet.preview.changes'
                      : 'pages.spreadsheet.preview.whole',
                  )}
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
            {t('pages.spreadsheet.preview.refusedRows')}
          </Typography>
          <table
            className={classes.table}
            aria-label={t('pages.spreadsheet.preview.refusedRows')}
          >
            <thead>
              <tr>
                <th scope="col">{t('pages.spreadsheet.preview.line')}</th>
                <th scope="col">{t('pages.spreadsheet.preview.column')}</th>
                <th scope="col">{t('pages.spreadsheet.preview.why')}</th>
              </tr>
            </thead>
            <tbody>
              {refusals.map(({ line, column, reason }, index) => (
                <tr key={index}>
                  <td>{line}</td>
                  <td>{column ?? t('pages.spreadsheet.preview.row')}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {refusedRows > refusals.length && (
            <Typography variant="body2">
              {t('pages.spreadsheet.preview.first', { count: refusals.length })}
            </Typography>
          )}
        </>
      )}
    </section>
  );
}
