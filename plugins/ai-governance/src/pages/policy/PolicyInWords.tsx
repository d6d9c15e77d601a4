import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  capital,
  GovernancePolicy,
} from 'backstage-plugin-ai-governance-common';
import { Markdown } from '../../components';
import { FactTable } from './FactTable';
import { Holders } from './Holders';
import { Section } from './Section';
import {
  acknowledgementText,
  authorityLines,
  durationText,
  listText,
  policyTiers,
  regulationTitles,
  renewals,
  riskTitles,
  separationText,
  severities,
  tierTitles,
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

const whyOf = {
  allowed: 'May be begun by any team, with what its tier asks for.',
  restricted: 'Only with the approval that is named below.',
  prohibited: 'Not to be built, bought or switched on.',
};

/** Everything that the policy rules, for people to read. */
export function PolicyInWords(props: {
  policy: GovernancePolicy;
  titles: Readonly<Record<string, string>>;
}) {
  const classes = useStyles();
  const { policy, titles } = props;
  return (
    <>
      <Section title="Scope">
        {policy.scope ? (
          <Typography component="div" className={classes.prose} paragraph>
            <Markdown text={policy.scope} />
          </Typography>
        ) : (
          <Typography>The policy does not say what it covers.</Typography>
        )}
        {policy.regulations.length > 0 && (
          <Typography paragraph>
            Every system answers the questions of:{' '}
            {listText(
              policy.regulations.map(id => regulationTitles[id]),
              'and',
            )}
            .
          </Typography>
        )}
        {policy.link && (
          <Link to={policy.link} className={classes.link}>
            Whole text of the policy
          </Link>
        )}
      </Section>

      <Section title="What AI may be used for">
        <div className={classes.uses}>
          {useStandings.map(([standing, title]) => {
            const uses = policy.uses.filter(use => use.standing === standing);
            return (
              <div key={standing}>
                <Typography variant="h6" component="h4">
                  {title}
                </Typography>
                <Typography variant="body2" gutterBottom>
                  {uses.length > 0 ? whyOf[standing] : 'None is named.'}
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

      <Section title="Vendors, and what may be sent to them">
        <Vendors vendors={policy.vendors} />
      </Section>

      <Section title="Who decides">
        <FactTable
          label="Who decides what"
          head={['Decision', 'By']}
          rows={authorityLines(policy).map(
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
          {separationText(policy)}
        </Typography>
      </Section>

      <Section title="How often what is reviewed">
        <FactTable
          label="How often what is renewed, by tier"
          head={['At least every', ...policyTiers.map(t => tierTitles[t])]}
          rows={renewals.map(([key, word]) => ({
            key,
            cells: [
              word,
              ...policyTiers.map(tier =>
                durationText(policy.cadences[key][tier]),
              ),
            ],
          }))}
        />
        <Typography className={classes.prose}>
          A prohibited system is held to what a high one is. This policy itself
          is reviewed every {durationText(policy.cadences.policy)}, management
          reviews the whole every{' '}
          {durationText(policy.cadences['management-review'])}, and objectives
          are measured every {durationText(policy.cadences.objective)}. Whatever
          runs out is warned of {durationText(policy.warningWindow)} before;
          what is renewed sooner than that allows for, in the last third of its
          time. Approved must be what is in{' '}
          {listText(policy.inProduction, 'or')}.
        </Typography>
      </Section>

      <Section title="Risk that needs no treatment">
        <Typography className={classes.prose}>
          {listText(
            policyTiers.map(
              tier =>
                `up to ${riskTitles[policy.tolerance[tier]].toLocaleLowerCase(
                  'en-US',
                )} in a system of tier ${tier}`,
            ),
            'and',
          ).replace(/^u/, 'U')}
          . Whatever is above needs a treatment with an owner and a date, or
          somebody who accepts it.
        </Typography>
      </Section>

      <Section title="How long a decision lasts at most">
        <FactTable
          label="How long a decision lasts at most"
          head={['Decision', 'Ends after']}
          rows={[
            ['Exemption from a control', policy.longest.exemption],
            ['Acceptance of a risk', policy.longest['risk-acceptance']],
            ['Another tier', policy.longest['tier-override']],
          ].map(([word, duration]) => ({
            key: word as string,
            cells: [
              word as string,
              durationText(duration as GovernancePolicy['warningWindow']),
            ],
          }))}
        />
      </Section>

      <Section title="Incidents and corrective actions">
        <FactTable
          label="How long they may stay open, by severity"
          head={['Severity', 'Closed within']}
          rows={severities.map(severity => ({
            key: severity,
            cells: [
              capital(severity),
              durationText(policy.deadlines[severity]),
            ],
          }))}
        />
      </Section>

      <Section title="Training and acknowledgement">
        <Training training={policy.training} />
        <Typography className={classes.prose}>
          {acknowledgementText(policy)}
        </Typography>
      </Section>
    </>
  );
}

function Vendors({ vendors }: Pick<GovernancePolicy, 'vendors'>) {
  if (!vendors) {
    return (
      <Typography>
        The policy does not say which vendors may be used.
      </Typography>
    );
  }
  if (vendors.length === 0) {
    return <Typography>No vendor is approved.</Typography>;
  }
  return (
    <FactTable
      label="Approved vendors"
      head={['Vendor', 'Products', 'Data that may be sent']}
      rows={vendors.map(({ name, products, data }) => ({
        key: name,
        cells: [
          name,
          products ? products.join(', ') : 'All',
          capital(listText(data, 'and')),
        ],
      }))}
    />
  );
}

const rolesInWords = [
  ['owner', 'Who owns a system'],
  ['reviewer', 'Who reviews and decides'],
  ['user', 'Who uses a system'],
] as const;

function Training({ training }: Pick<GovernancePolicy, 'training'>) {
  const asked = rolesInWords.filter(([role]) => training[role].length > 0);
  if (asked.length === 0) {
    return <Typography paragraph>The policy asks for no course.</Typography>;
  }
  return (
    <FactTable
      label="Courses"
      head={['Who', 'Takes']}
      rows={asked.map(([role, word]) => ({
        key: role,
        cells: [word, training[role].join(', ')],
      }))}
    />
  );
}
