import { useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import {
  connector,
  instant,
  Monitoring,
} from 'backstage-plugin-ai-governance-common';
import { Loading, ProblemPanel } from '../components';
import { breachesAsked, StreamRecords } from '../records';
import { Texts, useTexts } from '../translation';
import { ApprovalForm, ApprovalSection } from './ApprovalSection';
import { incidentOf } from './breaches';
import { CasesSection, CaseView, openCases } from './case';
import { ConfirmationSection } from './ConfirmationSection';
import { ConnectorsSection } from './ConnectorsSection';
import { ControlTestsSection } from './ControlTestsSection';
import { EntriesSection } from './EntriesSection';
import { entryTypes } from './entryTypes';
import { ExemptionsSection } from './ExemptionsSection';
import { approvalsNow } from './kinds';
import { OtherTierSection } from './OtherTierSection';
import { OnThisPage } from './Section';
import { TrainingSection } from './TrainingSection';
import { Assurance, useAssurance } from './useAssurance';

/** The form that an address asks for: `?ask`, `?decide`, `?confirm`, `?exempt=DOC-03`, `?write=incident`; `?see=incident`: its section; `?edit`: whatever is to be done. `&of=` a record: that entry, or what is written about it. */
interface Wanted {
  approval?: ApprovalForm;
  confirm?: boolean;
  exempt?: string;
  write?: string;
  see?: string;
  of?: string;
}

/** In the order of the tab; the sections of the entries come after them. */
const fixedSections = (t: Texts, cases: Assurance['cases']) => [
  { id: 'approval', title: t('assurance.approval.title') },
  {
    id: 'cases',
    title: t('assurance.cases.title'),
    about: openCases(t, cases),
  },
  { id: 'confirmation', title: t('assurance.confirmation.title') },
  { id: 'exemptions', title: t('assurance.exemptions.title') },
  { id: 'other-tier', title: t('assurance.otherTier.title') },
  { id: connector.type, title: connector.plural },
  { id: 'control-tests', title: t('assurance.tests.title') },
  { id: 'training', title: t('assurance.training.title') },
];

function wanted(
  params: URLSearchParams,
  { posture, decisions }: Assurance,
): Wanted {
  const exempt = params.get('exempt');
  if (exempt) return { exempt };
  const [write, see] = [params.get('write'), params.get('see')];
  const of = params.get('of') ?? undefined;
  if (write) return { write, of };
  if (see) return { see, of };
  if (params.has('confirm')) return { confirm: true };
  const waits = approvalsNow(decisions).request !== undefined;
  const ask = (): Wanted =>
    posture.may.request && !waits ? { approval: 'ask' } : {};
  const decide = (): Wanted =>
    posture.may.decide ? { approval: 'decide' } : {};
  if (params.has('ask')) return ask();
  if (params.has('decide')) return decide();
  if (!params.has('edit')) return {};
  return waits && posture.may.decide ? decide() : ask();
}

/** What an incident begins with that is opened because of breaches. */
function incidentAsked(
  t: Texts,
  params: URLSearchParams,
  { entries }: Assurance,
) {
  const breaches = breachesAsked(params);
  const report = entries.monitoring?.find(
    r => r.recordId === breaches[0]?.monitoring,
  );
  return report?.data
    ? incidentOf(
        t,
        report.data as unknown as Monitoring,
        breaches,
        instant(Date.now()),
      )
    : undefined;
}

/** A case that an address asks for (`?case=` a record of it), or what makes it evidence: approval, cases, confirmation, exemptions, another tier, connectors, tests of controls, and what happened at work. */
export function AssuranceTab() {
  const t = useTexts();
  const { value, error, reload } = useAssurance();
  const [params] = useSearchParams();
  const { hash, key } = useLocation();
  // the last visit that was about a record; a jump within the tab is none, and closes no form
  const visit = useRef<string>();
  if (!hash && (params.has('breach') || params.has('of'))) visit.current = key;
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('assurance.loading')} />
    );
  }
  const whole = params.get('case');
  if (whole) return <CaseView assurance={value} recordId={whole} />;
  // a breach that is to be followed up opens its form, and a record that is referred to is shown, also from within the tab
  return (
    <Sections
      key={visit.current}
      assurance={value}
      error={error}
      reload={reload}
    />
  );
}

function Sections(props: {
  assurance: Assurance;
  error?: Error;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { assurance, error, reload } = props;
  const [params, setParams] = useSearchParams();
  const [first] = useState(() => wanted(params, assurance));
  const entryFirst = (type: string) => {
    if (first.write === type) return 'write';
    return first.see === type ? 'see' : undefined;
  };
  const [asked] = useState(() => incidentAsked(t, params, assurance));
  // what is written for a case leads back to it
  const back = first.of
    ? () => setParams({ case: first.of! }, { replace: true })
    : undefined;
  const shared = { assurance, reload };
  return (
    <StreamRecords subject={assurance.subject}>
      {error && <ProblemPanel error={error} retry={reload} />}
      <OnThisPage
        sections={[
          ...fixedSections(t, assurance.cases),
          ...entryTypes.map(({ type, plural }) => ({
            id: type,
            title: plural,
          })),
        ]}
      />
      <ApprovalSection
        {...shared}
        first={first.approval}
        cameFor={first.see === 'approval'}
      />
      <CasesSection cases={assurance.cases} />
      <ConfirmationSection {...shared} first={first.confirm} />
      <ExemptionsSection {...shared} first={first.exempt} />
      <OtherTierSection {...shared} />
      <ConnectorsSection {...shared} first={entryFirst('connector')} />
      <ControlTestsSection {...shared} first={entryFirst('control-test')} />
      <TrainingSection
        subject={assurance.subject}
        cameFor={entryFirst('training') === 'see'}
      />
      {entryTypes.map(type => (
        <EntriesSection
          key={type.type}
          {...shared}
          type={type}
          first={entryFirst(type.type)}
          of={first.of}
          back={back}
          startWith={type.type === 'incident' ? asked : undefined}
        />
      ))}
    </StreamRecords>
  );
}
