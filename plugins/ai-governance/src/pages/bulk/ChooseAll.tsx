import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { Selection } from './useSelection';

const useStyles = makeStyles({
  root: { width: 40, '& .MuiCheckbox-root': { padding: 0 } },
});

/** The head of the column in which rows are chosen: all of the page, or none of them. */
export function ChooseAll(props: {
  ids: readonly string[];
  selection: Selection;
}) {
  const t = useTexts();
  const { ids, selection } = props;
  const classes = useStyles();
  const all = selection.hasAll(ids);
  return (
    <th scope="col" className={classes.root}>
      <Checkbox
        size="small"
        color="primary"
        checked={all}
        indeterminate={!all && ids.some(selection.has)}
        onChange={() => selection.toggleAll(ids)}
        inputProps={{ 'aria-label': t('pages.bulk.choose.page') }}
      />
    </th>
  );
}

/** The cell in which a row is chosen. */
export function ChooseRow(props: {
  id: string;
  label: string;
  selection: Selection;
}) {
  const t = useTexts();
  const { id, label, selection } = props;
  const classes = useStyles();
  return (
    <td className={classes.root}>
      <Checkbox
        size="small"
        color="primary"
        checked={selection.has(id)}
        onChange={() => selection.toggle(id)}
        inputProps={{ 'aria-label': t('pages.bulk.choose.row', { label }) }}
      />
    </td>
  );
}
