import { lazy, Suspense } from 'react';
import {
  SearchFilterBlueprint,
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import GovernanceIcon from '@material-ui/icons/VerifiedUserOutlined';
import { FOUND_TYPE } from './foundDocument';

// with the search page and not with every page of the portal
const FoundFilters = lazy(async () => ({
  default: (await import('./FoundFilters')).FoundFilters,
}));

/** What the search page of the portal shows and asks of AI governance; without the module of the backend nothing is found. */
export const searchExtensions = [
  SearchResultListItemBlueprint.make({
    params: {
      predicate: result => result.type === FOUND_TYPE,
      icon: <GovernanceIcon />,
      component: async () => (await import('./FoundItem')).FoundItem,
    },
  }),
  SearchFilterResultTypeBlueprint.make({
    params: {
      value: FOUND_TYPE,
      name: 'AI governance',
      icon: <GovernanceIcon />,
    },
  }),
  SearchFilterBlueprint.make({
    params: {
      component: ({ className }) => (
        <Suspense fallback={null}>
          <FoundFilters className={className} />
        </Suspense>
      ),
    },
  }),
];
