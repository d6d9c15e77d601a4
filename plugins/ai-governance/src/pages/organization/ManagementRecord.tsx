import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  Audit,
  ManagementReview,
  Objective,
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { SystemFacts } from '../../assurance';
import { FieldFacts, fieldsOf, formSchemaOf, partOf } from '../../records';
import { organizationRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { Figures } from './Figures';
import { Findings } from './Findings';
import { MayOfOrganization } from './managementTypes';
import { Measurements } from './Measurements';
import { Related } from './useRelated';

/** Shown as a table of its own, and not among the fields. */
const ownPart: Readonly<Record<string, string>> = {
  objective: 'measurements',
  audit: 'findings',
};

/** A record as it reads; what is best seen as a table is one. */
export function ManagementRecord(props: {
  type: RecordType<any>;
  record: OrganizationEntry;
  may: MayOfOrganization;
  related: Related;
}) {
  const t = useTexts();
  const { type, record, may, related } = props;
  const page = useRouteRef(organizationRouteRef)();
  const data = record.data as any;
  const schema = formSchemaOf(type);
  const keys = Object.keys(schema.properties ?? {});
  return (
    <>
      {type.type === 'management-review' && (
        <Figures snapshot={(data as ManagementReview).snapshot} />
      )}
      {type.type === 'objective' && (
        <Measurements objective={data as Objective} />
      )}
      {type.type === 'audit' && (
        <Findings
          auditId={record.recordId}
          audit={data as Audit}
          actions={related.actions}
          mayAct={may.append}
        />
      )}
      <Typography component="div" variant="body2" paragraph>
        <FieldFacts
          fields={fieldsOf(
            partOf(
              schema,
              keys.filter(key => key !== ownPart[type.type]),
            ),
          )}
          data={data}
        />
      </Typography>
      {type.type !== 'management-review' && (
        <SystemFacts type={type} data={data} />
      )}
      {type.type === 'management-review' && may.append && (
        <LinkButton
          size="small"
          variant="outlined"
          to={`${page}?type=corrective-action&write=new&review=${record.recordId}`}
        >
          {t('pages.organization.findings.record')}
        </LinkButton>
      )}
      <Typography variant="body2" color="textSecondary">
        {t('pages.organization.records.id', {
          id: <code>{record.recordId}</code>,
        })}
      </Typography>
    </>
  );
}
