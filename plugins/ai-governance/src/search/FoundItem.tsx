import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { tiers, Tier } from 'backstage-plugin-ai-governance-common';
import { ReactNode } from 'react';
import { TierLabel } from '../components';
import { useTexts } from '../translation';
import { FoundDocument } from './foundDocument';

const useStyles = makeStyles(theme => ({
  item: { display: 'flex' },
  text: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  facts: {
    ...theme.typography.body2,
    color: theme.palette.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
  },
}));

const tierOf = ({ tier }: FoundDocument): Tier | null =>
  tiers.find(known => known === tier) ?? null;

interface FoundItemProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}

/** What was found about an AI system: where it stands, the words that were sought, and whose it is. */
export function FoundItem({ result, highlight, icon }: FoundItemProps) {
  const t = useTexts();
  const classes = useStyles();
  if (!result) return null;
  const found = result as FoundDocument;
  const isSystem = found.about === 'ai-system';
  return (
    <div className={classes.item}>
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <div>
        <ListItemText
          primaryTypographyProps={{ variant: 'h6' }}
          primary={
            <Link noTrack to={found.location}>
              <Marked field="title" {...{ found, highlight }} />
            </Link>
          }
          secondary={
            <Typography
              component="span"
              variant="body2"
              color="textSecondary"
              className={classes.text}
            >
              <Marked field="text" {...{ found, highlight }} />
            </Typography>
          }
        />
        <div className={classes.facts}>
          <span>{found.aboutTitle}</span>
          {!isSystem && (
            <span>
              {t('search.item.of', {
                subject: (
                  <EntityRefLink
                    entityRef={found.subjectRef}
                    title={found.subjectTitle}
                    hideIcon
                  />
                ),
              })}
            </span>
          )}
          <span>
            {t('search.item.tier', {
              tier: <TierLabel tier={tierOf(found)} />,
            })}
          </span>
          {found.owner && (
            <span>
              {t('search.item.owner', {
                owner: <EntityRefLink entityRef={found.owner} hideIcon />,
              })}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

function Marked(props: {
  field: 'title' | 'text';
  found: FoundDocument;
  highlight?: ResultHighlight;
}) {
  const { field, found, highlight } = props;
  const text = highlight?.fields[field];
  if (!text) return <>{found[field]}</>;
  const { preTag, postTag } = highlight;
  return <HighlightedSearchResultText {...{ text, preTag, postTag }} />;
}
