import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  controlsUnder,
  GovernancePolicy,
  instant,
  neededRecords,
} from 'backstage-plugin-ai-governance-common';
import { TierLabel } from '../components';
import { useTexts } from '../translation';
import { entityOf, tierOfDraft } from './draft';
import { Draft, fieldWord } from './questions';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0.5, 0, 1), paddingLeft: theme.spacing(2.5) },
  section: { marginTop: theme.spacing(2) },
  level: { textTransform: 'capitalize' },
}));

/** The tier as it follows from what was answered so far, line by line, and what will be asked for it. By the same rules as the backend. */
export function TierPreview(props: {
  draft: Draft;
  policy: GovernancePolicy;
  namespace?: string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { draft, policy, namespace } = props;
  const { tier, reasons, open } = tierOfDraft(draft, policy);
  const entity = entityOf(draft, namespace);
  // every control is asked: not for each letter of a name
  const declared = JSON.stringify(entity.spec);
  const needed = useMemo(
    () =>
      neededRecords(
        entity,
        policy,
        instant(new Date().toISOString()),
        controlsUnder(policy),
      ),
    // what is declared stands for the entity, which is another object each time
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [declared, policy],
  );
  return (
    <>
      <div role="status" aria-live="polite">
        <Typography variant="h6" component="h3">
          {t('register.tier.title', { tier: <TierLabel tier={tier} /> })}
        </Typography>
        {open.length > 0 && (
          <Typography variant="body2">
            {t('register.tier.open', { count: open.length })}
          </Typography>
        )}
      </div>
      <ul className={classes.list} aria-label={t('register.tier.why')}>
        {reasons.map(reason => (
          <li key={reason.text}>
            <Typography variant="body2">
              <TierLabel tier={reason.tier} />:{' '}
              {reason.unanswered
                ? t('register.tier.unanswered', {
                    question: fieldWord(t, reason.unanswered),
                  })
                : reason.text}
            </Typography>
          </li>
        ))}
      </ul>
      <section
        className={classes.section}
        aria-label={t('register.tier.needed.title')}
      >
        <Typography variant="h6" component="h3">
          {t('register.tier.needed.title')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('register.tier.needed.text')}
        </Typography>
        {needed.map(({ level, controls }) => (
          <div key={level}>
            <Typography
              variant="subtitle2"
              component="h4"
              className={classes.level}
            >
              {t(`words.inSentence.level.${level}`)}
            </Typography>
            <ul className={classes.list}>
              {controls.map(({ id, title }) => (
                <li key={id}>
                  <Typography variant="body2">{title}</Typography>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </>
  );
}
