import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { HeatColumn, HeatView } from './columns';

const useStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  note: {
    display: 'block',
    fontWeight: 'normal',
    // a long title makes the head higher, not the column wider
    minWidth: 72,
  },
}));

/** How the columns of one family are shown instead of those of all. */
export interface HeatOpening {
  /** The address of a family's controls. */
  addressOf: (family: string) => string;
  /** Called as its link is followed. */
  onOpen: () => void;
}

/** The heads of the columns; that of a family opens its controls. */
export function HeatHead(props: { view: HeatView; opening?: HeatOpening }) {
  const t = useTexts();
  const { view, opening } = props;
  const classes = useStyles();
  const title = (column: HeatColumn) =>
    opening && column.opens ? (
      <Link
        to={opening.addressOf(column.opens)}
        className={classes.link}
        aria-label={t('scorecards.heat.showControls', {
          title: column.title,
        })}
        onClick={opening.onOpen}
      >
        {column.title}
      </Link>
    ) : (
      column.title
    );
  return (
    <thead>
      <tr>
        <th scope="col">{t('scorecards.heat.team')}</th>
        <th scope="col" style={{ textAlign: 'right' }}>
          {t('scorecards.heat.systems')}
        </th>
        <th scope="col">{view.total.title}</th>
        {view.parts.map(column => (
          <th scope="col" key={column.id}>
            {title(column)}
            {column.note && (
              <>
                {' '}
                <span className={classes.note}>{column.note}</span>
              </>
            )}
          </th>
        ))}
        <th scope="col" style={{ textAlign: 'right' }}>
          {t('scorecards.heat.overdue')}
        </th>
      </tr>
    </thead>
  );
}
