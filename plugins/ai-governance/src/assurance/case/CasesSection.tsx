import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Case } from 'backstage-plugin-ai-governance-common';
import { Day, LookLabel } from '../../components';
import { tabPaths } from '../../entity/places';
import { inWords } from '../../records';
import { Section } from '../Section';
import { useTexts } from '../../translation';
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
  const t = useTexts();
  const classes = useStyles();
  const open = cases.filter(({ standing }) => standing !== 'settled');
  const settled = cases.filter(({ standing }) => standing === 'settled');
  return (
    <Section
      id="cases"
      title={t('assurance.cases.title')}
      text={t('assurance.cases.text')}
    >
      {open.length === 0 && (
        <Typography>
          {t(
            settled.length === 0
              ? 'assurance.cases.none'
              : 'assurance.cases.noneOpen',
          )}
        </Typography>
      )}
      <CaseList label={t('assurance.cases.openList')} cases={open} />
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>
            {t('assurance.cases.settled', { count: settled.length })}
          </summary>
          <CaseList label={t('assurance.cases.settledList')} cases={settled} />
        </details>
      )}
    </Section>
  );
}

function CaseList(props: { label: string; cases: readonly Case[] }) {
  const t = useTexts();
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
            <LookLabel
              word={t(`assurance.cases.standing.${one.standing}`)}
              look={caseLooks[one.standing]}
            />
            {one.severity && (
              <span>
                {t('assurance.severity', { level: inWords(one.severity) })}
              </span>
            )}
            {one.due && (
              <span>
                {t('assurance.cases.deadline', { day: <Day day={one.due} /> })}
              </span>
            )}
            {one.standing === 'settled' && (
              <span>
                {t('assurance.cases.began', { day: <Day day={one.began} /> })}
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
  const t = useTexts();
  const [first, ...more] = caseWaits(whole);
  if (!first) return null;
  return (
    <Typography variant="body2">
      {first.next}
      {more.length > 0 &&
        ` ${t('assurance.cases.more', { count: more.length })}`}
    </Typography>
  );
}
