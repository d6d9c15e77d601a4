import { useEffect, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { useOnPageGround } from '../useOnPageGround';
import { dayOfInstant, endOfDay, today } from './instants';
import { AsOfAddress } from './useAsOf';

/** Before this nothing was governed; a year that is still being typed is earlier, too. */
const EARLIEST = '2000-01-01';

const useStyles = makeStyles({
  // the same for both texts below it, so that nothing beside it moves
  root: { width: 232 },
});

/** Chooses the day that a page shows: the end of it in the reader's own time zone, or the present. */
export function AsOfPicker({ address }: { address: AsOfAddress }) {
  const t = useTexts();
  const { asOf, show } = address;
  const day = asOf === undefined ? '' : dayOfInstant(asOf);
  const classes = useStyles();
  const onGround = useOnPageGround();
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);

  const choose = (next: string) => {
    setTyped(next);
    if (next < EARLIEST) return;
    const end = endOfDay(next);
    if (end !== asOf) show(end);
  };
  return (
    <TextField
      type="date"
      className={`${classes.root} ${onGround.field}`}
      size="small"
      variant="outlined"
      id="ai-governance-as-of"
      label={t('components.asOf.label')}
      value={typed}
      helperText={
        asOf === undefined
          ? t('components.asOf.now')
          : t('components.asOf.zone')
      }
      InputLabelProps={{ shrink: true }}
      inputProps={{ min: EARLIEST, max: today() }}
      onChange={event => choose(event.target.value)}
      // half a date is none; one that was emptied is now
      onBlur={() => (typed === '' ? asOf && show(undefined) : setTyped(day))}
    />
  );
}
