import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import {
  frameworksRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
  policyRouteRef,
  registerRouteRef,
  registersRouteRef,
  rootRouteRef,
  scorecardsRouteRef,
  trainingRouteRef,
  workRouteRef,
} from '../routes';
import { useTexts } from '../translation';
import { FrameworksRoutes } from './FrameworksRoutes';
import { InventoryRoutes } from './InventoryRoutes';
import { OrganizationPage } from './OrganizationPage';
import { PolicyPage } from './PolicyPage';
import { RegisterRoutes } from './RegisterRoutes';
import { RegistersRoutes } from './RegistersRoutes';
import { ScorecardsRoutes } from './ScorecardsRoutes';
import { useTabAddress } from './tabAddress';
import { TrainingPage } from './TrainingPage';
import { useArrivalFocus } from './useArrivalFocus';
import { WorkPage } from './WorkPage';

/** All pages in one frame, for the legacy frontend system; the new one frames them itself. */
export function AiGovernancePage() {
  const t = useTexts();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const tabAddress = useTabAddress();
  const root = useRouteRef(rootRouteRef)();
  const frame = useArrivalFocus<HTMLDivElement>();
  const tabs = [
    {
      id: 'scorecards',
      label: t('pages.frame.tabs.scorecards'),
      to: useRouteRef(scorecardsRouteRef)(),
    },
    {
      id: 'inventory',
      label: t('pages.frame.tabs.inventory'),
      to: useRouteRef(inventoryRouteRef)(),
    },
    {
      id: 'register',
      label: t('pages.frame.tabs.register'),
      to: useRouteRef(registerRouteRef)(),
    },
    {
      id: 'registers',
      label: t('pages.frame.tabs.registers'),
      to: useRouteRef(registersRouteRef)(),
    },
    {
      id: 'training',
      label: t('pages.frame.tabs.training'),
      to: useRouteRef(trainingRouteRef)(),
    },
    {
      id: 'organization',
      label: t('pages.frame.tabs.organization'),
      to: useRouteRef(organizationRouteRef)(),
    },
    {
      id: 'frameworks',
      label: t('pages.frame.tabs.frameworks'),
      to: useRouteRef(frameworksRouteRef)(),
    },
    {
      id: 'policy',
      label: t('pages.frame.tabs.policy'),
      to: useRouteRef(policyRouteRef)(),
    },
    {
      id: 'work',
      label: t('pages.frame.tabs.work'),
      to: useRouteRef(workRouteRef)(),
    },
  ];
  return (
    <div ref={frame} style={{ display: 'contents' }}>
      <Page themeId="tool">
        <Header title={t('pages.frame.title')} />
        <HeaderTabs
          tabs={tabs.map(({ id, label }) => ({ id, label }))}
          selectedIndex={Math.max(
            0,
            tabs.findIndex(({ to }) => `${pathname}/`.startsWith(`${to}/`)),
          )}
          onChange={index => {
            const { to } = tabs[index];
            navigate(tabAddress(to.slice(root.length + 1), to));
          }}
        />
        <Routes>
          <Route path="teams/*" element={<ScorecardsRoutes />} />
          <Route path="inventory/*" element={<InventoryRoutes />} />
          <Route path="register/*" element={<RegisterRoutes />} />
          <Route path="training/*" element={<TrainingPage />} />
          <Route path="organization/*" element={<OrganizationPage />} />
          <Route path="registers/*" element={<RegistersRoutes />} />
          <Route path="frameworks/*" element={<FrameworksRoutes />} />
          <Route path="policy/*" element={<PolicyPage />} />
          <Route path="work/*" element={<WorkPage />} />
          <Route path="*" element={<Navigate to="teams" replace />} />
        </Routes>
      </Page>
    </div>
  );
}
