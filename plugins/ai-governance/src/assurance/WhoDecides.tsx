import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Deciders } from 'backstage-plugin-ai-governance-common';
import { Sentence } from '../components';
import { useTexts } from '../translation';
import { useMe } from './useMe';

const useStyles = makeStyles(theme => ({
  policy: { margin: theme.spacing(1, 0) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  more: { textTransform: 'none' },
}));

const shown = 6;

const words = {
  accountable: 'assurance.decisions.deciders.accountable',
  owner: 'assurance.decisions.deciders.owner',
} as const;

const isNamed = (holder: string): holder is keyof typeof words =>
  holder in words;

type Decider = Deciders['you'];

function Verdict({ of }: { of: Decider }) {
  const t = useTexts();
  const { may, reason, rule, onBehalfOf } = of;
  if (!may) {
    return (
      <>
        {t('assurance.decisions.deciders.mayNot', {
          reason: <Sentence text={reason ?? ''} />,
        })}
      </>
    );
  }
  if (rule === 'stand-in') {
    return (
      <>
        {t('assurance.decisions.deciders.standIn', {
          person: <Sentence text={onBehalfOf ?? ''} />,
        })}
      </>
    );
  }
  if (rule === 'small-team') {
    return <>{t('assurance.decisions.deciders.smallTeam')}</>;
  }
  return <>{t('assurance.decisions.deciders.may')}</>;
}

/** Whom the policy names, the reader first, then the people: who may, and why others may not. */
export function WhoDecides({ deciders }: { deciders: Deciders }) {
  const t = useTexts();
  const classes = useStyles();
  const [whole, setWhole] = useState(false);
  const { holders, you } = deciders;
  const me = useMe();
  const named = holders
    .map(holder => (isNamed(holder) ? t(words[holder]) : holder))
    .reduce(
      (one, other) =>
        one ? t('assurance.decisions.deciders.or', { one, other }) : other,
      '',
    );
  const people = deciders.people.filter(({ ref }) => ref !== me);
  people.sort((a, b) => Number(b.may) - Number(a.may));
  const rest = people.length - shown;
  return (
    <>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.policy}
      >
        {holders.length === 0
          ? t('assurance.decisions.deciders.nobody')
          : t('assurance.decisions.deciders.policy', {
              holders: <Sentence text={named} />,
            })}
      </Typography>
      <ul className={classes.list}>
        <Typography component="li">
          <strong>{t('assurance.decisions.deciders.you')}</strong>{' '}
          <Verdict of={you} />
        </Typography>
        {people.slice(0, whole ? undefined : shown).map(person => (
          <Typography component="li" key={person.ref}>
            <EntityRefLink
              entityRef={person.ref}
              title={person.title}
              hideIcon
            />{' '}
            <Verdict of={person} />
          </Typography>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          size="small"
          color="primary"
          className={classes.more}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole
            ? t('assurance.decisions.deciders.fewer')
            : t('assurance.decisions.deciders.more', { count: rest })}
        </Button>
      )}
    </>
  );
}
