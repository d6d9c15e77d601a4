import { useApi } from '@backstage/core-plugin-api';
import {
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { statesToWrite } from '../../assurance';
import { withinSentence } from '../../components';
import { RecordEditor, WritingFrame } from '../../records';
import { useTexts } from '../../translation';
import { managementForm } from './managementForm';
import { MayOfOrganization, writerOf } from './managementTypes';
import { Related } from './useRelated';

/** What a new record begins with: its first state, and what the address says of where it comes from. */
function startOf(
  type: RecordType<any>,
  may: MayOfOrganization,
  related: Related,
  asked: URLSearchParams | undefined,
): Record<string, unknown> {
  const [status] = statesToWrite(type, writerOf(may)) ?? [];
  const start = { ...(status && { status }) };
  const review = asked?.get('review');
  if (review) return { ...start, from: { kind: 'review', recordId: review } };
  const entity = asked?.get('entity');
  if (entity) return { ...start, entity };
  const requirement = asked?.get('requirement');
  if (requirement) {
    return { ...start, framework: asked!.get('framework'), requirement };
  }
  const recordId = asked?.get('audit');
  if (!recordId) return start;
  const finding = related.audits
    .find(a => a.recordId === recordId)
    ?.data?.findings?.find(f => f.id === asked?.get('finding'));
  return {
    ...start,
    from: {
      kind: 'audit',
      recordId,
      ...(finding && { finding: finding.id }),
    },
    ...(finding && {
      title: finding.title,
      severity: finding.grade === 'major' ? 'high' : 'medium',
    }),
  };
}

/** Writes a new record of the organization, or revises one. */
export function ManagementEditor(props: {
  type: RecordType<any>;
  may: MayOfOrganization;
  /** What is revised; absent for a new one. */
  head?: OrganizationEntry;
  related: Related;
  /** What an address asks for, of a new one. */
  from?: URLSearchParams;
  onClose: () => void;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { type, may, head, related, onClose, reload } = props;
  const api = useApi(aiGovernanceApiRef);
  // what was typed of one thing that was found, or of one requirement, is not taken up for another
  const about = head
    ? undefined
    : props.from?.get('entity') ?? props.from?.get('requirement');
  return (
    <WritingFrame
      id={`write-${type.type}`}
      headingLevel={head ? 5 : 4}
      title={
        head
          ? t('pages.organization.records.reviseOne', {
              record: head.summary,
            })
          : t('pages.organization.records.record', {
              type: withinSentence(type.title),
            })
      }
    >
      <RecordEditor
        subject={about ? `organization/${about}` : 'organization'}
        append={request => api.appendToOrganization(request)}
        type={type}
        head={head}
        dataOnly
        start={startOf(type, may, related, props.from)}
        schema={written =>
          managementForm(
            t,
            type,
            may,
            related,
            written,
            head?.data ?? undefined,
          )
        }
        onSaved={async () => {
          await reload();
          onClose();
        }}
        onCancel={onClose}
      />
    </WritingFrame>
  );
}
