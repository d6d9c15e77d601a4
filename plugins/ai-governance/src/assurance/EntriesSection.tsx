import { useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { draftKey, unsavedDraft, RecordEditor, WritingFrame } from '../records';
import { useTexts } from '../translation';
import { ActionButton } from './ActionButton';
import { BreachSteps } from './BreachSteps';
import { startAbout } from './case';
import { EntryItem } from './EntryItem';
import { entryForm } from './entryForm';
import { mayRevise, statesToWrite, whyNotWrite } from './entryTypes';
import { Actions, Section } from './Section';
import { Assurance } from './useAssurance';
import { useOneForm } from './useOneForm';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

const newestFirst = (a: RevisionView, b: RevisionView) =>
  b.effectiveAt.localeCompare(a.effectiveAt) || b.seq - a.seq;

/** How many are shown before the reader asks for all. */
const FEW = 5;

/** All entries of one type of a subject, newest first: to read, to carry on, and to write a new one. */
export function EntriesSection(props: {
  type: RecordType;
  assurance: Assurance;
  reload: () => Promise<void>;
  /** What an address asks for: a new one, or the section to be seen. */
  first?: 'write' | 'see';
  /** The record that the address is about: the entry to be seen or carried on, or what a new one is written about. */
  of?: string;
  /** What a new one begins with when the address asks for it. */
  startWith?: Record<string, unknown>;
  /** Back to where the form was asked for; called when that form closes. */
  back?: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, assurance, reload, first, of } = props;
  const { subject, posture, entries } = assurance;
  const records = [...(entries[type.type] ?? [])].sort(newestFirst);
  const name = type.title.toLocaleLowerCase('en-US');
  const whyNot = whyNotWrite(t, type, posture);
  // 'new', or the record that is revised; what was typed before a reload opens again
  const [opened] = useState(() => {
    const its = records.find(r => r.recordId === of);
    if (first === 'write' && its) {
      return mayRevise(type, posture, its) ? its.recordId : undefined;
    }
    if (first === 'write' && !whyNot) return 'new';
    // who came to read one is not shown a form
    if (first === 'see' && its) return undefined;
    // what was recorded after all, though the page was left before it said so, is no draft
    const said = records.map(({ data }) => data);
    const drafted = (id: string) =>
      unsavedDraft(draftKey(subject, type.type, id), said) !== undefined;
    if (!whyNot && drafted('new')) return 'new';
    return records.find(r => mayRevise(type, posture, r) && drafted(r.recordId))
      ?.recordId;
  });
  const { form, open, close } = useOneForm<string>(opened, type.type);
  const cameFor =
    first !== undefined && opened === undefined
      ? records.find(r => r.recordId === of)?.recordId ?? type.type
      : undefined;
  const [all, setAll] = useState(
    () => records.findIndex(r => [opened, cameFor].includes(r.recordId)) >= FEW,
  );
  // only the one that was asked for begins with it, and leads back
  const asked = first === 'write' && opened !== undefined;
  const [startWith, setStartWith] = useState(() =>
    asked ? props.startWith ?? startAbout(type.type, of, entries) : undefined,
  );
  const back = useRef(asked ? props.back : undefined);
  const head = records.find(r => r.recordId === form);
  const shown = all ? records : records.slice(0, FEW);
  const start = {
    ...(statesToWrite(type, posture) && {
      status: statesToWrite(type, posture)![0],
    }),
    ...startWith,
  };
  const editor = (
    <EntryEditor
      key={form}
      {...{ type, assurance, reload, head, start }}
      close={() => {
        setStartWith(undefined);
        close();
        back.current?.();
        back.current = undefined;
      }}
    />
  );
  return (
    <Section
      id={type.type}
      title={type.plural}
      text={type.description}
      cameFor={cameFor === type.type}
    >
      {records.length === 0 && (
        <Typography>{t('assurance.entries.none')}</Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label={t('assurance.entries.record', { type: name })}
          reason={whyNot}
          onClick={() => open('new')}
        />
      </Actions>
      {form === 'new' && editor}
      <ul className={classes.list}>
        {shown.map(record => (
          <EntryItem
            key={record.recordId}
            type={type}
            record={record}
            posture={posture}
            cameFor={cameFor === record.recordId}
            steps={
              type.type === 'monitoring' && (
                <BreachSteps
                  record={record as RevisionView<any>}
                  assurance={assurance}
                />
              )
            }
            onRevise={
              form === undefined ? () => open(record.recordId) : undefined
            }
          >
            {form === record.recordId && editor}
          </EntryItem>
        ))}
      </ul>
      {records.length > FEW && !all && (
        <ActionButton
          small
          label={t('assurance.entries.all', { count: records.length })}
          of={type.plural}
          onClick={() => setAll(true)}
        />
      )}
    </Section>
  );
}

function EntryEditor(props: {
  type: RecordType;
  assurance: Assurance;
  reload: () => Promise<void>;
  head?: RevisionView;
  start: Record<string, unknown>;
  close: () => void;
}) {
  const t = useTexts();
  const { type, assurance, reload, head, start, close } = props;
  const { subject, posture } = assurance;
  return (
    <WritingFrame
      id={`write-${type.type}`}
      headingLevel={head ? 4 : 3}
      title={
        head?.data
          ? t('assurance.entries.revision', { entry: type.summary(head.data) })
          : t('assurance.entries.record', {
              type: type.title.toLocaleLowerCase('en-US'),
            })
      }
    >
      <RecordEditor
        subject={subject}
        type={type}
        head={head}
        dataOnly
        start={start}
        schema={() => entryForm(type, posture, head?.data ?? undefined)}
        onSaved={async () => {
          await reload();
          close();
        }}
        onCancel={close}
      />
    </WritingFrame>
  );
}
