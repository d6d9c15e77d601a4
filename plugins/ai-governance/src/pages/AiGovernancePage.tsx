import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import { inventoryRouteRef, scorecardsRouteRef } from '../routes';
import { InventoryRoutes } from './InventoryRoutes';
import { ScorecardsRoutes } from './ScorecardsRoutes';

/** All pages in one frame, for the legacy frontend system; the new one frames them itself. */
export function AiGovernancePage() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const tabs = [
    {
      id: 'scorecards',
      label: 'Scorecards',
      to: useRouteRef(scorecardsRouteRef)(),
    },
    {
      id: 'inventory',
      label: 'Inventory',
      to: useRouteRef(inventoryRouteRef)(),
    },
  ];
  return (
    <Page themeId="tool">
      <Header title="AI governance" />
      <HeaderTabs
        tabs={tabs.map(({ id, label }) => ({ id, label }))}
        selectedIndex={pathname.startsWith(tabs[1].to) ? 1 : 0}
        onChange={index => navigate(tabs[index].to)}
      />
      <Routes>
        <Route path="teams/*" element={<ScorecardsRoutes />} />
        <Route path="inventory/*" element={<InventoryRoutes />} />
        <Route path="*" element={<Navigate to="teams" replace />} />
      </Routes>
    </Page>
  );
}
