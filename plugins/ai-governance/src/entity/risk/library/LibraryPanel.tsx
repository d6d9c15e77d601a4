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
            Risk library
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {left === undefined
              ? 'What systems like this are known to suffer from.'
              : taking.leftWords(left)}
          </Typography>
        </div>
        <Button
          size="small"
          variant="outlined"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide the library' : 'Show the library'}
        </Button>
      </div>
      <div id={panel} hidden={!open}>
        {open && error && <ProblemPanel error={error} retry={reload} />}
        {open && !value && !error && <Loading label="Loading the library" />}
        {open && value && <Lists {...props} items={items} suggested={value} />}
      </div>
    </Paper>
  );
}

function Lists(props: PanelProps & { items: Item[]; suggested: Suggested }) {
  const classes = useStyles();
  const { taking, items, suggested, append } = props;
  const { library, suggestions, unanswered } = suggested;
  const [tab, setTab] = useState(suggestions.length > 0 ? 0 : 1);
  const panel = `${taking.list}-library-list`;
  const coveredBy = (entry: (typeof suggestions)[number]['entry']) =>
    items
      .filter(item => library.isOf(entry, item))
      .map(({ title, id }) => title || id || 'an item without a title');
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
        aria-label="Lists of the library"
      >
        <Tab
          className={classes.tab}
          id={`${panel}-0`}
          aria-controls={panel}
          label={`Suggested (${suggestions.length})`}
        />
        <Tab
          className={classes.tab}
          id={`${panel}-1`}
          aria-controls={panel}
          label="All"
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
          <Typography paragraph>
            Nothing that is declared of the system speaks for an entry. Look
            through all of them, or write what you know below.
          </Typography>
        )}
        {tab === 0 && (
          <EntryList items={suggestions} step={5}>
            {({ entry, why }) => (
              <EntryItem
                key={entry.id}
                entry={entry}
                why={why}
                covered={coveredBy(entry)}
                action={{ label: 'Add', onClick: () => add(entry) }}
              />
            )}
          </EntryList>
        )}
        {tab === 0 && unanswered.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            More may apply: the profile does not say {unanswered.join(', ')}.
          </Typography>
        )}
      </div>
    </>
  );
}
