import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './useLoad';

/** Answers that a test gives one by one. */
function questions() {
  const asked: ((answer: string) => void)[] = [];
  return {
    asked,
    load: () => new Promise<string>(resolve => asked.push(resolve)),
    answer: (index: number, text: string) =>
      act(async () => asked[index](text)),
  };
}

it('keeps what it has while it asks again, and makes one request of a burst', async () => {
  const { asked, load, answer } = questions();
  const { result } = renderHook(() => useLoad(load, []));
  await answer(0, 'first');
  expect(result.current.value).toBe('first');

  act(() => {
    result.current.reload();
    result.current.reload();
    result.current.reload();
  });
  expect(result.current.value).toBe('first');
  await answer(1, 'second');
  await waitFor(() => expect(asked).toHaveLength(3));
  await answer(2, 'third');
  expect(result.current.value).toBe('third');
  expect(asked).toHaveLength(3);
});

it('drops a late answer to an earlier question', async () => {
  const { load, answer } = questions();
  const { result, rerender } = renderHook(({ of }) => useLoad(load, [of]), {
    initialProps: { of: 'a' },
  });
  rerender({ of: 'b' });
  await answer(1, 'of b');
  await answer(0, 'of a');
  expect(result.current.value).toBe('of b');
});

it('keeps what it has when asking again fails, and says so', async () => {
  let fails = false;
  const { result } = renderHook(() =>
    useLoad(async () => {
      if (fails) throw new Error('gone');
      return 'here';
    }, []),
  );
  await waitFor(() => expect(result.current.value).toBe('here'));
  fails = true;
  await act(() => result.current.reload());
  expect(result.current.error?.message).toBe('gone');
  expect(result.current.value).toBe('here');
});
