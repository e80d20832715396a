"""What reports have in common, so that all of them look alike: a page's frame and style, SARIF, JSON."""
