import { useEffect, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { statesToWrite } from '../../assurance';
import { RecordEditor } from '../../records';
import { managementForm } from './managementForm';
import { MayOfOrganization, writerOf } from './managementTypes';
import { Related } from './useRelated';

const useStyles = makeStyles(theme => ({
  form: {
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    borderRadius: theme.shape.borderRadius,
  },
  title: { outline: 'none' },
}));

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
  const classes = useStyles();
  const { type, may, head, related, onClose, reload } = props;
  const api = useApi(aiGovernanceApiRef);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const id = `write-${type.type}`;
  return (
    <div className={classes.form} role="group" aria-labelledby={id}>
      <Typography
        variant="h6"
        component={head ? 'h5' : 'h4'}
        id={id}
        ref={title}
        tabIndex={-1}
        className={classes.title}
        gutterBottom
      >
        {head
          ? `Revise: ${head.summary}`
          : `Record ${type.title.toLocaleLowerCase('en-US')}`}
      </Typography>
      <RecordEditor
        subject="organization"
        append={request => api.appendToOrganization(request)}
        type={type}
        head={head}
        dataOnly
        start={startOf(type, may, related, props.from)}
        schema={written =>
          managementForm(type, may, related, written, head?.data ?? undefined)
        }
        onSaved={async () => {
          await reload();
          onClose();
        }}
        onCancel={onClose}
      />
    </div>
  );
}
