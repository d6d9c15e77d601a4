import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  NamedScorecardDetail,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { InventoryQuery, percent } from '../scorecards';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    ...theme.typography.body2,
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tbody th': { fontWeight: 'normal', minWidth: 180 },
    '& th$number, & td$number': { textAlign: 'right' },
    // every column stands in a narrow window too
    [theme.breakpoints.down('sm')]: {
      '& th, & td': { padding: theme.spacing(0.75, 0.5) },
      '& thead th': { fontSize: theme.typography.caption.fontSize },
      '& tbody th': { minWidth: 110 },
    },
  },
  number: {},
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

const columns: readonly ResultState[] = [
  'pass',
  'warning',
  'fail',
  'expired',
  'not-reported',
  'error',
  'exempt',
  'not-applicable',
];

/** Controls with how many results are in which state; a number leads to the systems. */
export function ControlCountsTable(props: {
  caption: string;
  controls: NamedScorecardDetail['controls'];
  /** Address of the inventory, narrowed. */
  to: (more: InventoryQuery) => string;
}) {
  const t = useTexts();
  const { caption, controls, to } = props;
  const classes = useStyles();
  const shown = columns.filter(state =>
    controls.some(({ counts }) => counts[state] > 0),
  );
  return (
    <Paper
      variant="outlined"
      className={classes.scroll}
      role="region"
      aria-label={caption}
      // Wider than a small window: the keyboard must be able to scroll it.
      tabIndex={0}
    >
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{t('pages.scorecards.controls.control')}</th>
            <th scope="col">{t('pages.scorecards.controls.level')}</th>
            <th scope="col" className={classes.number}>
              {t('pages.scorecards.controls.holds')}
            </th>
            {shown.map(state => (
              <th scope="col" key={state} className={classes.number}>
                {t(`words.state.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {controls.map(({ id, title, level, share, counts }) => (
            <tr key={id}>
              <th scope="row">{`${id} ${title}`}</th>
              <td>{t(`words.level.${level}`)}</td>
              <td className={classes.number}>{percent(share)}</td>
              {shown.map(state => (
                <td key={state} className={classes.number}>
                  {counts[state] > 0 ? (
                    <Link
                      to={to({ control: id, state })}
                      className={classes.link}
                      aria-label={`${id}: ${t(`components.counts.${state}`, {
                        count: counts[state],
                      })}`}
                    >
                      {counts[state]}
                    </Link>
                  ) : (
                    '0'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
