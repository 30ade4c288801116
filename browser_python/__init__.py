"""Python in the browser, for any application: `build` makes what is published, `boot` starts it."""
