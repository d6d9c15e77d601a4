import Typography from '@material-ui/core/Typography';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { ListItem } from '../../../records';
import { EntryItem } from './EntryItem';
import { EntryList } from './EntryList';
import { Taking } from './taking';
import { useSuggestions } from './useRiskLibrary';

/** Where nothing is assessed yet: what is likely for a system like this, each of it a way to begin. */
export function LikelyRisks(props: {
  posture: SubjectPosture;
  taking: Taking;
  /** Absent: the reader does not write here. */
  begin?: (first: ListItem) => void;
}) {
  const { posture, taking, begin } = props;
  const { value } = useSuggestions(posture, taking.of);
  // a help and no more: where it cannot be loaded, the page says what to do without it
  if (!value || value.suggestions.length === 0) return null;
  const { library, suggestions } = value;
  return (
    <section aria-labelledby={`likely-${taking.list}`}>
      <Typography variant="h6" component="h3" id={`likely-${taking.list}`}>
        {suggestions.length === 1
          ? '1 risk is likely for a system like this'
          : `${suggestions.length} risks are likely for a system like this`}
      </Typography>
      <Typography paragraph color="textSecondary">
        By what is declared of it. Nothing is rated: whether it applies, and how
        grave it is, is for the assessment to say.
      </Typography>
      <EntryList items={suggestions} step={5}>
        {({ entry, why }) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            why={why}
            covered={[]}
            action={
              begin
                ? {
                    label: 'Begin with it',
                    onClick: () =>
                      begin({
                        list: taking.list,
                        item: taking.make(library, entry, []),
                      }),
                  }
                : undefined
            }
          />
        )}
      </EntryList>
    </section>
  );
}
