import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StatementOfApplicability } from 'backstage-plugin-ai-governance-common';
import { LookLabel, Markdown, When } from '../../components';
import { Author } from '../../records';
import { organizationRouteRef } from '../../routes';
import { percent } from '../../scorecards';
import { ControlLinks } from './ControlLinks';
import { implementationLooks } from './coverageWords';

type Line = StatementOfApplicability['items'][number];

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', lineHeight: 1.5, wordBreak: 'normal' },
  text: { minWidth: 200, overflowWrap: 'anywhere' },
  link: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    '@media print': { display: 'none' },
  },
}));

/** Each control of Annex A: in or out, why, how it is implemented, and what shows it. */
export function ApplicabilityTable(props: {
  items: readonly Line[];
  /** The reader may state what is not stated. */
  mayState: boolean;
}) {
  const classes = useStyles();
  const page = useRouteRef(organizationRouteRef)();
  return (
    <Table size="small" aria-label="Controls of Annex A of ISO/IEC 42001">
      <TableHead>
        <TableRow>
          {[
            'Control',
            'Applies',
            'Justification',
            'Implementation',
            'Evidence',
          ].map(head => (
            <TableCell key={head} className={classes.cell}>
              {head}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {props.items.map(line => (
          <TableRow key={line.id}>
            <TableCell component="th" scope="row" className={classes.cell}>
              {line.id} {line.title}
            </TableCell>
            <TableCell className={classes.cell}>
              <Applies line={line} />
              {props.mayState && !line.stated && (
                <Link
                  to={`${page}?type=applicability&write=new&framework=iso-42001&requirement=${line.id}`}
                  className={classes.link}
                  aria-label={`State whether ${line.id} applies`}
                >
                  State it
                </Link>
              )}
            </TableCell>
            <TableCell className={`${classes.cell} ${classes.text}`}>
              {line.stated && (
                <>
                  <Markdown text={line.stated.data.justification} />
                  <Typography
                    variant="caption"
                    component="div"
                    color="textSecondary"
                  >
                    <Author author={line.stated.author} />,{' '}
                    <When at={line.stated.recordedAt} />
                  </Typography>
                </>
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              <Implementation line={line} />
            </TableCell>
            <TableCell className={`${classes.cell} ${classes.text}`}>
              <ControlLinks controls={line.controls} />
              {line.stated?.data.implementation?.description && (
                <Markdown text={line.stated.data.implementation.description} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Applies({ line: { stated } }: { line: Line }) {
  if (!stated) return <LookLabel word="Not stated" look="not-reported" />;
  return stated.data.applies === 'yes' ? (
    <LookLabel word="Yes" look="pass" />
  ) : (
    <LookLabel word="No" look="not-applicable" />
  );
}

function Implementation({ line }: { line: Line }) {
  if (!line.implementation) return null;
  return (
    <>
      <LookLabel {...implementationLooks[line.implementation]} />
      <Typography variant="caption" component="div" color="textSecondary">
        {line.impliedBy === 'controls' && line.share !== null
          ? `${percent(line.share)} of the results`
          : 'As stated'}
      </Typography>
    </>
  );
}
