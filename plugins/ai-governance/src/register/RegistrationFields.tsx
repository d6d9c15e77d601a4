import { ReactNode, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { Answers } from './Answers';
import { EntitiesFields, entitiesFieldsOf } from './EntitiesFields';
import { LineField } from './LineField';
import { OneOf } from './OneOf';
import { OwnerField } from './OwnerField';
import {
  annexIIIWords,
  audienceWords,
  basisWords,
  categoryWords,
  classificationWords,
  Draft,
  fieldWord,
  influenceWords,
  interactionWords,
  lifecycles,
  oversightWords,
  prohibitedWords,
  types,
  usesOf,
} from './questions';
import { RefField } from './RefField';
import { RefsField } from './RefsField';
import { SourcingFields } from './SourcingFields';

const useStyles = makeStyles(theme => ({
  section: {
    display: 'grid',
    gap: theme.spacing(2),
    marginTop: theme.spacing(4),
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
}));

function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.section} aria-label={props.title}>
      <Typography variant="h6" component="h3">
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}

/** The questions of a registration below its name: what decides the tier first. */
export function RegistrationFields(props: {
  draft: Draft;
  policy: GovernancePolicy;
  /** What is wrong, by path. */
  problems: ReadonlyMap<string, string>;
  disabled: boolean;
  /** It is about the AI within an entity of another kind, which says by itself what it is, its stage and its owner. */
  within?: boolean;
  onChange: (change: Draft) => void;
}) {
  const classes = useStyles();
  const { draft, policy, problems, disabled, within, onChange } = props;
  const { affects, data } = draft;
  // those that it began with stay, also when what they name is removed
  const [entities] = useState(() => entitiesFieldsOf(draft));
  const euAiAct = draft.regulation?.euAiAct;
  const asksAct =
    policy.regulations.includes('eu-ai-act') || euAiAct !== undefined;

  const affect = (change: Draft['affects']) =>
    onChange({ affects: { ...affects, ...change } });
  const act = (change: typeof euAiAct) =>
    onChange({
      regulation: {
        ...draft.regulation,
        euAiAct: { ...euAiAct, ...change },
      },
    });
  const field = (path: string) => ({
    id: `register-${path}`,
    label: fieldWord(path),
    problem: problems.get(path),
    disabled,
  });
  const refs = (path: string) => ({
    id: `register-${path}`,
    path,
    label: fieldWord(path),
    problems,
    disabled,
  });

  return (
    <>
      <Section title="What it is for">
        <LineField
          {...field('purpose')}
          rows={2}
          max={2000}
          help="In a sentence: who gets what done with it."
          value={draft.purpose}
          onChange={purpose => onChange({ purpose })}
        />
        {policy.uses.length > 0 && (
          <Answers
            id="register-uses"
            label="Use"
            help="From the list of the governance policy."
            options={usesOf(policy)}
            value={draft.uses}
            disabled={disabled}
            onChange={uses => onChange({ uses })}
          />
        )}
        {!within && (
          <div className={classes.pair}>
            <OneOf
              {...field('type')}
              required
              options={types}
              value={draft.type}
              onChange={type => onChange({ type })}
            />
            <OneOf
              {...field('lifecycle')}
              required
              options={lifecycles}
              value={draft.lifecycle}
              onChange={lifecycle => onChange({ lifecycle })}
            />
          </div>
        )}
      </Section>
      <Section title="What it does to people">
        <Answers
          id="register-influences"
          label={fieldWord('affects.influences')}
          help="Whatever its output has a part in, also where somebody else decides."
          options={influenceWords}
          value={affects?.influences}
          disabled={disabled}
          onChange={chosen => affect({ influences: chosen as any })}
        />
        {Boolean(affects?.influences?.length) && (
          <OneOf
            {...field('affects.basis')}
            options={basisWords}
            value={affects?.basis}
            onChange={basis => affect({ basis: basis as any })}
          />
        )}
        <Answers
          id="register-interaction"
          label={fieldWord('affects.interaction')}
          options={interactionWords}
          value={affects?.interaction}
          disabled={disabled}
          onChange={chosen => affect({ interaction: chosen as any })}
        />
        <Answers
          id="register-audience"
          label={fieldWord('affects.audience')}
          options={audienceWords}
          value={affects?.audience}
          disabled={disabled}
          onChange={chosen => affect({ audience: chosen as any })}
        />
        <OneOf
          {...field('oversight')}
          label="Who looks at what it does"
          options={oversightWords}
          value={draft.oversight}
          onChange={oversight => onChange({ oversight: oversight as any })}
        />
      </Section>
      <Section title="Its data">
        <OneOf
          {...field('data.classification')}
          options={classificationWords}
          value={data?.classification}
          help="The gravest of what goes into it or comes out."
          onChange={classification =>
            onChange({
              data: { ...data, classification: classification as any },
            })
          }
        />
        <Answers
          id="register-categories"
          label={fieldWord('data.categories')}
          options={categoryWords}
          value={data?.categories}
          disabled={disabled}
          onChange={categories => onChange({ data: { ...data, categories } })}
        />
        <RefsField
          {...refs('data.sources')}
          one="Source"
          kinds={['Resource', 'Component', 'API', 'AISystem']}
          help="Databases, services and other systems that it reads, as the catalog has them."
          none="It reads none"
          value={data?.sources}
          onChange={sources => onChange({ data: { ...data, sources } })}
        />
      </Section>
      {entities.length > 0 && (
        <Section title="What it is made of">
          <EntitiesFields
            asked={entities}
            draft={draft}
            refs={refs}
            onChange={onChange}
          />
        </Section>
      )}
      {asksAct && (
        <Section title="EU AI Act">
          <Answers
            id="register-annex"
            label={fieldWord('regulation.euAiAct.annexIII')}
            options={annexIIIWords}
            value={euAiAct?.annexIII}
            disabled={disabled}
            onChange={chosen => act({ annexIII: chosen as any })}
          />
          <Answers
            id="register-prohibited"
            label={fieldWord('regulation.euAiAct.prohibited')}
            help="Practices that are prohibited in the European Union."
            options={prohibitedWords}
            value={euAiAct?.prohibited}
            disabled={disabled}
            onChange={chosen => act({ prohibited: chosen as any })}
          />
        </Section>
      )}
      <Section title="Where it comes from">
        <SourcingFields
          draft={draft}
          problems={problems}
          disabled={disabled}
          onChange={onChange}
        />
      </Section>
      <Section title="Who answers for it, and who uses it">
        {!within && (
          <OwnerField
            {...field('owner')}
            value={draft.owner}
            onChange={owner => onChange({ owner })}
          />
        )}
        <RefField
          {...field('accountable')}
          kinds={['User']}
          value={draft.accountable}
          help="The leader who answers for it; it can be named later."
          onChange={accountable => onChange({ accountable })}
        />
        <RefsField
          {...refs('usedBy')}
          one="User"
          kinds={['Group', 'User']}
          help="Teams and people who work with it; the policy may ask them for training."
          value={draft.usedBy}
          onChange={usedBy => onChange({ usedBy })}
        />
      </Section>
    </>
  );
}
