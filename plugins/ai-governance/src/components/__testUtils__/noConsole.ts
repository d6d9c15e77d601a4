const ofOthers = [
  // Material UI v4 itself, in its buttons, transitions and tabs
  /findDOMNode is deprecated/,
  // the router of the test app
  /React Router Future Flag Warning/,
];

/** Fails a test in which something was warned of or an error was logged. */
export function forbidConsole() {
  const logged: string[] = [];
  const spies = ['error', 'warn'] as const;
  beforeEach(() => {
    logged.length = 0;
    spies.forEach(level =>
      jest.spyOn(console, level).mockImplementation((...args) => {
        const text = args.join(' ');
        if (!ofOthers.some(o => o.test(text))) logged.push(text);
      }),
    );
  });
  afterEach(() => {
    jest.restoreAllMocks();
    expect(logged).toEqual([]);
  });
}
