"""What is shown before a login where a site has no text of its own."""

WARNING = "警告：仅限授权使用，所有操作均被记录。\nWARNING: authorised use only. All activity is recorded.\n"
