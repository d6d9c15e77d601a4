import { useApi } from '@backstage/core-plugin-api';
import { tiers } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { useTexts } from '../../translation';
import { ManyField, OneField } from '../ChoiceFields';
import { nameInRef } from '../nameInRef';
import { PagedAddress } from '../pagedAddress';
import { useReading } from '../useReading';

/** Filters by the system that a row of a register is of: its team, its owner, its tier. */
export function SubjectFields(props: {
  /** What the ids of the fields begin with. */
  id: string;
  values: { team: string; owner: string[]; tier: string[] };
  address: PagedAddress;
}) {
  const t = useTexts();
  const { id, values, address } = props;
  const api = useApi(aiGovernanceApiRef);
  const facets = useReading(() => api.facets(), [api]).value;
  const teams = useReading(() => api.teamScorecards(), [api]).value;
  return (
    <>
      <OneField
        id={`${id}-team`}
        label={t('pages.registers.filter.team')}
        choices={(teams ?? []).map(({ ref, title }) => ({
          value: ref,
          word: title,
        }))}
        value={values.team}
        onChange={team => address.change({ team })}
      />
      <ManyField
        id={`${id}-owner`}
        label={t('pages.registers.filter.owner')}
        choices={(facets?.owner ?? []).map(({ value }) => ({
          value,
          word: nameInRef(value),
        }))}
        value={values.owner}
        onChange={owner => address.change({ owner })}
      />
      <ManyField
        id={`${id}-tier`}
        label={t('pages.registers.filter.tier')}
        choices={tiers.map(value => ({
          value,
          word: t(`words.tier.${value}`),
        }))}
        value={values.tier}
        onChange={tier => address.change({ tier })}
      />
    </>
  );
}
