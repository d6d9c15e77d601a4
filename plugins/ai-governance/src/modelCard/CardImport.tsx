import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  CardDocument,
  ReadCards,
} from 'backstage-plugin-ai-governance-common/model-cards';
import { Loading, ProblemPanel } from '../components';
import { WritingFrame } from '../records';
import { Texts, useTexts } from '../translation';
import { CardReading } from './CardReading';
import { CardSource } from './CardSource';

import { TakenFromCard } from './takeFromCard';
import { useCardReader } from './useCardReader';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  title: { outline: 'none' },
  // on the ground of a page the secondary colour is too pale to read
  model: { maxWidth: 420, '& label': { color: theme.palette.text.primary } },
}));

interface Read extends ReadCards {
  /** Of the file. */
  name?: string;
  /** Each text that is read begins anew. */
  turn: number;
}

/** What was read, of which model and from which file, as far as that is known. */
function headingOf(
  t: Texts,
  format: ReadCards['format'],
  model?: string,
  file?: string,
): string {
  const kind = t(`modelCard.format.${format}`);
  const card = model
    ? t('modelCard.read.ofModel', { card: kind, model })
    : kind;
  return file ? t('modelCard.read.fromFile', { card, file }) : card;
}

/** Reads a model card of a file or pasted, in this browser, and hands on what a person takes of it. Nothing is saved here. */
export function CardImport(props: {
  id: string;
  barred?: Partial<Record<CardDocument, string>>;
  taking?: boolean;
  onTake: (taken: TakenFromCard) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, barred, taking = false, onTake, onCancel } = props;
  const reader = useCardReader();
  const [read, setRead] = useState<Read>();
  const [refusal, setRefusal] = useState<string>();
  const [index, setIndex] = useState(0);
  const result = useRef<HTMLHeadingElement>(null);
  const turn = read?.turn ?? 0;
  useEffect(() => {
    if (turn > 0) result.current?.focus();
  }, [turn]);

  if (!reader.value) {
    return reader.error ? (
      <ProblemPanel error={reader.error} retry={reader.reload} />
    ) : (
      <Loading label={t('modelCard.loading')} />
    );
  }
  const { readModelCard } = reader.value;
  const take = (text: string, name?: string) => {
    setRefusal(undefined);
    setIndex(0);
    try {
      setRead({ ...readModelCard(text), name, turn: turn + 1 });
    } catch (error) {
      setRead(undefined);
      setRefusal((error as Error).message);
    }
  };
  const card = read?.cards[index];
  const model = card?.name
    ? t('modelCard.name.cardOf', { model: card.name })
    : t('modelCard.name.card');
  return (
    <WritingFrame id={id} title={t('modelCard.open')} headingLevel={3}>
      <div className={classes.root}>
        <Typography>{t('modelCard.text')}</Typography>
        <CardSource id={id} onText={take} />
        {refusal && (
          <Alert severity="error" role="alert">
            {refusal}
          </Alert>
        )}
        {!card && (
          <div>
            <Button onClick={onCancel}>{t('components.cancel')}</Button>
          </div>
        )}
        {read && card && (
          <>
            <Typography
              variant="h6"
              component="h4"
              ref={result}
              tabIndex={-1}
              className={classes.title}
            >
              {headingOf(t, read.format, card.name, read.name)}
            </Typography>
            {read.problems.map(problem => (
              <Alert key={problem} severity="warning">
                {problem}
              </Alert>
            ))}
            {read.cards.length > 1 && (
              <TextField
                id={`${id}-model`}
                select
                label={t('modelCard.read.model')}
                variant="outlined"
                size="small"
                className={classes.model}
                value={index}
                onChange={event => setIndex(Number(event.target.value))}
                SelectProps={{ native: true }}
                InputLabelProps={{ shrink: true }}
              >
                {read.cards.map(({ name }, i) => (
                  <option key={`${name} ${i + 1}`} value={i}>
                    {name ?? t('modelCard.read.numbered', { number: i + 1 })}
                  </option>
                ))}
              </TextField>
            )}
            <CardReading
              key={`${read.turn} ${index}`}
              id={id}
              card={card}
              source={
                read.name
                  ? t('modelCard.name.inFile', { card: model, file: read.name })
                  : model
              }
              barred={barred}
              taking={taking}
              onTake={onTake}
              onCancel={onCancel}
            />
          </>
        )}
      </div>
    </WritingFrame>
  );
}
