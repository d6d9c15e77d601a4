import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { mostAtOnce } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { inventoryRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { AssignButton, isAssigned } from '../bulk/AssignButton';
import { SelectionBar } from '../bulk/SelectionBar';
import { useSelection } from '../bulk/useSelection';
import { ListFoot } from '../ListFoot';
import { useReading } from '../useReading';
import { Register } from './registerQuery';
import { RegisterTable } from './RegisterTable';
import { tabOf } from './registers';

/** The records of a register in pages of the server. */
export function RegisterList({ register }: { register: Register }) {
  const t = useTexts();
  const { type, query, plain, clear, address, limit, filter } = register;
  const { opened, open, orderBy } = register;
  const api = useApi(aiGovernanceApiRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  // in another order it is the same list
  const { orderBy: _, order: __, ...shown } = filter;
  const selection = useSelection(JSON.stringify(shown));
  const { value, error, pending, reload } = useReading(
    () => api.register(query),
    [api, JSON.stringify(query)],
  );
  const elsewhere =
    opened !== undefined &&
    value !== undefined &&
    !pending &&
    !value.items.some(({ recordId }) => recordId === opened);
  const other = useReading(
    async () =>
      elsewhere
        ? api.register({ type: type.type, recordId: opened })
        : undefined,
    [api, type.type, elsewhere && opened],
  ).value;
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading
        label={t('pages.registers.list.loading', { records: type.plural })}
      />
    );
  }
  const { totalItems, nextCursor } = value;
  // what the address opens is shown first where this page has it not
  const first = (elsewhere && other ? other.items : []).filter(
    ({ recordId }) => recordId === opened,
  );
  const items = [...first, ...value.items];
  if (items.length === 0 && totalItems === 0 && !error && !pending) {
    return plain ? (
      <NextStep
        title={t('pages.registers.list.none.title', {
          records: type.plural.toLowerCase(),
        })}
        text={t('pages.registers.list.none.text', {
          tab: tabOf(t, type).title,
        })}
        action={
          <LinkButton to={inventoryLink()} variant="outlined">
            {t('pages.registers.list.choose')}
          </LinkButton>
        }
      />
    ) : (
      <NextStep
        title={t('pages.registers.list.unfit.title')}
        text={t('pages.registers.list.unfit.text')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('pages.registers.list.unfit.all', {
              records: type.plural.toLowerCase(),
            })}
          </Button>
        }
      />
    );
  }
  const selects = isAssigned(type);
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <Paper variant="outlined">
        {selects && (
          <SelectionBar
            selection={selection}
            totalItems={totalItems}
            all={async () => {
              const most = await api.register({ ...filter, limit: mostAtOnce });
              return most.items.map(({ recordId }) => recordId);
            }}
          >
            <AssignButton
              type={type}
              recordIds={selection.chosen}
              onDone={async () => {
                selection.clear();
                await reload();
              }}
            />
          </SelectionBar>
        )}
        <RegisterTable
          type={type}
          entries={items}
          pageIds={value.items.map(({ recordId }) => recordId)}
          orderBy={orderBy}
          order={filter.order ?? 'desc'}
          onOrder={(by, order) =>
            address.change({
              orderBy: by === 'recordedAt' ? '' : by,
              order,
            })
          }
          busy={pending}
          opened={opened}
          onOpen={open}
          selection={selects ? selection : undefined}
        />
        <ListFoot
          address={address}
          limit={limit}
          onLimit={size => address.change({ limit: size })}
          shown={value.items.length}
          totalItems={totalItems}
          nextCursor={nextCursor}
          pending={pending}
        />
      </Paper>
    </>
  );
}
