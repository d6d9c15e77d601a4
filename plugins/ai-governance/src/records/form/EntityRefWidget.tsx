import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { WidgetProps } from '@rjsf/utils';
import useDebounce from 'react-use/esm/useDebounce';
import { describedBy } from './fieldIds';

interface Choice {
  ref: string;
  title: string;
}

function choiceOf(entity: Entity): Choice {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    title:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
  };
}

/** An entity reference: typed, or picked from what the catalog finds for it. */
export function EntityRefWidget(props: WidgetProps) {
  const { id, label, required, disabled, readonly, schema, value = '' } = props;
  const catalog = useApi(catalogApiRef);
  const [choices, setChoices] = useState<Choice[]>([]);
  const [open, setOpen] = useState(false);

  const kinds = (schema as { kinds?: string[] }).kinds;
  const term = String(value).replace(/^.*[:/]/, '');
  useDebounce(
    async () => {
      if (!open) return;
      try {
        const found = await catalog.queryEntities({
          filter: kinds ? { kind: kinds } : {},
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
          fields: ['kind', 'metadata', 'spec.profile'],
          limit: 20,
        });
        setChoices(found.items.map(choiceOf));
      } catch {
        // The list is a help only: the reference can be typed, and the ledger checks it.
        setChoices([]);
      }
    },
    200,
    [term, open],
  );

  return (
    <Autocomplete<Choice | string, false, true, true>
      id={id}
      freeSolo
      disableClearable
      disabled={disabled || readonly}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={choices}
      filterOptions={options => options}
      getOptionLabel={option =>
        typeof option === 'string' ? option : option.ref
      }
      getOptionSelected={(option, chosen) =>
        (typeof option === 'string' ? option : option.ref) ===
        (typeof chosen === 'string' ? chosen : chosen.ref)
      }
      renderOption={option =>
        typeof option === 'string' ? (
          option
        ) : (
          <div>
            {option.title}
            <Typography variant="caption" display="block">
              {option.ref}
            </Typography>
          </div>
        )
      }
      value={value}
      inputValue={value}
      onInputChange={(_, text) => props.onChange(text || undefined)}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={Boolean(props.rawErrors?.length)}
          variant="outlined"
          size="small"
          placeholder={`${
            kinds?.[0].toLocaleLowerCase('en-US') ?? 'user'
          }:default/name`}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
          inputProps={{
            ...params.inputProps,
            'aria-describedby': describedBy(props),
          }}
        />
      )}
    />
  );
}
