import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { inventoryRouteRef } from '../../routes';
import { ListFoot } from '../ListFoot';
import { useReading } from '../useReading';
import { Register } from './registerQuery';
import { RegisterTable } from './RegisterTable';
import { tabOf } from './registers';

/** The records of a register in pages of the server. */
export function RegisterList({ register }: { register: Register }) {
  const { type, query, plain, clear, address, limit, filter } = register;
  const api = useApi(aiGovernanceApiRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const { value, error, pending, reload } = useReading(
    () => api.register(query),
    [api, JSON.stringify(query)],
  );
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={`Loading ${type.plural}`} />
    );
  }
  const { items, totalItems, nextCursor } = value;
  if (totalItems === 0 && !error && !pending) {
    return plain ? (
      <NextStep
        title={`No ${type.plural.toLowerCase()} yet`}
        text={`They are written on the page of an AI system, on its tab ${
          tabOf(type).title
        }. Choose a system to write the first.`}
        action={
          <LinkButton to={inventoryLink()} variant="outlined">
            Choose an AI system
          </LinkButton>
        }
      />
    ) : (
      <NextStep
        title="No record fits these filters"
        text="Take one away, or begin again with all of them."
        action={
          <Button variant="outlined" onClick={clear}>
            Show all {type.plural.toLowerCase()}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <Paper variant="outlined">
        <RegisterTable
          type={type}
          entries={items}
          order={filter.order ?? 'desc'}
          onOrder={order => address.change({ order })}
          busy={pending}
        />
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
    </>
  );
}
