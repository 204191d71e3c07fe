"""Questions as people ask them, with what a right reply holds: judged, counted and held against floors."""
