"""The proving room: holds what is understood against the facts' own example questions, as they stand and as people mistype them."""
