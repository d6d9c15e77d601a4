import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  capital,
  GovernancePolicy,
} from 'backstage-plugin-ai-governance-common';
import { Markdown } from '../../components';
import { useTexts } from '../../translation';
import { FactTable } from './FactTable';
import { Holders } from './Holders';
import { Section } from './Section';
import {
  acknowledgementText,
  authorityLines,
  dataText,
  durationText,
  listText,
  policyTiers,
  regulationTitles,
  renewals,
  separationText,
  severities,
  toleranceTexts,
  useStandings,
} from './words';

const useStyles = makeStyles(theme => ({
  uses: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: theme.spacing(2, 4),
    '& ul': { margin: 0, paddingLeft: theme.spacing(2.5) },
  },
  prose: { maxWidth: 800 },
  sentence: { '&::first-letter': { textTransform: 'uppercase' } },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** Everything that the policy rules, for people to read. */
export function PolicyInWords(props: {
  policy: GovernancePolicy;
  titles: Readonly<Record<string, string>>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { policy, titles } = props;
  return (
    <>
      <Section title={t('pages.policy.scope.title')}>
        {policy.scope ? (
          <Typography component="div" className={classes.prose} paragraph>
            <Markdown text={policy.scope} />
          </Typography>
        ) : (
          <Typography>{t('pages.policy.scope.notSaid')}</Typography>
        )}
        {policy.regulations.length > 0 && (
          <Typography paragraph>
            {t('pages.policy.scope.regulations', {
              regulations: listText(t, regulationTitles(t, policy), 'and'),
            })}
          </Typography>
        )}
        {policy.link && (
          <Link to={policy.link} className={classes.link}>
            {t('pages.policy.scope.link')}
          </Link>
        )}
      </Section>

      <Section title={t('pages.policy.uses.title')}>
        <div className={classes.uses}>
          {useStandings.map(standing => {
            const uses = policy.uses.filter(use => use.standing === standing);
            return (
              <div key={standing}>
                <Typography variant="h6" component="h4">
                  {t(`pages.policy.uses.${standing}.title`)}
                </Typography>
                <Typography variant="body2" gutterBottom>
                  {t(
                    uses.length > 0
                      ? `pages.policy.uses.${standing}.why`
                      : 'pages.policy.uses.none',
                  )}
                </Typography>
                <ul>
                  {uses.map(use => (
                    <Typography component="li" key={use.id}>
                      {use.title}
                    </Typography>
                  ))}
                </ul>
              </div>
            );
          })}
        </div>
      </Section>

      <Section title={t('pages.policy.vendors.title')}>
        <Vendors vendors={policy.vendors} />
      </Section>

      <Section title={t('pages.policy.decides.title')}>
        <FactTable
          label={t('pages.policy.decides.label')}
          head={[
            t('pages.policy.decides.decision'),
            t('pages.policy.decides.by'),
          ]}
          rows={authorityLines(t, policy).map(
            ({ decision, holders, otherwise }) => ({
              key: decision,
              cells: [
                decision,
                <div key="by" className={classes.sentence}>
                  <Holders
                    holders={holders}
                    titles={titles}
                    otherwise={otherwise}
                  />
                </div>,
              ],
            }),
          )}
        />
        <Typography className={classes.prose}>
          {separationText(t, policy)}
        </Typography>
      </Section>

      <Section title={t('pages.policy.reviews.title')}>
        <FactTable
          label={t('pages.policy.reviews.label')}
          head={[
            t('pages.policy.reviews.every'),
            ...policyTiers.map(tier => t(`words.tier.${tier}`)),
          ]}
          rows={renewals.map(key => ({
            key,
            cells: [
              t(`pages.policy.reviews.renewal.${key}`),
              ...policyTiers.map(tier =>
                durationText(t, policy.cadences[key][tier]),
              ),
            ],
          }))}
        />
        <Typography className={classes.prose}>
          {t('pages.policy.reviews.text', {
            policy: durationText(t, policy.cadences.policy),
            management: durationText(t, policy.cadences['management-review']),
            objective: durationText(t, policy.cadences.objective),
            warning: durationText(t, policy.warningWindow),
            lifecycles: listText(t, policy.inProduction, 'or'),
          })}
        </Typography>
      </Section>

      <Section title={t('pages.policy.tolerance.title')}>
        <Typography className={classes.prose}>
          {t('pages.policy.tolerance.text', toleranceTexts(t, policy))}
        </Typography>
      </Section>

      <Section title={t('pages.policy.longest.title')}>
        <FactTable
          label={t('pages.policy.longest.title')}
          head={[
            t('pages.policy.longest.decision'),
            t('pages.policy.longest.ends'),
          ]}
          rows={(
            ['exemption', 'risk-acceptance', 'tier-override'] as const
          ).map(key => ({
            key,
            cells: [
              t(`pages.policy.longest.${key}`),
              durationText(t, policy.longest[key]),
            ],
          }))}
        />
      </Section>

      <Section title={t('pages.policy.deadlines.title')}>
        <FactTable
          label={t('pages.policy.deadlines.label')}
          head={[
            t('pages.policy.deadlines.severity'),
            t('pages.policy.deadlines.within'),
          ]}
          rows={severities.map(severity => ({
            key: severity,
            cells: [
              t(`words.severity.${severity}`),
              durationText(t, policy.deadlines[severity]),
            ],
          }))}
        />
      </Section>

      <Section title={t('pages.policy.training.title')}>
        <Training training={policy.training} />
        <Typography className={classes.prose}>
          {acknowledgementText(t, policy)}
        </Typography>
      </Section>
    </>
  );
}

function Vendors({ vendors }: Pick<GovernancePolicy, 'vendors'>) {
  const t = useTexts();
  if (!vendors) {
    return <Typography>{t('pages.policy.vendors.notSaid')}</Typography>;
  }
  if (vendors.length === 0) {
    return <Typography>{t('pages.policy.vendors.none')}</Typography>;
  }
  return (
    <FactTable
      label={t('pages.policy.vendors.label')}
      head={[
        t('pages.policy.vendors.vendor'),
        t('pages.policy.vendors.products'),
        t('pages.policy.vendors.data'),
      ]}
      rows={vendors.map(({ name, products, data }) => ({
        key: name,
        cells: [
          name,
          products ? products.join(', ') : t('pages.policy.vendors.all'),
          capital(dataText(t, data)),
        ],
      }))}
    />
  );
}

const roles = ['owner', 'reviewer', 'user'] as const;

function Training({ training }: Pick<GovernancePolicy, 'training'>) {
  const t = useTexts();
  const asked = roles.filter(role => training[role].length > 0);
  if (asked.length === 0) {
    return <Typography paragraph>{t('pages.policy.training.none')}</Typography>;
  }
  return (
    <FactTable
      label={t('pages.policy.training.label')}
      head={[t('pages.policy.training.who'), t('pages.policy.training.takes')]}
      rows={asked.map(role => ({
        key: role,
        cells: [t(`pages.policy.training.${role}`), training[role].join(', ')],
      }))}
    />
  );
}
