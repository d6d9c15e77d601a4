import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import type { NamedSource } from 'backstage-plugin-ai-governance-common/risk-library';
import { safeHref } from '../../../components';
import { useRiskLibrary } from './useRiskLibrary';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 1),
    padding: 0,
  },
  item: { maxWidth: '100%' },
  chip: { margin: 0, maxWidth: '100%' },
}));

/** An id that only repeats the title gives way to the name of its catalogue. */
function labelOf({ cited, framework, frameworkTitle, title }: NamedSource) {
  return framework === 'cosai-risk-map' || framework === 'stride'
    ? `${frameworkTitle}: ${title}`
    : `${cited} ${title}`;
}

/** By what names the catalogues know a risk or a threat, each with its title and a link to it; ids that nobody knows as they are. */
export function SourceChips(props: {
  ids: readonly string[];
  /** What the list is of, for those who do not see it. */
  label: string;
}) {
  const classes = useStyles();
  // until it is there, and if it cannot be loaded, the ids alone say what they say
  const { value: library } = useRiskLibrary();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.ids.map(id => {
        const source = library?.namedSource(id);
        const href = safeHref(source?.url);
        const label = source ? labelOf(source) : id;
        const look = {
          label,
          size: 'small' as const,
          variant: 'outlined' as const,
          className: classes.chip,
          title: source && `${source.frameworkTitle}: ${source.title}`,
        };
        return (
          <li key={id} className={classes.item}>
            {href ? (
              <Chip
                {...look}
                component="a"
                // a chip that is clickable would call itself a button
                role={undefined}
                href={href}
                target="_blank"
                rel="noopener noreferrer"
                color="primary"
                clickable
              />
            ) : (
              <Chip {...look} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
