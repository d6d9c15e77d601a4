import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useTexts } from '../translation';
import { tabPaths } from './places';

const useStyles = makeStyles({ root: { textTransform: 'none' } });

/** The way to ask for an exemption from a control that cannot hold for now. */
export function ExemptLink(props: {
  control: string;
  /** Title of the control, for those who hear the link out of its place. */
  of: string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  return (
    <LinkButton
      size="small"
      color="primary"
      className={classes.root}
      to={`${page}/${tabPaths.assurance}?exempt=${props.control}`}
      aria-label={t('entity.exempt.of', { title: props.of })}
    >
      {t('entity.exempt.ask')}
    </LinkButton>
  );
}
