import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';

const useStyles = makeStyles(theme => ({
  list: {
    ...theme.typography.body2,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 2.5em 1fr',
    gap: theme.spacing(0.5, 1),
    alignItems: 'center',
  },
  item: { display: 'contents' },
  count: { textAlign: 'right' },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  bar: { height: theme.spacing(1), minWidth: 1 },
}));

/** How many subjects stand where, as a list with bars; a line leads to those subjects. */
export function Distribution(props: {
  label: string;
  items: readonly { word: string; count: number; to?: string }[];
}) {
  const classes = useStyles();
  const theme = useTheme();
  const most = Math.max(1, ...props.items.map(item => item.count));
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.items.map(({ word, count, to }) => (
        <li key={word} className={classes.item}>
          <span>
            {to && count > 0 ? (
              <Link
                to={to}
                className={classes.link}
                aria-label={`${word}: ${count}`}
              >
                {word}
              </Link>
            ) : (
              word
            )}
          </span>
          <span className={classes.count}>{count}</span>
          <span
            aria-hidden
            className={classes.bar}
            style={{
              width: `${(count / most) * 100}%`,
              backgroundColor: theme.palette.text.secondary,
            }}
          />
        </li>
      ))}
    </ul>
  );
}
