import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { ActionButton, Actions, useOneForm } from '../../assurance';
import {
  Loading,
  NextStep,
  ProblemPanel,
  withinSentence,
} from '../../components';
import { draftKey, readDraft } from '../../records';
import { TextKey, useTexts } from '../../translation';
import { ListFoot } from '../ListFoot';
import { PagedAddress } from '../pagedAddress';
import { useReading } from '../useReading';
import { ManagementEditor } from './ManagementEditor';
import { ManagementItem } from './ManagementItem';
import { MayOfOrganization, whyNotWriteHere } from './managementTypes';
import { useRelated } from './useRelated';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: theme.spacing(0, 2) },
}));

const DEFAULT_SIZE = 20;
const emptyTexts: Readonly<Record<string, TextKey>> = {
  objective: 'pages.organization.empty.objective',
  'management-review': 'pages.organization.empty.management-review',
  audit: 'pages.organization.empty.audit',
  'corrective-action': 'pages.organization.empty.corrective-action',
  'discovery-decision': 'pages.organization.empty.discovery-decision',
  applicability: 'pages.organization.empty.applicability',
};

/** The records of one register in pages of the server: to read, to carry on, and to write a new one. */
export function ManagementList(props: {
  type: RecordType<any>;
  may: MayOfOrganization;
  address: PagedAddress;
  onWritten: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, may, address, onWritten } = props;
  const { params, cursor } = address;
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  const api = useApi(aiGovernanceApiRef);
  const related = useRelated(type);
  const { value, error, pending, reload } = useReading(
    () => api.organizationRecords({ type: type.type, limit, cursor }),
    [api, type.type, limit, cursor],
  );
  const reloadAll = async () => {
    await Promise.all([reload(), related.reload(), onWritten()]);
  };
  const whyNot = whyNotWriteHere(t, type, may);
  const drafted = (id: string) =>
    readDraft(draftKey('organization', type.type, id)) !== undefined;
  const [opened] = useState(() =>
    !whyNot && (params.has('write') || drafted('new')) ? 'new' : undefined,
  );
  const { form, open, close } = useOneForm<string>(opened, type.type);
  const asked = params.get('write');
  useEffect(() => {
    if (asked && !whyNot) open('new');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the address asks for it
  }, [asked]);
  const name = withinSentence(type.title);

  if (!value || !related.value) {
    const failed = error ?? related.error;
    return failed ? (
      <ProblemPanel error={failed} retry={reloadAll} />
    ) : (
      <Loading
        label={t('pages.organization.records.loading', { type: type.plural })}
      />
    );
  }
  const { items, totalItems, nextCursor } = value;
  const head = items.find(r => r.recordId === form);
  const closeForm = () => {
    if (params.has('write')) {
      address.change(
        {
          ...{ write: '', audit: '', finding: '', review: '', entity: '' },
          ...{ framework: '', requirement: '' },
        },
        { replace: true },
      );
    }
    close();
  };
  const editor = (
    <ManagementEditor
      // what is found next has a form of its own
      key={`${form} ${params.get('entity') ?? params.get('requirement') ?? ''}`}
      type={type}
      may={may}
      head={head}
      related={related.value}
      from={head ? undefined : params}
      onClose={closeForm}
      reload={reloadAll}
    />
  );
  const action = (
    <ActionButton
      main={totalItems === 0}
      label={t('pages.organization.records.record', { type: name })}
      reason={whyNot}
      onClick={() => open('new')}
    />
  );
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {totalItems > 0 && (
        <Actions hidden={form !== undefined}>{action}</Actions>
      )}
      {form === 'new' && editor}
      {totalItems === 0 && !pending && form === undefined && (
        <NextStep
          title={t('pages.organization.records.none', {
            type: withinSentence(type.plural),
          })}
          text={t(emptyTexts[type.type])}
          action={action}
        />
      )}
      {totalItems > 0 && (
        <Paper variant="outlined">
          <ul className={classes.list}>
            {items.map(record => (
              <ManagementItem
                key={record.recordId}
                type={type}
                record={record}
                may={may}
                related={related.value!}
                drafted={drafted(record.recordId)}
                onRevise={
                  form === undefined ? () => open(record.recordId) : undefined
                }
              >
                {form === record.recordId && editor}
              </ManagementItem>
            ))}
          </ul>
          <ListFoot
            address={address}
            limit={limit}
            onLimit={size => address.change({ limit: size })}
            shown={items.length}
            totalItems={totalItems}
            nextCursor={nextCursor}
            pending={pending}
          />
        </Paper>
      )}
    </>
  );
}
