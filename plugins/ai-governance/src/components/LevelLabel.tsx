import { makeStyles } from '@material-ui/core/styles';
import LevelIcon from '@material-ui/icons/StarRounded';
import NoLevelIcon from '@material-ui/icons/StarBorderRounded';
import { Level, levels } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
  stars: { display: 'inline-flex', color: theme.palette.text.secondary },
}));

/** One star for bronze, two for silver, three for gold, and the word. */
export function LevelLabel({ level }: { level: Level | null }) {
  const t = useTexts();
  const classes = useStyles();
  const stars = level === null ? 0 : levels.indexOf(level) + 1;
  return (
    <span className={classes.root}>
      <span className={classes.stars} aria-hidden>
        {stars === 0 ? (
          <NoLevelIcon fontSize="small" />
        ) : (
          levels
            .slice(0, stars)
            .map(name => <LevelIcon key={name} fontSize="small" />)
        )}
      </span>
      {t(`words.level.${level ?? 'none'}`)}
    </span>
  );
}
