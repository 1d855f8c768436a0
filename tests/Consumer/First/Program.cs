// README.md #1
