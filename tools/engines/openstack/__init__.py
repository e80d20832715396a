"""The OpenStack provider: how it is matched to the SDK and proven to fit; see prepare.py."""
