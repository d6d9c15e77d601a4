import { SidebarItem } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import AssignmentIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import aiGovernance, {
  aiGovernanceApiRef,
} from 'backstage-plugin-ai-governance';
import { useEffect, useState } from 'react';

/** The way to *My work*, with how much there is: refreshed whenever a posture changes. */
export const MyWorkItem = ({ className }: { className?: string }) => {
  const api = useApi(aiGovernanceApiRef);
  const { lastSignal } = useSignal('ai-governance');
  const to = useRouteRef(aiGovernance.routes.work);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let current = true;
    api.work({ limit: 1 }).then(
      ({ totalItems }) => current && setCount(totalItems),
      // the page itself says what is wrong
      () => {},
    );
    return () => {
      current = false;
    };
  }, [api, lastSignal]);
  return (
    <SidebarItem
      className={className}
      icon={AssignmentIcon}
      to={to()}
      text={count > 0 ? `My work (${count})` : 'My work'}
    />
  );
};
