/** Runs the command that the command line names; the help, with an error unless it was asked for, where it names none. */
export async function runCommand(
  help: string,
  commands: Record<string, () => Promise<void>>,
): Promise<void> {
  const [command = ''] = process.argv.slice(2);
  if (!(command in commands)) {
    console.log(help);
    process.exitCode = command === '--help' ? 0 : 1;
    return;
  }
  try {
    await commands[command]();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
