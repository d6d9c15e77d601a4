import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Case } from 'backstage-plugin-ai-governance-common';
import { Day, LookLabel } from '../../components';
import { tabPaths } from '../../entity/places';
import { inWords } from '../../records';
import { Section } from '../Section';
import { caseLooks, caseWaits } from './caseWords';
import { caseSearch } from './ofCase';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  title: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  settled: {
    marginTop: theme.spacing(2),
    '& > summary': { ...theme.typography.body2, cursor: 'pointer' },
  },
}));

/** What went wrong with a system: what is open first, with what is missing next and until when; what is settled on demand. */
export function CasesSection({ cases }: { cases: readonly Case[] }) {
  const classes = useStyles();
  const open = cases.filter(({ standing }) => standing !== 'settled');
  const settled = cases.filter(({ standing }) => standing === 'settled');
  return (
    <Section
      id="cases"
      title="Cases"
      text="What went wrong and what became of it: a breach, an incident, an action after either or after a finding, and the change and the approval that follow."
    >
      {open.length === 0 && (
        <Typography>
          {settled.length === 0
            ? 'Nothing went wrong so far. A case begins with an incident or a corrective action that is recorded below, or with a threshold that is breached.'
            : 'No case is open.'}
        </Typography>
      )}
      <CaseList label="Open cases" cases={open} />
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>
            {settled.length} settled {settled.length === 1 ? 'case' : 'cases'}
          </summary>
          <CaseList label="Settled cases" cases={settled} />
        </details>
      )}
    </Section>
  );
}

function CaseList(props: { label: string; cases: readonly Case[] }) {
  const classes = useStyles();
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  const { label, cases } = props;
  if (cases.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={label}>
      {cases.map(one => (
        <li key={one.id} className={classes.item}>
          <Link
            variant="body1"
            to={`${page}/${tabPaths.assurance}${caseSearch(one.id)}`}
            className={classes.title}
          >
            {one.title}
          </Link>
          <Typography variant="body2" component="div" className={classes.facts}>
            <LookLabel {...caseLooks[one.standing]} />
            {one.severity && <span>Severity: {inWords(one.severity)}</span>}
            {one.due && (
              <span>
                Next deadline <Day day={one.due} />
              </span>
            )}
            {one.standing === 'settled' && (
              <span>
                Began <Day day={one.began} />
              </span>
            )}
          </Typography>
          <CaseNext whole={one} />
        </li>
      ))}
    </ul>
  );
}

/** The first thing that is missing, and how much more. */
function CaseNext({ whole }: { whole: Case }) {
  const [first, ...more] = caseWaits(whole);
  if (!first) return null;
  return (
    <Typography variant="body2">
      {first.next}
      {more.length > 0 &&
        ` ${more.length} more ${
          more.length === 1 ? 'step waits' : 'steps wait'
        }.`}
    </Typography>
  );
}
