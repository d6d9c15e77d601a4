import { SearchFilter, useSearch } from '@backstage/plugin-search-react';
import { tiers } from 'backstage-plugin-ai-governance-common';
import { tierWords } from '../scorecards';
import { FOUND_TYPE, foundAbouts } from './foundDocument';

const abouts = Object.entries(foundAbouts).map(([value, label]) => ({
  value,
  label,
}));
const tierValues = tiers.map(value => ({ value, label: tierWords[value] }));

/** What is sought and of which tier, once the search is for AI governance alone. */
export function FoundFilters({ className }: { className?: string }) {
  const { types } = useSearch();
  if (types.length !== 1 || types[0] !== FOUND_TYPE) return null;
  return (
    <>
      <SearchFilter.Select
        className={className}
        label="Written as"
        name="about"
        values={abouts}
      />
      <SearchFilter.Select
        className={className}
        label="Tier"
        name="tier"
        values={tierValues}
      />
    </>
  );
}
