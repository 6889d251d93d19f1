// Playwright says at every start whether pages are to be dark, by a command that Firefox ESR 153 does not know. Its driver is made
// to ask for the browser's state instead. Away with this file when every Firefox in use knows the command.
const text = JSON.stringify;
JSON.stringify = (value, ...rest) =>
  text(value?.method === "emulation.setMediaFeaturesOverride" ? { ...value, method: "session.status", params: {} } : value, ...rest);
