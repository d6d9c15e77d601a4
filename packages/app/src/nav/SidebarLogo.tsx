import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    height: sidebarConfig.logoHeight,
    paddingLeft: theme.spacing(2),
    margin: theme.spacing(2, 0),
    // the sidebar is dark in every theme
    color: '#fff',
    fontSize: theme.typography.h6.fontSize,
    fontWeight: theme.typography.fontWeightBold as number,
    whiteSpace: 'nowrap',
    '&:hover': { color: '#fff' },
  },
}));

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(word => word[0])
    .join('')
    .slice(0, 2)
    .toLocaleUpperCase('en-US');

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const name =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Portal';
  return (
    <Link to="/" underline="none" className={classes.link} aria-label="Home">
      {isOpen ? name : initials(name)}
    </Link>
  );
};
