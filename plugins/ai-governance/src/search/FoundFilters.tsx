import { SearchFilter, useSearch } from '@backstage/plugin-search-react';
import { tiers } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
import { FOUND_TYPE, foundAbouts } from './foundDocument';

/** What is sought and of which tier, once the search is for AI governance alone. */
export function FoundFilters({ className }: { className?: string }) {
  const t = useTexts();
  const { types } = useSearch();
  if (types.length !== 1 || types[0] !== FOUND_TYPE) return null;
  return (
    <>
      <SearchFilter.Select
        className={className}
        label={t('search.writtenAs')}
        name="about"
        values={foundAbouts.map(value => ({
          value,
          label: t(`search.about.${value}`),
        }))}
      />
      <SearchFilter.Select
        className={className}
        label={t('search.tier')}
        name="tier"
        values={tiers.map(value => ({
          value,
          label: t(`words.tier.${value}`),
        }))}
      />
    </>
  );
}
