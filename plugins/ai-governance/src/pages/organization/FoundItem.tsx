import { parseEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { dayOf, Discovered } from 'backstage-plugin-ai-governance-common';
import { useLocation } from 'react-router-dom';
import { Day, LookLabel } from '../../components';
import { signalWords } from '../../register/signalWords';
import { organizationRouteRef, registerRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { foundStanding } from './foundWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  about: { flex: '1 1 300px', overflowWrap: 'anywhere' },
  title: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  aside: { flex: '0 1 270px' },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** One entity that was found: why, whose it is, since when it is known, and what is done about it. */
export function FoundItem(props: {
  found: Discovered;
  /** The reader may read what was decided. */
  readsDecisions: boolean;
  mayDecide: boolean;
  mayRegister: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { found, readsDecisions, mayDecide, mayRegister } = props;
  const { ref, title, owner, reason, foundAt, decision } = found;
  const { search } = useLocation();
  const page = useRouteRef(organizationRouteRef)();
  const register = useRouteRef(registerRouteRef)();
  const decide = new URLSearchParams(search);
  decide.delete('cursor');
  decide.set('type', 'discovery-decision');
  decide.set('write', 'new');
  decide.set('entity', ref);
  return (
    <li className={classes.root}>
      <div className={classes.about}>
        <Typography component="div">
          <EntityRefLink
            entityRef={ref}
            className={classes.title}
            hideIcon
            disableTooltip
          >
            {title}
          </EntityRefLink>{' '}
          <Typography variant="body2" component="span" color="textSecondary">
            {parseEntityRef(ref).kind}
          </Typography>
        </Typography>
        <Typography variant="body2">
          {t('pages.organization.found.looksLike', {
            reason: signalWords(reason),
          })}
        </Typography>
        <Typography variant="body2">
          {owner
            ? t('pages.organization.found.seen', {
                owner: (
                  <EntityRefLink
                    entityRef={owner}
                    className={classes.link}
                    hideIcon
                  />
                ),
                day: <Day day={dayOf(foundAt)} />,
              })
            : t('pages.organization.found.seenWithoutOwner', {
                day: <Day day={dayOf(foundAt)} />,
              })}
        </Typography>
      </div>
      <div className={classes.aside}>
        {readsDecisions && <Decided decision={decision} />}
        <div className={classes.steps}>
          {mayRegister && (
            <LinkButton
              size="small"
              variant="outlined"
              to={`${register}?from=${encodeURIComponent(ref)}`}
              aria-label={t('pages.organization.found.registerOne', { title })}
            >
              {t('pages.organization.found.register')}
            </LinkButton>
          )}
          {mayDecide && (
            <LinkButton
              size="small"
              variant="outlined"
              to={`${page}?${decide}`}
              aria-label={t(
                decision
                  ? 'pages.organization.found.decideAgainOne'
                  : 'pages.organization.found.decideOne',
                { title },
              )}
            >
              {t(
                decision
                  ? 'pages.organization.found.decideAgain'
                  : 'pages.organization.found.decide',
              )}
            </LinkButton>
          )}
        </div>
      </div>
    </li>
  );
}

function Decided({ decision }: Pick<Discovered, 'decision'>) {
  const t = useTexts();
  const { word, look, until } = foundStanding(t, decision);
  return (
    <>
      <LookLabel word={word} look={look} />
      {until && (
        <Typography variant="body2" color="textSecondary">
          {t(
            decision?.holds
              ? 'pages.organization.found.until'
              : 'pages.organization.found.heldUntil',
            { day: <Day day={until} /> },
          )}
        </Typography>
      )}
    </>
  );
}
