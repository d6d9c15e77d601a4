/** Where the portal of the made-up year is; as app-config.yaml beside this has it. */
export const PORTAL = 'http://localhost:7124';
/** Where its clock is told to go forward. */
export const CLOCK_PORT = 7134;
