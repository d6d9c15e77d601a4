import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation';
import { LineField } from './LineField';
import { OneOf } from './OneOf';
import { Draft, fieldWord, sourcingWords, switchedOnWords } from './questions';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
}));

type Vendor = NonNullable<Draft['vendor']>;
type Model = NonNullable<Draft['models']>[number];

const switchedOn = ({ enabledByDefault }: Partial<Vendor>) => {
  if (enabledByDefault === undefined) return undefined;
  return enabledByDefault ? 'vendor' : 'us';
};

/** Who makes it, which product it belongs to, and the model behind it. */
export function SourcingFields(props: {
  draft: Draft;
  problems: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange: (change: Draft) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { draft, problems, disabled, onChange } = props;
  const { vendor } = draft;
  const [model] = draft.models ?? [];
  const bought = draft.sourcing?.startsWith('vendor') || vendor !== undefined;

  const toVendor = (change: Partial<Vendor>) => {
    const next = { name: '', ...vendor, ...change };
    const said =
      next.name || next.product || next.enabledByDefault !== undefined;
    onChange({ vendor: said ? next : undefined });
  };
  const toModel = (change: Partial<Model>) => {
    const { provider = '', name = '' } = { ...model, ...change };
    const next = { ...model, provider, name };
    const others = (draft.models ?? []).slice(1);
    const first = next.provider || next.name ? [next] : [];
    const models = [...first, ...others];
    onChange({ models: models.length > 0 ? models : undefined });
  };
  const field = (path: string) => ({
    id: `register-${path}`,
    label: fieldWord(t, path),
    problem: problems.get(path),
    disabled,
  });

  return (
    <>
      <OneOf
        {...field('sourcing')}
        options={sourcingWords(t)}
        value={draft.sourcing}
        onChange={sourcing => onChange({ sourcing: sourcing as any })}
      />
      {bought && (
        <div className={classes.pair}>
          <LineField
            {...field('vendor.name')}
            value={vendor?.name}
            onChange={name => toVendor({ name })}
          />
          <LineField
            {...field('vendor.product')}
            value={vendor?.product}
            onChange={product => toVendor({ product })}
          />
          <OneOf
            {...field('vendor.enabledByDefault')}
            options={switchedOnWords(t)}
            value={switchedOn(vendor ?? {})}
            onChange={who =>
              toVendor({ enabledByDefault: who && who === 'vendor' } as Vendor)
            }
          />
        </div>
      )}
      <div className={classes.pair}>
        <LineField
          {...field('models[0].provider')}
          help={t('register.help.provider')}
          max={120}
          value={model?.provider}
          onChange={provider => toModel({ provider })}
        />
        <LineField
          {...field('models[0].name')}
          value={model?.name}
          onChange={name => toModel({ name })}
        />
      </div>
    </>
  );
}
