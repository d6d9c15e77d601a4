import { LinkButton } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RequestedIcon from '@material-ui/icons/HourglassEmpty';
import { WorkItem } from 'backstage-plugin-ai-governance-common';
import { Day, Sentence, StateLabel, TierLabel } from '../../components';
import { FixPlace } from '../../entity/places';
import { Texts, useTexts } from '../../translation';
import { workTitle } from './workTitle';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '110px minmax(0, 1fr) auto',
    gridTemplateAreas: '"tier what fix"',
    gap: theme.spacing(0.5, 2),
    alignItems: 'start',
    padding: theme.spacing(1.5, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"what" "fix"',
    },
  },
  tier: {
    gridArea: 'tier',
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  // the same tier, among the facts, where the row is narrow
  tierBelow: { [theme.breakpoints.up('md')]: { display: 'none' } },
  what: { gridArea: 'what', overflowWrap: 'anywhere' },
  fix: {
    gridArea: 'fix',
    maxWidth: 280,
    justifySelf: 'end',
    [theme.breakpoints.down('sm')]: { justifySelf: 'start' },
  },
  title: { fontWeight: 500 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  requested: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** One thing to do: of what, why, until when, and the one button that resolves it. */
export function WorkRow(props: { item: WorkItem; place?: FixPlace }) {
  const t = useTexts();
  const classes = useStyles();
  const { item, place } = props;
  const { subject, tier } = item;
  return (
    <li className={classes.root}>
      <div className={classes.tier}>
        {tier !== null && <TierLabel tier={tier} />}
      </div>
      <div className={classes.what}>
        <Typography className={classes.title}>{workTitle(item)}</Typography>
        <Typography variant="body2">
          <Sentence text={item.reason} />
        </Typography>
        <Typography
          variant="body2"
          component="div"
          color="textSecondary"
          className={classes.facts}
        >
          {subject && (
            <EntityRefLink
              entityRef={subject.ref}
              title={subject.title}
              className={classes.link}
              hideIcon
              disableTooltip
            />
          )}
          {tier !== null && (
            <span className={classes.tierBelow}>
              <TierLabel tier={tier} />
            </span>
          )}
          {item.state === 'requested' ? (
            <span className={classes.requested}>
              <RequestedIcon aria-hidden fontSize="small" />
              {t('pages.work.row.requested')}
            </span>
          ) : (
            <StateLabel state={item.state} />
          )}
          {item.due && (
            <span>
              {t(
                item.overdue ? 'pages.work.row.since' : 'pages.work.row.until',
                {
                  day: <Day day={item.due} />,
                },
              )}
            </span>
          )}
          {item.controlId && <span>{item.controlId}</span>}
        </Typography>
      </div>
      <div className={classes.fix}>
        <Fix item={item} place={place} />
      </div>
    </li>
  );
}

const buttonOf = (t: Texts, { kind, remediation }: WorkItem) => {
  if (remediation) return remediation.label;
  return kind === 'acknowledgement'
    ? t('pages.work.row.acknowledge')
    : t('pages.work.row.open');
};

function Fix({ item, place }: { item: WorkItem; place?: FixPlace }) {
  const t = useTexts();
  if (place?.kind === 'link') {
    const label = buttonOf(t, item);
    const work = workTitle(item);
    return (
      <LinkButton
        variant="outlined"
        size="small"
        to={place.to}
        aria-label={
          item.subject
            ? t('pages.work.row.fixOf', {
                label,
                work,
                subject: item.subject.title,
              })
            : t('pages.work.row.fix', { label, work })
        }
      >
        {label}
      </LinkButton>
    );
  }
  const policy = item.remediation?.place.startsWith('policy');
  return (
    <Typography variant="body2" color="textSecondary">
      {place &&
        t('pages.work.row.edit', {
          label: buttonOf(t, item),
          path: <code>{place.path}</code>,
        })}
      {!place && policy && t('pages.work.row.inPolicy')}
      {!place &&
        !policy &&
        t('pages.work.row.inFile', { label: buttonOf(t, item) })}
    </Typography>
  );
}
