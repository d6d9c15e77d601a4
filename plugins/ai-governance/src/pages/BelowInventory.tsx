import { ReactNode } from 'react';
import { Content, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { importsReadPermission } from 'backstage-plugin-ai-governance-common';
import { Loading, NextStep } from '../components';
import { inventoryRouteRef } from '../routes';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  back: { marginBottom: theme.spacing(1), ...theme.typography.body2 },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** A page that is reached from the inventory, for those with a permission. */
export function BelowInventory(props: {
  title: string;
  permission: typeof importsReadPermission;
  /** What is awaited, for screen readers. */
  loadingLabel: string;
  /** For who may not. */
  denied: { title: string; text: string };
  /** For who may. */
  children: ReactNode;
}) {
  const t = useTexts();
  const { title, permission, loadingLabel, denied, children } = props;
  const { allowed, loading } = usePermission({ permission });
  const classes = useStyles();
  const inventoryLink = useRouteRef(inventoryRouteRef);
  return (
    <Content>
      <nav
        aria-label={t('pages.frame.belowInventory.back')}
        className={classes.back}
      >
        <Link to={inventoryLink()} className={classes.link}>
          {t('pages.frame.belowInventory.inventory')}
        </Link>
      </nav>
      <Typography variant="h3" component="h2" gutterBottom>
        {title}
      </Typography>
      {loading && <Loading label={loadingLabel} />}
      {!loading && !allowed && <NextStep {...denied} />}
      {allowed && children}
    </Content>
  );
}
