import { ComponentProps, ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DecisionView } from 'backstage-plugin-ai-governance-common';
import { ActionButton } from './ActionButton';
import { AskDecision } from './AskDecision';
import { DecisionItem } from './DecisionItem';
import { Actions, Section } from './Section';
import { Assurance } from './useAssurance';
import { useOneForm } from './useOneForm';
import { useTexts } from '../translation';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

type Asking = Pick<
  ComponentProps<typeof AskDecision>,
  'id' | 'title' | 'text' | 'fields' | 'look' | 'start' | 'submit' | 'done'
> & {
  /** Why it cannot be asked for. */
  whyNot?: string;
};

/** Decisions of one kind: what there is of them, each with its next step, and the button that asks for one. */
export function DecisionSection<T>(props: {
  kind: ComponentProps<typeof AskDecision>['kind'];
  id: string;
  title: string;
  text: string;
  /** What is said while there is none. */
  empty: ReactNode;
  ask: Asking;
  items: readonly DecisionView<T>[];
  titleOf: (data: T) => string;
  /** What stands below an item that was not erased. */
  more?: (item: DecisionView<T>) => ReactNode;
  /** The one form of the section that is open; `ask` is the one that asks. */
  forms: ReturnType<typeof useOneForm<string>>;
  cameFor?: boolean;
  assurance: Assurance;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { kind, items, titleOf, more, assurance, reload } = props;
  const { form, open, close } = props.forms;
  const { whyNot, ...asking } = props.ask;
  return (
    <Section
      id={props.id}
      title={props.title}
      text={props.text}
      cameFor={props.cameFor}
    >
      {items.length === 0 && <Typography>{props.empty}</Typography>}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label={asking.title}
          reason={whyNot}
          onClick={() => open('ask')}
        />
      </Actions>
      {form === 'ask' && (
        <AskDecision
          {...asking}
          kind={kind}
          assurance={assurance}
          reload={reload}
          close={close}
        />
      )}
      <ul className={classes.list}>
        {items.map(item => (
          <DecisionItem
            key={item.recordId}
            kind={kind}
            item={item}
            title={
              item.data ? titleOf(item.data) : t('assurance.decisions.erased')
            }
            assurance={assurance}
            reload={reload}
            more={item.data ? more?.(item) : undefined}
          />
        ))}
      </ul>
    </Section>
  );
}
