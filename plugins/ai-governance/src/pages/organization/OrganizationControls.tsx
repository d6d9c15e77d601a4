import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  discoveryDecision,
  OrganizationPosture,
} from 'backstage-plugin-ai-governance-common';
import { needsAction, Sentence, StateLabel, When } from '../../components';
import { organizationRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { FOUND } from './FoundAI';
import { Section } from '../policy/Section';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: 900 },
  item: {
    padding: theme.spacing(1.5, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { flex: '1 1 200px', fontWeight: 500 },
  text: { overflowWrap: 'anywhere' },
  mend: { marginTop: theme.spacing(1) },
}));

type Result = OrganizationPosture['results'][number];

/** How the organization stands as a whole, and what to do about what does not hold. */
export function OrganizationControls(props: {
  results: readonly Result[];
  /** They are of a past day: nothing is mended there. */
  past?: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <Section title={t('pages.organization.controls.title')}>
      <Paper variant="outlined" component="ul" className={classes.list}>
        {props.results.map(result => (
          <li key={result.controlId} className={classes.item}>
            <div className={classes.head}>
              <StateLabel state={result.state} />
              <Typography className={classes.title} component="span">
                {result.title}
              </Typography>
              <Typography
                variant="body2"
                color="textSecondary"
                component="span"
              >
                {result.controlId}
              </Typography>
            </div>
            <Typography className={classes.text}>
              <Sentence text={result.reason} />
            </Typography>
            {result.validUntil && result.nextState && (
              <Typography variant="body2" color="textSecondary">
                {t('pages.organization.controls.next', {
                  state: t(`words.state.${result.nextState}`),
                  time: <When at={result.validUntil} />,
                })}
              </Typography>
            )}
            {!props.past && needsAction.includes(result.state) && (
              <div className={classes.mend}>
                <Mend result={result} />
              </div>
            )}
          </li>
        ))}
      </Paper>
    </Section>
  );
}

/** The way to where a result is mended. */
function Mend({ result }: { result: Result }) {
  const t = useTexts();
  const page = useRouteRef(organizationRouteRef)();
  const { place, recordType, label } = result.remediation;
  if (place !== 'organization') {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('pages.organization.controls.inPolicy', { label })}
      </Typography>
    );
  }
  if (recordType === discoveryDecision.type) {
    return (
      <LinkButton
        size="small"
        variant="outlined"
        to={`${page}?found=open#${FOUND}`}
        aria-label={t('pages.organization.controls.mend', {
          label,
          control: result.title,
        })}
      >
        {label}
      </LinkButton>
    );
  }
  // what is missing is begun; what is there is looked at
  const asks = result.state === 'not-reported' ? 'write=new' : 'see';
  return (
    <LinkButton
      size="small"
      variant="outlined"
      to={recordType ? `${page}?type=${recordType}&${asks}` : page}
      aria-label={t('pages.organization.controls.mend', {
        label,
        control: result.title,
      })}
    >
      {label}
    </LinkButton>
  );
}
