"""The proving room: holds the understanding against the facts' own example questions, as written and as mistyped."""
