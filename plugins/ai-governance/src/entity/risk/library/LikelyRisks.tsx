import Typography from '@material-ui/core/Typography';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { ListItem } from '../../../records';
import { useTexts } from '../../../translation';
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
  const t = useTexts();
  const { posture, taking, begin } = props;
  const { value } = useSuggestions(posture, taking.of);
  // a help and no more: where it cannot be loaded, the page says what to do without it
  if (!value || value.suggestions.length === 0) return null;
  const { library, suggestions } = value;
  return (
    <section aria-labelledby={`likely-${taking.list}`}>
      <Typography variant="h6" component="h3" id={`likely-${taking.list}`}>
        {t('entity.library.likely.title', { count: suggestions.length })}
      </Typography>
      <Typography paragraph color="textSecondary">
        {t('entity.library.likely.text')}
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
                    label: t('entity.library.likely.begin'),
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
