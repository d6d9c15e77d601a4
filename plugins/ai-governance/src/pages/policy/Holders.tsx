import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { holderText, listNodes } from './words';

const useStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** A group or a person by title, with the way to it. */
export function Party(props: {
  entityRef: string;
  titles: Readonly<Record<string, string>>;
}) {
  const classes = useStyles();
  const { entityRef, titles } = props;
  return (
    <EntityRefLink
      entityRef={entityRef}
      title={titles[entityRef]}
      className={classes.link}
      hideIcon
      disableTooltip
    />
  );
}

/** Who holds an authority: any of them. */
export function Holders(props: {
  holders: readonly string[];
  titles: Readonly<Record<string, string>>;
  /** When the policy names nobody. */
  otherwise?: string;
}) {
  const t = useTexts();
  const { holders, titles, otherwise } = props;
  if (holders.length === 0) {
    return <>{otherwise ?? t('pages.policy.decides.nobody')}</>;
  }
  const named = holders.map(
    holder =>
      holderText(t, holder) ?? <Party entityRef={holder} titles={titles} />,
  );
  return <>{listNodes(t, named, 'or')}</>;
}
