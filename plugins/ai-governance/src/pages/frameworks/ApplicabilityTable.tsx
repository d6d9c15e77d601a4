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
import { useTexts } from '../../translation';
import { ControlLinks } from './ControlLinks';
import { implementationLooks } from './coverageLooks';

type Line = StatementOfApplicability['items'][number];

const columns = [
  'control',
  'applies',
  'justification',
  'implementation',
  'evidence',
] as const;

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
  const t = useTexts();
  const classes = useStyles();
  const page = useRouteRef(organizationRouteRef)();
  return (
    <Table
      size="small"
      aria-label={t('pages.frameworks.applicability.table.label')}
    >
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <TableCell key={column} className={classes.cell}>
              {t(`pages.frameworks.applicability.table.${column}`)}
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
                  aria-label={t('pages.frameworks.applicability.stateOf', {
                    control: line.id,
                  })}
                >
                  {t('pages.frameworks.applicability.state')}
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
                    {t('pages.frameworks.applicability.stated', {
                      author: <Author author={line.stated.author} />,
                      time: <When at={line.stated.recordedAt} />,
                    })}
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

const appliesLooks = {
  open: 'not-reported',
  yes: 'pass',
  no: 'not-applicable',
} as const;

function Applies({ line: { stated } }: { line: Line }) {
  const t = useTexts();
  const applies = stated?.data.applies ?? 'open';
  return (
    <LookLabel
      word={t(`pages.frameworks.applicability.applies.${applies}`)}
      look={appliesLooks[applies]}
    />
  );
}

function Implementation({ line }: { line: Line }) {
  const t = useTexts();
  if (!line.implementation) return null;
  return (
    <>
      <LookLabel
        word={t(
          `pages.frameworks.applicability.implementation.${line.implementation}`,
        )}
        look={implementationLooks[line.implementation]}
      />
      <Typography variant="caption" component="div" color="textSecondary">
        {line.impliedBy === 'controls' && line.share !== null
          ? t('pages.frameworks.applicability.share', {
              share: percent(line.share),
            })
          : t('pages.frameworks.applicability.asStated')}
      </Typography>
    </>
  );
}
