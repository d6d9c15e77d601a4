import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Coverage } from 'backstage-plugin-ai-governance-common';
import { CountsBar, countsText, Day, LookLabel } from '../../components';
import { InventoryQuery, percent } from '../../scorecards';
import { useTexts } from '../../translation';
import { ControlLinks } from './ControlLinks';
import { coverageLooks } from './coverageLooks';

const useStyles = makeStyles(theme => ({
  cell: {
    verticalAlign: 'top',
    lineHeight: 1.5,
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
  },
  heading: {
    verticalAlign: 'top',
    fontWeight: theme.typography.fontWeightBold as 'bold',
    backgroundColor: theme.palette.background.default,
  },
  // long words of a requirement may break; the controls have their room, or each of their words would
  controls: {
    verticalAlign: 'top',
    lineHeight: 1.5,
    minWidth: 190,
    wordBreak: 'normal',
  },
  results: { minWidth: 140 },
}));

/** Requirements in the order of their framework, each with what answers it and how that stands. */
export function CoverageTable(props: {
  label: string;
  items: Coverage['items'];
  filter?: InventoryQuery;
}) {
  const t = useTexts();
  const { label, items, filter } = props;
  const classes = useStyles();
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>
            {t('pages.frameworks.coverage.table.requirement')}
          </TableCell>
          <TableCell>{t('pages.frameworks.coverage.table.controls')}</TableCell>
          <TableCell>{t('pages.frameworks.coverage.table.standing')}</TableCell>
          <TableCell>{t('pages.frameworks.coverage.table.results')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(({ id, title, from, controls, counts, share, standing }) =>
          standing ? (
            <TableRow key={id}>
              <TableCell component="th" scope="row" className={classes.cell}>
                {id} {title}
                {from && (
                  <Typography
                    variant="caption"
                    component="div"
                    color="textSecondary"
                  >
                    {t('pages.frameworks.coverage.table.from', {
                      day: <Day day={from} />,
                    })}
                  </Typography>
                )}
              </TableCell>
              <TableCell className={classes.controls}>
                <ControlLinks controls={controls} filter={filter} />
              </TableCell>
              <TableCell className={classes.cell}>
                <LookLabel
                  word={t(`pages.frameworks.standing.${standing}`)}
                  look={coverageLooks[standing]}
                />
              </TableCell>
              <TableCell className={`${classes.cell} ${classes.results}`}>
                {share !== null && (
                  <>
                    {percent(share)}
                    <CountsBar counts={counts} />
                    <Typography variant="caption" component="div">
                      {countsText(t, counts)}
                    </Typography>
                  </>
                )}
              </TableCell>
            </TableRow>
          ) : (
            <TableRow key={id}>
              <TableCell
                component="th"
                scope="colgroup"
                colSpan={4}
                className={classes.heading}
              >
                {id} {title}
              </TableCell>
            </TableRow>
          ),
        )}
      </TableBody>
    </Table>
  );
}
