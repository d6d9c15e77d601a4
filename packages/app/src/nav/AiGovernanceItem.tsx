import { SidebarItem } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { NavContentNavItem } from '@backstage/plugin-app-react';
import aiGovernance from 'backstage-plugin-ai-governance';
import { matchPath, useLocation } from 'react-router-dom';

/** The way to *AI governance*: lit on all of its pages but *My work*, which has an item of its own. */
export const AiGovernanceItem = (
  item: NavContentNavItem & { className?: string },
) => {
  const work = useRouteRef(aiGovernance.routes.work)();
  const { pathname } = useLocation();
  const atWork = matchPath({ path: work, end: false }, pathname) !== null;
  return (
    <SidebarItem
      className={item.className}
      icon={() => item.icon}
      to={item.href}
      text={item.title}
      end={atWork}
    />
  );
};
