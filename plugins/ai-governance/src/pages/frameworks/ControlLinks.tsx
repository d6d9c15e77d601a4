import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ControlCounts } from 'backstage-plugin-ai-governance-common';
import { countsText, useAsOf } from '../../components';
import { inventoryRouteRef, organizationRouteRef } from '../../routes';
import { InventoryQuery, inventorySearch } from '../../scorecards';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { listStyle: 'none', margin: 0, padding: 0 },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** The controls that answer a requirement, each leading to the systems that it is asked of. */
export function ControlLinks(props: {
  controls: readonly ControlCounts[];
  /** What the counts are over. */
  filter?: InventoryQuery;
}) {
  const { controls, filter } = props;
  const t = useTexts();
  const classes = useStyles();
  const inventory = useRouteRef(inventoryRouteRef)();
  const { carry } = useAsOf();
  const organization = carry(useRouteRef(organizationRouteRef)());
  return (
    <ul className={classes.root}>
      {controls.map(({ id, title, counts }) => (
        <li key={id}>
          <Link
            to={
              id.startsWith('ORG-')
                ? organization
                : `${inventory}${inventorySearch({ ...filter, control: id })}`
            }
            className={classes.link}
            title={countsText(t, counts)}
          >
            {id}
          </Link>{' '}
          {title}
        </li>
      ))}
    </ul>
  );
}
