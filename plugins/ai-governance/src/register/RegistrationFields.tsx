import { ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { Answers } from './Answers';
import { OneOf } from './OneOf';
import { OwnerField } from './OwnerField';
import {
  annexIIIWords,
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
  sourcingWords,
  types,
  usesOf,
} from './questions';
import { RefField } from './RefField';

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
  onChange: (change: Draft) => void;
}) {
  const classes = useStyles();
  const { draft, policy, problems, disabled, onChange } = props;
  const { affects, data, vendor } = draft;
  const euAiAct = draft.regulation?.euAiAct;
  const [model] = draft.models ?? [];
  const asksAct =
    policy.regulations.includes('eu-ai-act') || euAiAct !== undefined;
  const bought = draft.sourcing?.startsWith('vendor') || vendor !== undefined;

  const affect = (change: Draft['affects']) =>
    onChange({ affects: { ...affects, ...change } });
  const act = (change: typeof euAiAct) =>
    onChange({
      regulation: {
        ...draft.regulation,
        euAiAct: { ...euAiAct, ...change },
      },
    });
  const toModel = (change: Partial<NonNullable<typeof model>>) => {
    const { provider = '', name = '' } = { ...model, ...change };
    const next = { ...model, provider, name };
    const others = (draft.models ?? []).slice(1);
    const first = next.provider || next.name ? [next] : [];
    const models = [...first, ...others];
    onChange({ models: models.length > 0 ? models : undefined });
  };
  const field = (path: string) => ({
    id: `register-${path}`,
    label: fieldWord(path),
    problem: problems.get(path),
    disabled,
  });
  const line = (
    path: string,
    value: string | undefined,
    write: (text: string) => void,
    more: { help?: string; rows?: number; max?: number } = {},
  ) => (
    <TextField
      id={`register-${path}`}
      label={fieldWord(path)}
      disabled={disabled}
      error={problems.has(path)}
      helperText={problems.get(path) ?? more.help}
      variant="outlined"
      size="small"
      fullWidth
      multiline={more.rows !== undefined}
      minRows={more.rows}
      value={value ?? ''}
      onChange={event => write(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ maxLength: more.max ?? 200 }}
    />
  );

  return (
    <>
      <Section title="What it is for">
        {line('purpose', draft.purpose, purpose => onChange({ purpose }), {
          rows: 2,
          max: 2000,
          help: 'In a sentence: who gets what done with it.',
        })}
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
      </Section>
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
        <OneOf
          {...field('sourcing')}
          options={sourcingWords}
          value={draft.sourcing}
          onChange={sourcing => onChange({ sourcing: sourcing as any })}
        />
        {bought && (
          <div className={classes.pair}>
            {line('vendor.name', vendor?.name, name =>
              onChange({
                vendor:
                  name || vendor?.product ? { ...vendor, name } : undefined,
              }),
            )}
            {line('vendor.product', vendor?.product, product =>
              onChange({ vendor: { name: '', ...vendor, product } }),
            )}
          </div>
        )}
        <div className={classes.pair}>
          {line(
            'models[0].provider',
            model?.provider,
            provider => toModel({ provider }),
            { help: 'If you know it.', max: 120 },
          )}
          {line('models[0].name', model?.name, name => toModel({ name }))}
        </div>
      </Section>
      <Section title="Who answers for it">
        <OwnerField
          {...field('owner')}
          value={draft.owner}
          onChange={owner => onChange({ owner })}
        />
        <RefField
          {...field('accountable')}
          kinds={['User']}
          value={draft.accountable}
          help="The leader who answers for it; it can be named later."
          onChange={accountable => onChange({ accountable })}
        />
      </Section>
    </>
  );
}
