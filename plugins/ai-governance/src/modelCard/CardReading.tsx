import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CardDocument,
  CardProposal,
  ModelCard,
} from 'backstage-plugin-ai-governance-common/model-cards';
import { CardLeftOut } from './CardLeftOut';
import { CardProposals } from './CardProposals';
import { documentWord } from './cardWords';
import { takeFromCard, TakenFromCard } from './takeFromCard';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const order: readonly CardDocument[] = [
  'profile',
  'intended-use',
  'data-sheet',
];

/** What a card says of one model: to be looked at, and taken or left field by field. */
export function CardReading(props: {
  id: string;
  card: ModelCard;
  /** What the card is called, where a text says where it comes from. */
  source: string;
  /** Why nothing of a document can be taken. */
  barred?: Partial<Record<CardDocument, string>>;
  taking: boolean;
  onTake: (taken: TakenFromCard) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, card, source, barred = {}, taking, onTake, onCancel } = props;
  const [chosen, setChosen] = useState<ReadonlySet<CardProposal>>(
    () =>
      new Set(
        card.proposals.filter(
          ({ deduced, document }) => !deduced && !barred[document],
        ),
      ),
  );
  const [saysOrigin, setSaysOrigin] = useState(true);
  const choose = (proposal: CardProposal, taken: boolean) => {
    const next = new Set(chosen);
    if (taken) next.add(proposal);
    else next.delete(proposal);
    setChosen(next);
  };
  const taken = card.proposals.filter(proposal => chosen.has(proposal));
  return (
    <div className={classes.root}>
      {card.proposals.length === 0 && (
        <Typography>{t('modelCard.nothing')}</Typography>
      )}
      {order.map(document => {
        const proposals = card.proposals.filter(p => p.document === document);
        if (proposals.length === 0) return null;
        return (
          <CardProposals
            key={document}
            id={`${id}-${document}`}
            title={documentWord(t, document)}
            proposals={proposals}
            barred={barred[document]}
            chosen={chosen}
            onChoose={choose}
          />
        );
      })}
      <CardLeftOut
        id={`${id}-left-out`}
        leftOut={card.leftOut}
        open={card.proposals.length === 0}
      />
      {card.proposals.length > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={saysOrigin}
              onChange={(_, says) => setSaysOrigin(says)}
            />
          }
          label={t('modelCard.sayOrigin')}
        />
      )}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={taken.length === 0 || taking}
          onClick={() =>
            onTake(takeFromCard(t, taken, saysOrigin ? source : undefined))
          }
        >
          {t('modelCard.take', { count: taken.length })}
        </Button>
        <Button disabled={taking} onClick={onCancel}>
          {t('components.cancel')}
        </Button>
      </div>
    </div>
  );
}
