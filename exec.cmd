@rem npm's scripts start with exec, so that signals reach Node and not a shell around it. cmd has no such word.
@%*
