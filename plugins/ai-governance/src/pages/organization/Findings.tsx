import { LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  actionsOf,
  Audit,
  AuditFinding,
  CorrectiveAction,
  dayOf,
  instant,
  OrganizationEntry,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { LookLabel, Markdown, useLoad } from '../../components';
import { Author, recordStanding } from '../../records';
import { organizationRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { FactTable } from '../policy/FactTable';

/** What an audit found, and what became of each finding. */
export function Findings(props: {
  auditId: string;
  audit: Audit;
  actions: readonly OrganizationEntry<CorrectiveAction>[];
  /** The reader may record a corrective action. */
  mayAct: boolean;
}) {
  const t = useTexts();
  const { auditId, audit, actions, mayAct } = props;
  const page = useRouteRef(organizationRouteRef)();
  const findings = audit.findings ?? [];
  if (findings.length === 0) {
    return (
      <Typography variant="body2" gutterBottom>
        {audit.status === 'planned'
          ? t('pages.organization.findings.planned')
          : t('pages.organization.findings.none')}
      </Typography>
    );
  }
  return (
    <FactTable
      label={t('pages.organization.findings.label', { audit: audit.title })}
      head={[
        t('pages.organization.findings.finding'),
        t('pages.organization.findings.grade.title'),
        t('pages.organization.findings.against'),
        t('pages.organization.findings.became'),
      ]}
      rows={findings.map(finding => {
        const its = actionsOf(auditId, finding, actions);
        const isElsewhere =
          finding.correctiveAction !== undefined &&
          its.every(a => a.recordId !== finding.correctiveAction);
        return {
          key: finding.id,
          cells: [
            <Found key="found" finding={finding} />,
            t(`pages.organization.findings.grade.${finding.grade}`),
            [...(finding.requirements ?? []), ...(finding.controls ?? [])].join(
              ', ',
            ),
            <>
              {its.map(
                action =>
                  action.data && (
                    <Action key={action.recordId} action={action.data} />
                  ),
              )}
              {isElsewhere && <ActionOfSystem id={finding.correctiveAction!} />}
              {its.length === 0 &&
                !isElsewhere &&
                finding.grade !== 'observation' && (
                  <Typography variant="body2">
                    {t('pages.organization.findings.nothing')}
                  </Typography>
                )}
              {its.length === 0 && !isElsewhere && mayAct && (
                <LinkButton
                  size="small"
                  variant="outlined"
                  aria-label={t('pages.organization.findings.recordFor', {
                    finding: finding.title,
                  })}
                  to={`${page}?type=corrective-action&write=new&audit=${auditId}&finding=${encodeURIComponent(
                    finding.id,
                  )}`}
                >
                  {t('pages.organization.findings.record')}
                </LinkButton>
              )}
            </>,
          ],
        };
      })}
    />
  );
}

function Found({ finding }: { finding: AuditFinding }) {
  const t = useTexts();
  return (
    <>
      {finding.id}: {finding.title}
      {finding.subject && (
        <Typography variant="body2" component="div">
          {t('pages.organization.findings.of', {
            subject: <Author author={finding.subject} />,
          })}
        </Typography>
      )}
      <Typography variant="body2" component="div" color="textSecondary">
        <Markdown text={finding.text} />
      </Typography>
    </>
  );
}

function Action({ action }: { action: CorrectiveAction }) {
  const t = useTexts();
  const standing = recordStanding(
    t,
    'corrective-action',
    action,
    dayOf(instant(Date.now())),
  )!;
  return (
    <div>
      {action.title} <LookLabel word={standing.word} look={standing.look} />
    </div>
  );
}

/** An action in the stream of a system, which the reader may not be let to read. */
function ActionOfSystem({ id }: { id: string }) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { value, error } = useLoad(
    () => api.revisions<CorrectiveAction>(id),
    [api, id],
  );
  const action = value?.[0]?.data;
  if (action) return <Action action={action} />;
  return (
    <Typography variant="body2">
      {error || value
        ? t('pages.organization.findings.notToRead')
        : t('pages.organization.findings.reading')}
    </Typography>
  );
}
