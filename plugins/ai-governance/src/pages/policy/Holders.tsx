import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { holderWords } from './words';

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

const between = (index: number, count: number) => {
  if (index === 0) return '';
  return index === count - 1 ? ' or ' : ', ';
};

/** Who holds an authority: any of them. */
export function Holders(props: {
  holders: readonly string[];
  titles: Readonly<Record<string, string>>;
  /** When the policy names nobody. */
  otherwise?: string;
}) {
  const { holders, titles, otherwise = 'nobody' } = props;
  if (holders.length === 0) return <>{otherwise}</>;
  return (
    <>
      {holders.map((holder, index) => (
        <Fragment key={holder}>
          {between(index, holders.length)}
          {holderWords[holder] ?? <Party entityRef={holder} titles={titles} />}
        </Fragment>
      ))}
    </>
  );
}
