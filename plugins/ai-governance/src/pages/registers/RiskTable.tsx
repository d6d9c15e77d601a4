import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { dayOf, instant, Risk } from 'backstage-plugin-ai-governance-common';
import { Day, useNarrow } from '../../components';
import { tabPaths } from '../../entity/places';
import { RiskLevelLabel } from '../../entity/risk/RiskLevelLabel';
import { inWords } from '../../records';
import { useTexts } from '../../translation';
import { SortHead } from '../SortHead';
import { RiskRegisterQuery } from './riskQuery';
import { WideTable } from './WideTable';

const useStyles = makeStyles(theme => ({
  risk: { minWidth: 160, overflowWrap: 'anywhere' },
  aside: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
    fontWeight: 'normal',
    display: 'block',
  },
  overdue: { ...theme.typography.caption, display: 'block', fontWeight: 600 },
}));

/** The risks of all subjects, each with the way to where it is assessed and treated. The server sorts. */
export function RiskTable(props: {
  risks: readonly Risk[];
  register: RiskRegisterQuery;
  busy: boolean;
}) {
  const t = useTexts();
  const { risks, register, busy } = props;
  const { orderBy, order, address } = register;
  const narrow = useNarrow();
  const columns = [
    {
      title: t('pages.registers.risks.table.current'),
      orderBy: 'current' as const,
    },
    ...(narrow
      ? []
      : [
          {
            title: t('pages.registers.risks.table.inherent'),
            orderBy: 'inherent' as const,
          },
          {
            title: t('pages.registers.risks.table.target'),
            orderBy: 'target' as const,
          },
        ]),
  ];
  return (
    <WideTable title={t('pages.registers.risks.table.label')} busy={busy}>
      <thead>
        <tr>
          <th scope="col">{t('pages.registers.table.system')}</th>
          <th scope="col">{t('pages.registers.risks.table.risk')}</th>
          {columns.map(column => (
            <SortHead
              key={column.orderBy}
              {...{ column, orderBy, order }}
              onOrder={(by, turned) =>
                address.change({
                  orderBy: by === 'current' ? '' : by,
                  // the gravest first, where it is sorted by another level
                  order: by === orderBy ? turned : 'desc',
                })
              }
            />
          ))}
          <th scope="col">{t('pages.registers.risks.table.treatment')}</th>
        </tr>
      </thead>
      <tbody>
        {risks.map(risk => (
          <Row
            key={`${risk.recordId} ${risk.scenario}`}
            risk={risk}
            narrow={narrow}
          />
        ))}
      </tbody>
    </WideTable>
  );
}

function Row({ risk, narrow }: { risk: Risk; narrow: boolean }) {
  const t = useTexts();
  const { subject, scenario, title, category, tolerance, aboveTolerance } =
    risk;
  const { inherent, current, target } = risk;
  const classes = useStyles();
  const page = useEntityRefLink()(parseEntityRef(subject.ref));
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={subject.ref} hideIcon disableTooltip>
          {subject.title}
        </EntityRefLink>
        <span className={classes.aside}>
          {subject.owner ? (
            <EntityRefLink entityRef={subject.owner} hideIcon />
          ) : (
            t('pages.registers.table.noOwner')
          )}
        </span>
      </th>
      <td className={classes.risk}>
        <Link to={`${page}/${tabPaths.risk}#scenario-${scenario}`}>
          {title}
        </Link>
        <span className={classes.aside}>{inWords(category)}</span>
      </td>
      <td>
        <RiskLevelLabel level={current} />
        {aboveTolerance && (
          <span className={classes.aside}>
            {t('pages.registers.risks.table.aboveTolerance', {
              level: t(`words.risk.${tolerance}`),
            })}
          </span>
        )}
        {narrow && (
          <span className={classes.aside}>
            {target
              ? t('pages.registers.risks.table.besideTarget', {
                  inherent: t(`words.risk.${inherent}`),
                  target: t(`words.risk.${target}`),
                })
              : t('pages.registers.risks.table.beside', {
                  inherent: t(`words.risk.${inherent}`),
                })}
          </span>
        )}
      </td>
      {!narrow && (
        <>
          <td>
            <RiskLevelLabel level={inherent} />
          </td>
          <td>
            {target ? (
              <RiskLevelLabel level={target} />
            ) : (
              t('pages.registers.risks.table.noTarget')
            )}
          </td>
        </>
      )}
      <td>
        <Treatment treatment={risk.treatment} />
      </td>
    </tr>
  );
}

function Treatment({ treatment }: Pick<Risk, 'treatment'>) {
  const t = useTexts();
  const classes = useStyles();
  if (!treatment) return <>{t('pages.registers.risks.table.untreated')}</>;
  const { strategy, owner, due, completed } = treatment;
  const overdue =
    due !== undefined && !completed && due < dayOf(instant(Date.now()));
  return (
    <>
      {inWords(strategy)}
      {owner && (
        <span className={classes.aside}>
          {t('pages.registers.risks.table.owner', {
            owner: (
              <EntityRefLink
                entityRef={owner}
                defaultNamespace="default"
                hideIcon
              />
            ),
          })}
        </span>
      )}
      {completed && (
        <span className={classes.aside}>
          {t('pages.registers.risks.table.completed', {
            day: <Day day={completed} />,
          })}
        </span>
      )}
      {due && !completed && (
        <span className={classes.aside}>
          {t('pages.registers.risks.table.until', {
            day: <Day day={due} />,
          })}
        </span>
      )}
      {overdue && (
        <span className={classes.overdue}>
          {t('pages.registers.table.overdue')}
        </span>
      )}
    </>
  );
}
