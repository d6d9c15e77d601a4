import { useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  decisionKinds,
  Delegation,
  delegation,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { draftedForm } from '../../assurance';
import { StatementForm } from '../../assurance/StatementForm';
import { Day, Loading, ProblemPanel, useLoad } from '../../components';
import { formSchemaOf, partOf } from '../../records';
import { useTexts } from '../../translation';
import { listText } from '../policy/words';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(4) },
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    padding: 0,
    maxWidth: 800,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  // its form stands on paper elsewhere, and its frame is its own
  form: { maxWidth: 800, backgroundColor: theme.palette.background.paper },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

type StandIn = RevisionView<Delegation>;

/** Whether it holds on a day of UTC, as the ledger judges. */
function standing(data: Delegation, today: string) {
  if (data.withdrawn) return 'withdrawn';
  if (data.until < today) return 'over';
  return data.from > today ? 'later' : 'now';
}

const today = () => new Date().toISOString().slice(0, 10);

/** Who decides in the reader's place, and when; named and withdrawn here. */
export function StandIns() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const identity = useApi(identityApiRef);
  // undefined until somebody says: open when something was typed before a reload
  const [chosen, setNaming] = useState<boolean>();
  const { value, error, reload } = useLoad(async () => {
    const { userEntityRef } = await identity.getBackstageIdentity();
    const records = await api.personRecords<Delegation>(userEntityRef, {
      type: delegation.type,
    });
    return {
      me: userEntityRef,
      standIns: records
        .filter(record => record.data !== null)
        .sort((a, b) => b.data!.until.localeCompare(a.data!.until)),
    };
  }, [api, identity]);

  const naming =
    chosen ??
    (value !== undefined &&
      draftedForm(value.me, delegation.type, [['name', 'stand-in']]) !==
        undefined);
  return (
    <section className={classes.root} aria-labelledby="ai-governance-stand-ins">
      <Typography variant="h5" component="h3" id="ai-governance-stand-ins">
        {t('pages.work.standIns.title')}
      </Typography>
      <Typography variant="body2" paragraph>
        {t('pages.work.standIns.about')}
      </Typography>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('pages.work.standIns.loading')} />}
      {value && (
        <>
          {value.standIns.length > 0 && (
            <Paper variant="outlined" component="ul" className={classes.list}>
              {value.standIns.map(record => (
                <StandInRow
                  key={record.recordId}
                  me={value.me}
                  record={record}
                  onWithdrawn={reload}
                />
              ))}
            </Paper>
          )}
          {naming ? (
            <div className={classes.form}>
              <StatementForm
                subject={value.me}
                append={request => api.appendToPerson(value.me, request)}
                type={delegation}
                id="stand-in"
                title={t('pages.work.standIns.name')}
                headingLevel={4}
                schema={() =>
                  partOf(formSchemaOf(delegation), [
                    'to',
                    'decisions',
                    'from',
                    'until',
                    'reason',
                  ])
                }
                // whoever is away is away for all of them; what is not wanted is taken out
                start={{ from: today(), decisions: [...decisionKinds] }}
                record={written => written}
                submit={t('pages.work.standIns.submit')}
                done={t('pages.work.standIns.done')}
                onSaved={async () => {
                  setNaming(false);
                  await reload();
                }}
                onCancel={() => setNaming(false)}
                reload={reload}
              />
            </div>
          ) : (
            <Button variant="outlined" onClick={() => setNaming(true)}>
              {t('pages.work.standIns.name')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function StandInRow(props: {
  me: string;
  record: StandIn;
  onWithdrawn: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { me, record, onWithdrawn } = props;
  const api = useApi(aiGovernanceApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const data = record.data!;
  const state = standing(data, today());
  const ended = state === 'withdrawn' || state === 'over';

  const withdraw = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.appendToPerson(me, {
        type: delegation.type,
        recordId: record.recordId,
        baseRevision: record.revision,
        data: { ...data, withdrawn: true },
      });
      await onWithdrawn();
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <li className={classes.item}>
      <div>
        <Typography>
          {t('pages.work.standIns.line', {
            person: (
              <EntityRefLink
                entityRef={data.to}
                className={classes.link}
                hideIcon
                disableTooltip
              />
            ),
            from: <Day day={data.from} />,
            until: <Day day={data.until} />,
          })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t(`pages.work.standIns.state.${state}`)} ·{' '}
          {t('pages.work.standIns.decidesOn', {
            decisions: listText(
              t,
              data.decisions.map(kind =>
                t(`pages.work.standIns.decision.${kind}`),
              ),
              'and',
            ),
          })}
        </Typography>
        {data.reason && <Typography variant="body2">{data.reason}</Typography>}
        {error && <ProblemPanel error={error} retry={withdraw} />}
      </div>
      {!ended && (
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={withdraw}
        >
          {t('pages.work.standIns.withdraw')}
        </Button>
      )}
    </li>
  );
}
