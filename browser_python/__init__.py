"""Python in the browser, for any application: `build` makes the files, `boot` starts Python."""
