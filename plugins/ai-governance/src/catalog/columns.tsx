import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import {
  CatalogTable,
  CatalogTableColumnsFunc,
  CatalogTableRow,
} from '@backstage/plugin-catalog';
import { AI_SYSTEM_KIND } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { LevelLabel, TierLabel, useLoad } from '../components';
import { useTexts } from '../translation';
import { SummaryBatches } from './SummaryBatches';

/** Nothing for what is no subject. What is not known yet, or cannot be asked for, leaves the cell empty: it is not what the table is about. */
function PostureCell(props: { entity: Entity; show: 'tier' | 'level' }) {
  const { entity, show } = props;
  const api = useApi(aiGovernanceApiRef);
  const ref = stringifyEntityRef(entity);
  const { value } = useLoad(() => SummaryBatches.of(api).read(ref), [api, ref]);
  if (!value) return null;
  return show === 'tier' ? (
    <TierLabel tier={value.tier} />
  ) : (
    <LevelLabel level={value.level} />
  );
}

function PostureHead({ show }: { show: 'tier' | 'level' }) {
  const t = useTexts();
  return <>{t(`catalog.${show}`)}</>;
}

const column = (show: 'tier' | 'level'): TableColumn<CatalogTableRow> => ({
  title: <PostureHead show={show} />,
  field: `aiGovernance.${show}`,
  sorting: false,
  searchable: false,
  width: 'auto',
  render: ({ entity }) => <PostureCell entity={entity} show={show} />,
});

/** Columns of the catalog's table, read for all its rows at once. */
export const aiGovernanceCatalogColumns = {
  createTierColumn: () => column('tier'),
  createLevelColumn: () => column('level'),
};

const isGoverned = ({ kind, spec }: Entity) =>
  kind === AI_SYSTEM_KIND || spec?.aiGovernance !== undefined;

/**
 * The columns of a catalog's table with tier and level, where what it shows is governed.
 *
 * @param columns - of the table otherwise; default: those of the catalog
 */
export const withAiGovernanceColumns =
  (
    columns: CatalogTableColumnsFunc = CatalogTable.defaultColumnsFunc,
  ): CatalogTableColumnsFunc =>
  list => {
    const others = columns(list);
    if (!list.entities.some(isGoverned)) return others;
    return [
      ...others,
      aiGovernanceCatalogColumns.createTierColumn(),
      aiGovernanceCatalogColumns.createLevelColumn(),
    ];
  };
