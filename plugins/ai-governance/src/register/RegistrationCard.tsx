import { useState } from 'react';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useLoad } from '../components';
import { declaredInPortal } from '../records';
import { useEditRegistrationLink } from '../routes';
import { useTexts } from '../translation';
import { MoveDialog } from './MoveDialog';
import { WithdrawDialog } from './WithdrawDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  text: { flexGrow: 1 },
}));

/** Where a subject is declared, when that is in the portal: the ways to revise that, for who may write. */
export function RegistrationCard(props: {
  entity: Entity;
  posture: SubjectPosture;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { entity, posture } = props;
  const registered = declaredInPortal(entity);
  const api = useApi(aiGovernanceApiRef);
  const link = useEditRegistrationLink();
  const [open, setOpen] = useState<'move' | 'withdraw'>();
  const { value, reload } = useLoad(
    async () =>
      registered
        ? (await api.registrations({ ref: posture.ref })).items[0]
        : undefined,
    [api, registered, posture.ref],
  );
  if (!registered) return null;
  const { namespace, name } = parseEntityRef(posture.ref);
  const close = () => {
    setOpen(undefined);
    reload();
  };
  return (
    <section className={classes.root} aria-label={t('register.card.label')}>
      <Typography variant="body2" className={classes.text}>
        {t('register.card.text')}
      </Typography>
      {posture.may.append && value?.data && (
        <>
          {link && (
            <LinkButton
              size="small"
              variant="outlined"
              to={link({ namespace, name })}
            >
              {t('register.card.edit')}
            </LinkButton>
          )}
          <Button
            size="small"
            variant="outlined"
            onClick={() => setOpen('move')}
          >
            {t('register.card.move')}
          </Button>
          <Button size="small" onClick={() => setOpen('withdraw')}>
            {t('register.card.withdraw')}
          </Button>
          {open === 'move' && <MoveDialog head={value} onClose={close} />}
          {open === 'withdraw' && (
            <WithdrawDialog head={value} onClose={close} />
          )}
        </>
      )}
    </section>
  );
}
