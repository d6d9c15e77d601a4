import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { CardImport } from './CardImport';
import { cardTypes } from './cardWords';
import { FromCardButton } from './FromCardButton';
import { TakenFromCard } from './takeFromCard';
import { Texts, useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3) },
  // the frame is the edge of it
  frame: { marginTop: theme.spacing(2), '& > *': { margin: 0 } },
  said: { marginTop: theme.spacing(2) },
}));

/** What the form begins with from a card, and which documents await the system, in words. */
function takenWords(t: Texts, { profile, documents }: TakenFromCard): string {
  const filledIn = Object.keys(profile).length;
  const titles = cardTypes
    .filter(({ type }) => type in documents)
    .map(({ title }) => title.toLocaleLowerCase('en-US'));
  return [
    filledIn > 0 && t('modelCard.registration.filledIn', { count: filledIn }),
    titles.length > 0 &&
      t('modelCard.registration.drafts', {
        documents: titles.reduce((one, other) =>
          t('modelCard.registration.and', { one, other }),
        ),
      }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A registration from a model card: what is taken is filled in, and what is of its documents is handed on. */
export function CardForRegistration(props: {
  onTake: (taken: TakenFromCard) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<TakenFromCard>();
  return (
    <div className={classes.root}>
      <FromCardButton
        open={open}
        onOpen={() => {
          setTaken(undefined);
          setOpen(true);
        }}
      />
      {open && (
        <Paper elevation={0} className={classes.frame}>
          <CardImport
            id="register-card"
            onTake={next => {
              props.onTake(next);
              setTaken(next);
              setOpen(false);
            }}
            onCancel={() => setOpen(false)}
          />
        </Paper>
      )}
      {taken && (
        <Alert severity="info" role="status" className={classes.said}>
          {takenWords(t, taken)}
        </Alert>
      )}
    </div>
  );
}
