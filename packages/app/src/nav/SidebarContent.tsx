import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import {
  NavContentBlueprint,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { makeStyles } from '@material-ui/core/styles';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { AiGovernanceItem } from './AiGovernanceItem';
import { MyWorkItem } from './MyWorkItem';
import { SidebarLogo } from './SidebarLogo';

const useStyles = makeStyles({
  // The sidebar cuts labels at 110 pixels, although it is twice as wide.
  item: { '& .MuiTypography-subtitle2': { width: 'auto', flexShrink: 0 } },
});

const NavItem = (item: NavContentNavItem) => (
  <SidebarItem
    className={useStyles().item}
    icon={() => item.icon}
    to={item.href}
    text={item.title}
  />
);

const GovernanceItem = (item: NavContentNavItem) => (
  <AiGovernanceItem className={useStyles().item} {...item} />
);

const MyWork = () => <MyWorkItem className={useStyles().item} />;

export const SidebarContent = NavContentBlueprint.make({
  params: {
    component: ({ navItems }) => {
      const governance = navItems.take('page:ai-governance');
      const nav = navItems.withComponent(NavItem);
      nav.take('page:search'); // the search field takes its place
      nav.take('page:catalog-graph'); // opened from the entity it is about
      nav.take('page:notifications'); // its own item counts what is unread

      return (
        <Sidebar>
          <SidebarLogo />
          <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
            <SidebarSearchModal />
          </SidebarGroup>
          <SidebarDivider />
          <SidebarGroup label="Menu" icon={<MenuIcon />}>
            {nav.take('page:home')}
            {nav.take('page:catalog')}
            {governance && <GovernanceItem {...governance} />}
            <MyWork />
            <SidebarScrollWrapper>
              {nav.rest({ sortBy: 'title' })}
            </SidebarScrollWrapper>
          </SidebarGroup>
          <SidebarSpace />
          <SidebarDivider />
          <NotificationsSidebarItem />
          <SidebarGroup
            label="Settings"
            icon={<UserSettingsSignInAvatar />}
            to="/settings"
          >
            {nav.take('page:user-settings')}
          </SidebarGroup>
        </Sidebar>
      );
    },
  },
});
