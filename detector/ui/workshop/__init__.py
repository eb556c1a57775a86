"""The facilitator's page, and the projector's."""
