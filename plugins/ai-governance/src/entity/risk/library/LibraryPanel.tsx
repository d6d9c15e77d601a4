import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { Loading, ProblemPanel } from '../../../components';
import { ListItem } from '../../../records';
import { useTexts } from '../../../translation';
import { EntryItem } from './EntryItem';
import { EntryList } from './EntryList';
import { LibrarySearch } from './LibrarySearch';
import { Taking } from './taking';
import { Suggested, useSuggestions } from './useRiskLibrary';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1.5, 2), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  tabs: { minHeight: 40 },
  tab: { minHeight: 40, textTransform: 'none' },
}));

interface Item {
  id?: string;
  title?: string;
  sources?: string[];
}

interface PanelProps {
  posture: SubjectPosture;
  taking: Taking;
  /** What is written so far. */
  written: Record<string, unknown>;
  append: (added: ListItem) => void;
}

/** Beside the form of a risk assessment or a threat model: what is suggested for the system and why, and the whole library. */
export function LibraryPanel(props: PanelProps) {
  const t = useTexts();
  const classes = useStyles();
  const { posture, taking, written } = props;
  const { value, error, reload } = useSuggestions(posture, taking.of);
  const items = (written[taking.list] ?? []) as Item[];
  // who begins sees what there is; who comes to change a word does not
  const [open, setOpen] = useState(items.length === 0);
  const panel = `${taking.list}-library`;
  const left = value?.suggestions.filter(({ entry }) =>
    items.every(item => !value.library.isOf(entry, item)),
  ).length;
  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-labelledby={`${panel}-title`}
    >
      <div className={classes.head}>
        <div>
          <Typography variant="h6" component="h3" id={`${panel}-title`}>
            {t('entity.library.title')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {left === undefined
              ? t('entity.library.text')
              : t(taking.left, { count: left })}
          </Typography>
        </div>
        <Button
          size="small"
          variant="outlined"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'entity.library.hide' : 'entity.library.show')}
        </Button>
      </div>
      <div id={panel} hidden={!open}>
        {open && error && <ProblemPanel error={error} retry={reload} />}
        {open && !value && !error && (
          <Loading label={t('entity.library.loading')} />
        )}
        {open && value && <Lists {...props} items={items} suggested={value} />}
      </div>
    </Paper>
  );
}

function Lists(props: PanelProps & { items: Item[]; suggested: Suggested }) {
  const t = useTexts();
  const classes = useStyles();
  const { taking, items, suggested, append } = props;
  const { library, suggestions, unanswered } = suggested;
  const [tab, setTab] = useState(suggestions.length > 0 ? 0 : 1);
  const panel = `${taking.list}-library-list`;
  const coveredBy = (entry: (typeof suggestions)[number]['entry']) =>
    items
      .filter(item => library.isOf(entry, item))
      .map(({ title, id }) => title || id || t('entity.library.untitled'));
  const add = (entry: (typeof suggestions)[number]['entry']) =>
    append({
      list: taking.list,
      item: taking.make(
        library,
        entry,
        items.map(item => item.id),
      ),
    });
  return (
    <>
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(_, chosen) => setTab(chosen)}
        indicatorColor="primary"
        aria-label={t('entity.library.lists')}
      >
        <Tab
          className={classes.tab}
          id={`${panel}-0`}
          aria-controls={panel}
          label={t('entity.library.suggested', { count: suggestions.length })}
        />
        <Tab
          className={classes.tab}
          id={`${panel}-1`}
          aria-controls={panel}
          label={t('entity.library.all')}
        />
      </Tabs>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${tab}`}>
        {tab === 1 && (
          <LibrarySearch
            id={panel}
            library={library}
            of={taking.of}
            coveredBy={coveredBy}
            onAdd={add}
          />
        )}
        {tab === 0 && suggestions.length === 0 && (
          <Typography paragraph>{t('entity.library.noneSuggested')}</Typography>
        )}
        {tab === 0 && (
          <EntryList items={suggestions} step={5}>
            {({ entry, why }) => (
              <EntryItem
                key={entry.id}
                entry={entry}
                why={why}
                covered={coveredBy(entry)}
                action={{
                  label: t('entity.library.add'),
                  onClick: () => add(entry),
                }}
              />
            )}
          </EntryList>
        )}
        {tab === 0 && unanswered.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('entity.library.unanswered', {
              questions: unanswered.join(', '),
            })}
          </Typography>
        )}
      </div>
    </>
  );
}
