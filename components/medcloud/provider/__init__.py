"""The components for programs in any language: `pulumi package get-schema components/medcloud/provider`."""
