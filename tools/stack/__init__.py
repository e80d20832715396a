"""Plain Pulumi commands, put together: the sample region up, previewed and down in the embedded lab."""
