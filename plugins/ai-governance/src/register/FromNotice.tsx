import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { dayOf } from 'backstage-plugin-ai-governance-common';
import { Day } from '../components';
import { useTexts } from '../translation';
import { signalWords } from './signalWords';
import { canBeNamed } from './fromFound';
import { From } from './useFrom';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3), overflowWrap: 'anywhere' },
  link: { color: 'inherit', textDecoration: 'underline' },
}));

/** Where the registration comes from, and what of it is filled in. */
export function FromNotice({ from }: { from: From }) {
  const t = useTexts();
  const classes = useStyles();
  const { ref, entity, found } = from;
  if (!entity) {
    return (
      <Alert severity="warning" className={classes.root}>
        {t('register.from.unread', { ref })}
      </Alert>
    );
  }
  const link = (
    <EntityRefLink entityRef={entity} className={classes.link} hideIcon>
      {entity.metadata.title ?? entity.metadata.name}
    </EntityRefLink>
  );
  if (entity.kind.toLocaleLowerCase('en-US') === 'aisystem') {
    return (
      <Alert severity="info" className={classes.root}>
        {t('register.from.isSystem', { entity: link })}
      </Alert>
    );
  }
  return (
    <Alert severity="info" className={classes.root}>
      {found
        ? t('register.from.found', {
            entity: link,
            day: <Day day={dayOf(found.foundAt)} />,
            reason: signalWords(found.reason),
          })
        : t('register.from.notFound', { entity: link })}{' '}
      {t('register.from.filled')}{' '}
      {canBeNamed(entity)
        ? t('register.from.named')
        : t('register.from.unnamed', { kind: entity.kind })}
    </Alert>
  );
}
