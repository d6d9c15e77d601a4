import { ReactNode, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
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
  const t = useTexts();
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
    label: fieldWord(t, path),
    problem: problems.get(path),
    disabled,
  });
  const refs = (path: string) => ({
    id: `register-${path}`,
    path,
    label: fieldWord(t, path),
    problems,
    disabled,
  });

  return (
    <>
      <Section title={t('register.section.purpose')}>
        <LineField
          {...field('purpose')}
          rows={2}
          max={2000}
          help={t('register.help.purpose')}
          value={draft.purpose}
          onChange={purpose => onChange({ purpose })}
        />
        {policy.uses.length > 0 && (
          <Answers
            id="register-uses"
            label={t('register.field.uses')}
            help={t('register.help.uses')}
            options={usesOf(t, policy)}
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
              options={types(t)}
              value={draft.type}
              onChange={type => onChange({ type })}
            />
            <OneOf
              {...field('lifecycle')}
              required
              options={lifecycles(t)}
              value={draft.lifecycle}
              onChange={lifecycle => onChange({ lifecycle })}
            />
          </div>
        )}
      </Section>
      <Section title={t('register.section.people')}>
        <Answers
          id="register-influences"
          label={fieldWord(t, 'affects.influences')}
          help={t('register.help.influences')}
          options={influenceWords(t)}
          value={affects?.influences}
          disabled={disabled}
          onChange={chosen => affect({ influences: chosen as any })}
        />
        {Boolean(affects?.influences?.length) && (
          <OneOf
            {...field('affects.basis')}
            options={basisWords(t)}
            value={affects?.basis}
            onChange={basis => affect({ basis: basis as any })}
          />
        )}
        <Answers
          id="register-interaction"
          label={fieldWord(t, 'affects.interaction')}
          options={interactionWords(t)}
          value={affects?.interaction}
          disabled={disabled}
          onChange={chosen => affect({ interaction: chosen as any })}
        />
        <Answers
          id="register-audience"
          label={fieldWord(t, 'affects.audience')}
          options={audienceWords(t)}
          value={affects?.audience}
          disabled={disabled}
          onChange={chosen => affect({ audience: chosen as any })}
        />
        <OneOf
          {...field('oversight')}
          label={t('register.field.oversight')}
          options={oversightWords(t)}
          value={draft.oversight}
          onChange={oversight => onChange({ oversight: oversight as any })}
        />
      </Section>
      <Section title={t('register.section.data')}>
        <OneOf
          {...field('data.classification')}
          options={classificationWords(t)}
          value={data?.classification}
          help={t('register.help.classification')}
          onChange={classification =>
            onChange({
              data: { ...data, classification: classification as any },
            })
          }
        />
        <Answers
          id="register-categories"
          label={fieldWord(t, 'data.categories')}
          options={categoryWords(t)}
          value={data?.categories}
          disabled={disabled}
          onChange={categories => onChange({ data: { ...data, categories } })}
        />
        <RefsField
          {...refs('data.sources')}
          one="source"
          kinds={['Resource', 'Component', 'API', 'AISystem']}
          help={t('register.help.sources')}
          none={t('register.refs.source.none')}
          value={data?.sources}
          onChange={sources => onChange({ data: { ...data, sources } })}
        />
      </Section>
      {entities.length > 0 && (
        <Section title={t('register.section.parts')}>
          <EntitiesFields
            asked={entities}
            draft={draft}
            refs={refs}
            onChange={onChange}
          />
        </Section>
      )}
      {asksAct && (
        <Section title={t('register.section.euAiAct')}>
          <Answers
            id="register-annex"
            label={fieldWord(t, 'regulation.euAiAct.annexIII')}
            options={annexIIIWords(t)}
            value={euAiAct?.annexIII}
            disabled={disabled}
            onChange={chosen => act({ annexIII: chosen as any })}
          />
          <Answers
            id="register-prohibited"
            label={fieldWord(t, 'regulation.euAiAct.prohibited')}
            help={t('register.help.prohibited')}
            options={prohibitedWords(t)}
            value={euAiAct?.prohibited}
            disabled={disabled}
            onChange={chosen => act({ prohibited: chosen as any })}
          />
        </Section>
      )}
      <Section title={t('register.section.sourcing')}>
        <SourcingFields
          draft={draft}
          problems={problems}
          disabled={disabled}
          onChange={onChange}
        />
      </Section>
      <Section title={t('register.section.owners')}>
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
          help={t('register.help.accountable')}
          onChange={accountable => onChange({ accountable })}
        />
        <RefsField
          {...refs('usedBy')}
          one="user"
          kinds={['Group', 'User']}
          help={t('register.help.usedBy')}
          value={draft.usedBy}
          onChange={usedBy => onChange({ usedBy })}
        />
      </Section>
    </>
  );
}
